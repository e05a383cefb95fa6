import Mail
import Scheduling
import Templating

/// A validated row of a prospects file: a person and the prospect they belong to.
///
/// What the row left empty is `nil`; text is trimmed and otherwise as written.
public struct ImportedContact: Hashable, Sendable {
  public var address: EmailAddress
  public var firstName: String?
  public var lastName: String?
  public var fullName: String?
  public var salutation: String?
  public var prospectName: String?
  public var kind: ProspectKind?
  public var website: String?
  public var country: CountryCode?
  public var language: LanguageTag?
  public var timeZone: TimeZoneName?
  public var source: ContactSource?
  public var tags: [String] = []
  /// How many people the prospect reaches: followers, subscribers, readers.
  public var audience: Int?
  public var channel: String?
  /// Free text; the one value that may hold several lines.
  public var notes: String?
  /// What stood in columns that no field of ours takes, by the name a template uses.
  public var fields: [String: String] = [:]

  /// Makes a contact of which only the address is known.
  public init(address: EmailAddress) { self.address = address }
}
