/// How much a finding weighs.
///
/// An `error` stops a launch, a `warning` should be read before sending, a `note` only advises.
public enum Severity: String, Codable, Sendable, CaseIterable {
  /// Clumsy, or worth a thought; never stops anything.
  case note
  /// Likely to cost a reply.
  case warning
  /// Must not go out.
  case error
}

extension Severity: Comparable {
  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }

  /// Orders note, warning, error.
  public static func < (left: Severity, right: Severity) -> Bool {
    left.rank < right.rank
  }
}
