/// What a list of prospects can show of each.
public enum ProspectColumn: String, CaseIterable, Sendable {
  case id, name, kind, country, region, city, language, audience, niche, stage, owner, tags, website
  case channel, address, contacts, contacted, created, updated, fit, rates

  /// The columns of a list where nothing else is asked for.
  public static let usual: [ProspectColumn] = [
    .name, .kind, .country, .language, .audience, .stage, .tags, .address,
  ]

  /// Whether a list can be sorted by it: by what stands in the prospect itself.
  public var isSortable: Bool {
    switch self {
    case .tags, .address, .contacts, .contacted: false
    default: true
    }
  }
}
