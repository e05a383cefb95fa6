import Scheduling

/// A database that is older than what was sent from it, so nothing is sent until somebody has said
/// what went meanwhile.
public struct RestoredDatabase: Error, Hashable, Sendable, Codable, CustomStringConvertible {
  /// By what it is known.
  public enum Sign: Hashable, Sendable, Codable {
    /// The counter file beside it has counted more sending runs than the database knows of.
    case behind(missingRuns: Int)
    /// The database has seen sending runs, and the file that counts them is not there.
    case counterMissing
    /// The file that counts sending runs cannot be understood.
    case counterDamaged
    /// It is a copy that `liaison backup` made at this instant, or that `liaison restore` put back.
    case copy(of: Instant)
  }

  /// By what it is known.
  public let sign: Sign

  /// What is wrong and what to do about it.
  public var description: String {
    let found =
      switch sign {
      case .behind(let runs):
        "the database is older than its counter file: it knows nothing of the last \(runs) "
          + "beginning\(runs == 1 ? "" : "s") or end\(runs == 1 ? "" : "s") of sending"
      case .counterMissing:
        "the file liaison.db-counter is not beside the database, so it may be an old copy"
      case .counterDamaged:
        "the file liaison.db-counter cannot be understood, so the database may be an old copy"
      case .copy(let instant):
        "the database is a backup of \(instant)"
      }
    return found + "; enter again what was answered and suppressed since, then 'liaison resolve "
      + "--restored' holds what may have gone and lets the rest go on"
  }
}
