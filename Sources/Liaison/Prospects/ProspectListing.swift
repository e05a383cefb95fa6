import Scheduling

/// Which prospects to list, in which order, and how many of them.
public struct ProspectQuery: Sendable {
  /// Which ones, nil for all; its segments must have been put in their places.
  public var filter: Filter?
  /// What they are sorted by; nil for the order in which they came in.
  public var sort: ProspectColumn?
  /// Whether the last comes first.
  public var isDescending = false
  /// How many at most.
  public var limit: Int
  /// How many are left out before them.
  public var offset = 0

  /// The first prospects of a filter.
  public init(filter: Filter? = nil, limit: Int) {
    self.filter = filter
    self.limit = limit
  }
}

/// Rows of text as a CSV file has them.
public enum CSVText {
  /// One row with its end (RFC 4180): commas, quotes where they are needed, CRLF.
  public static func row(_ fields: [String]) -> String { CSVWriter.line(fields) }
}

/// A prospect as lists show it.
public struct ProspectLine: Hashable, Sendable, Codable {
  /// The prospect's id.
  public let id: String
  /// The prospect's name.
  public let name: String
  /// What sort of partner it is.
  public let kind: String
  /// The country, as two letters.
  public let country: String?
  /// The state or province, as written.
  public let region: String?
  /// The city, as written.
  public let city: String?
  /// The languages that it publishes in, the main one first.
  public let languages: [String]
  /// How many people it reaches.
  public let audience: Int?
  /// What it is about.
  public let niche: String?
  /// How far the team has come with it.
  public let stage: String
  /// Who of the team looks after it.
  public let owner: String?
  /// Its tags and those of its contacts, each once, sorted.
  public let tags: [String]
  /// Its site.
  public let website: String?
  /// Where it publishes.
  public let channel: String?
  /// The address of its preferred contact, else of the first.
  public let address: String?
  /// How many contacts it has.
  public let contacts: Int
  /// When one of them was last written to.
  public let contactedAt: Instant?
  /// When it came in.
  public let createdAt: Instant
  /// When anything of it was last changed.
  public let updatedAt: Instant
  /// Why it fits, as the team noted.
  public let fit: String?
  /// The rates that it quoted.
  public let rates: String?
}
