import Mail
import Scheduling
import Templating

/// A validated row of a prospects file: a person and the prospect they belong to.
///
/// What the row left empty is `nil`; text is trimmed and otherwise as written.
public struct ImportedContact: Hashable, Sendable {
  /// Where to write to.
  public var address: EmailAddress
  /// The given name.
  public var firstName: String?
  /// The family name.
  public var lastName: String?
  /// The whole name, in the order it is written.
  public var fullName: String?
  /// The greeting line to use instead of one made from the name.
  public var salutation: String?
  /// The organisation or creator that the person belongs to.
  public var prospectName: String?
  /// What sort of partner the prospect is.
  public var kind: ProspectKind?
  /// The prospect's web address, with or without `https://`.
  public var website: String?
  /// Where the person is.
  public var country: CountryCode?
  /// The city, as written.
  public var city: String?
  /// The state or province, as written.
  public var region: String?
  /// The telephone number, as written: a clue for where the person is, never called.
  public var phone: String?
  /// The language to write in.
  public var language: LanguageTag?
  /// The zone of the person's wall clock.
  public var timeZone: TimeZoneName?
  /// The hours in which this person in particular may be written to.
  public var window: SendWindow?
  /// Where the address was found.
  public var source: ContactSource?
  /// The team's own labels, each once, in the order written.
  public var tags: [String] = []
  /// How many people the prospect reaches: followers, subscribers, readers.
  public var audience: Int?
  /// Where the prospect publishes, as written.
  public var channel: String?
  /// What the prospect is about, as written.
  public var niche: String?
  /// Who of the team looks after the prospect.
  public var owner: String?
  /// Where the prospect publishes besides its site, each once, in the order of the columns.
  public var profiles: [ProfileLink] = []
  /// Free text; the one value that may hold several lines.
  public var notes: String?
  /// What stood in columns that no field of ours takes, by the name a template uses.
  public var fields: [String: String] = [:]

  /// What the prospect is known by: its site first, where it is one of its own, then its profiles.
  var links: [ProfileLink] {
    guard let site = website.flatMap({ ProfileLink($0) }) else { return profiles }
    return [site] + profiles.filter { $0 != site }
  }

  /// Makes a contact of which only the address is known.
  public init(address: EmailAddress) { self.address = address }
}
