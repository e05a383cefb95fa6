import Scheduling
import Templating

/// A contact as the store keeps it, with what its prospect adds.
public struct ContactRecord: Hashable, Sendable {
  /// The contact's id.
  public var id: String
  /// The address, as mail is sent to it.
  public var address: String
  /// The address in the form that tells whether two are the same.
  public var addressKey: String
  /// The person's given name.
  public var firstName: String?
  /// The person's family name.
  public var lastName: String?
  /// The whole name in its own order.
  public var fullName: String?
  /// The whole greeting line, where the team wrote one for this person.
  public var salutation: String?
  /// The language that the person reads.
  public var language: LanguageTag?
  /// The name of the person's time zone.
  public var timeZone: String?
  /// The hours in which this person in particular may be written to.
  public var window: SendWindow?
  /// The country, as two letters.
  public var country: String?
  /// The city, as written.
  public var city: String?
  /// The state or province, as written.
  public var region: String?
  /// The telephone number, as written.
  public var phone: String?
  /// Where the address was found.
  public var source: String?
  /// The prospect's name.
  public var prospect: String
  /// The prospect's kind.
  public var kind: String
  /// The prospect's site.
  public var website: String?
  /// Where the prospect publishes.
  public var channel: String?
  /// How many people the prospect reaches.
  public var audience: Int?
  /// The team's own columns, by name.
  public var fields: [String: String]
  /// When anything of it was last changed.
  public var updatedAt: Instant
  /// The contact's tags.
  public var tags: Set<String>

  /// The person's whole name in the order of its own script, or the part that is known.
  public var personName: String? {
    fullName ?? Salutation.fullName(firstName, lastName, language: nameLanguage) ?? firstName
      ?? lastName
  }

  /// The language that the name comes from, where its letters do not tell: that of a column
  /// `name_language`, else Hungarian or Vietnamese for those who read it.
  var nameLanguage: LanguageTag? {
    if let named = fields["name_language"], let own = try? LanguageTag(named) { return own }
    return language.flatMap { ["hu", "vi"].contains($0.language) ? $0 : nil }
  }

  /// The region whose numbers and dates the person is used to: that of the language, else the
  /// country.
  var formatRegion: String? {
    language?.region.flatMap { $0.utf8.count == 2 ? $0 : nil } ?? country
  }

  /// How lists name the person: by name, else as the prospect.
  public var displayName: String { personName ?? prospect }
}
