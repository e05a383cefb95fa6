/// What a filter can ask of a prospect or a contact.
enum FilterField: String, CaseIterable, Hashable, Sendable {
  // The prospect's.
  case name, kind, country, region, city, language, audience, niche, owner, stage, website, host
  case channel, fit, rates, note, tag
  // Its contacts'.
  case address, domain, person, role, zone, source
  // What came of writing to them.
  case state, campaign, contacted
  case created, updated
  /// Another filter that was saved under a name.
  case segment

  /// How its values are compared.
  enum Kind {
    /// One of a few values, or one that is written in one way only.
    case word
    /// Free text, in which letter case makes no difference (of ASCII letters).
    case text
    case number
    case date
    case segment
  }

  var kind: Kind {
    switch self {
    case .kind, .country, .language, .stage, .source, .state, .address, .domain, .host: .word
    case .audience: .number
    case .contacted, .created, .updated: .date
    case .segment: .segment
    default: .text
    }
  }

  /// Whether `~` looks for a part of it.
  var hasParts: Bool { kind == .text || self == .address || self == .domain }

  /// Whether a row of a file tells it, before there is anything in the database.
  var isInFile: Bool {
    switch self {
    case .state, .campaign, .contacted, .created, .updated, .owner, .stage, .fit, .rates, .role:
      false
    default: true
    }
  }

  /// The field that a word names.
  init?(word: String) {
    let plain = word.lowercased().filter { $0 != "_" && $0 != "-" && $0 != " " }
    guard let field = Self.aliases[plain] ?? FilterField(rawValue: plain) else { return nil }
    self = field
  }

  /// The names of all fields, for messages.
  static var names: [String] { allCases.map(\.rawValue) }

  private static let aliases: [String: FilterField] = [
    "prospect": .name, "company": .name, "type": .kind, "state/province": .region,
    "province": .region, "lang": .language, "languages": .language, "followers": .audience,
    "subscribers": .audience, "site": .website, "url": .website, "notes": .note, "tags": .tag,
    "email": .address, "mail": .address, "contact": .person, "timezone": .zone,
    "lastcontacted": .contacted, "campaigns": .campaign,
  ]
}

/// What came of writing to somebody; each of them is a condition by itself.
enum FilterState: String, CaseIterable, Hashable, Sendable {
  /// A message went to them, or may have gone.
  case contacted
  /// They are or were in a campaign.
  case enrolled
  /// A campaign is writing to them.
  case active
  case replied
  case bounced
  case optedOut = "opted-out"
  case complained
  case suppressed

  /// The state that a word names: `opted out`, `opted-out`.
  init?(word: String) {
    let plain = word.lowercased().replacing(" ", with: "-")
    guard let state = FilterState(rawValue: plain == "optedout" ? "opted-out" : plain) else {
      return nil
    }
    self = state
  }

  static var names: [String] { allCases.map(\.rawValue) }
}
