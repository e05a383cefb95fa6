import Scheduling

/// What became of one attempt in a run, in words for a list.
public struct SendEntry: Hashable, Sendable, Codable {
  /// How an attempt left the run.
  public enum Result: String, Hashable, Sendable, Codable {
    /// A dry run found nothing against it.
    case wouldSend = "would send"
    /// The server has it.
    case sent
    /// Not accepted now; it goes again later.
    case deferred
    /// Refused for good.
    case failed
    /// It may or may not have been accepted.
    case unknown
    /// Something must be mended first.
    case held
    /// It never can go, such as after the campaign's end; the sequence is finished.
    case ended
    /// Taken away at the last moment: an answer, a suppression, another sender.
    case withheld
  }

  /// To whom.
  public let address: String
  /// How lists name the person.
  public let name: String
  /// In which campaign.
  public let campaign: String
  /// Which step.
  public let step: Int
  /// With which emphasis.
  public let emphasis: String
  /// From which sender.
  public let sender: String
  /// The contact's id, which tells nobody else who it is.
  public let contactID: String
  /// The message's id, which the servers' own logs have as well.
  public let messageID: String
  /// What became of it.
  public let result: Result
  /// The server's words, or the reason.
  public let detail: String
}

/// What a run of the sender did.
public struct SendReport: Sendable, Encodable {
  /// Whether mail really went out.
  public let live: Bool
  /// One entry for each attempt that was due, where they were asked for.
  public internal(set) var entries: [SendEntry] = []
  /// Senders that stopped, and why.
  public internal(set) var stoppedSenders: [String: String] = [:]
  /// Attempts whose sender died while committing; they wait for a person.
  public internal(set) var abandoned = 0

  /// How many copies were put into Sent folders.
  public internal(set) var copies = 0
  /// Why a sender's copies could not be put there, by sender; the next run tries again.
  public internal(set) var copyFaults: [String: String] = [:]
  /// How many attempts ended with each result, kept where the entries are not.
  private var counts: [SendEntry.Result: Int] = [:]

  private enum CodingKeys: String, CodingKey {
    case live, entries, stoppedSenders, abandoned, copies, copyFaults
  }

  init(live: Bool) { self.live = live }

  /// How many attempts ended with a result.
  public func count(_ result: SendEntry.Result) -> Int { counts[result, default: 0] }

  /// How many attempts there were in all.
  public var total: Int { counts.values.reduce(0, +) }

  /// Counts an attempt; whether its entry is kept as well is for the caller, since 200,000 of them
  /// are much memory.
  mutating func add(_ entry: SendEntry, keeping: Bool = true) {
    counts[entry.result, default: 0] += 1
    if keeping { entries.append(entry) }
  }
}
