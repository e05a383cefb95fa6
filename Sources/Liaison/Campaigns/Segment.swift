import Templating

/// Which contacts a campaign is for; every condition that is given must hold.
///
/// In a campaign's file it is a filter, `"country = US and not tag:paused"`, or an object with the
/// keys below, of which `where` is a filter.
public struct Segment: Codable, Hashable, Sendable {
  /// Kinds of prospect; empty means any.
  public var kinds: [ProspectKind]
  /// Countries; empty means any.
  public var countries: [CountryCode]
  /// Languages, matched by their first part; empty means any.
  public var languages: [LanguageTag]
  /// Tags of which the contact must have at least one; empty means any.
  public var tags: [String]
  /// Tags of which the contact must have none.
  public var withoutTags: [String]
  /// The smallest audience; a contact of unknown audience is left out.
  public var minimumAudience: Int?
  /// Whether people who answered an earlier campaign may be written to again.
  public var answered: Bool
  /// A filter besides; nil for none.
  public var filter: Filter?

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case kinds, countries, languages, tags, withoutTags, minimumAudience, answered
    case filter = "where"
  }

  /// Reads the `segment` object or filter; an unknown key is an error.
  public init(from decoder: any Decoder) throws {
    self.init()
    if let text = try? decoder.singleValueContainer().decode(String.self) {
      do {
        filter = try Filter(text)
      } catch {
        throw decoder.refusal(error.description)
      }
      return
    }
    var settings = try SettingsReader(decoder, CodingKeys.self)
    kinds = []
    for text in settings.optional(.kinds, as: [String].self) ?? [] {
      guard let kind = ProspectKind(rawValue: text) else {
        settings.refuse(
          .kinds, "'\(text)' is no kind of prospect; there are: \(ProspectKind.names)")
        continue
      }
      kinds.append(kind)
    }
    countries = settings.optionalList(.countries) ?? []
    languages = settings.optionalList(.languages) ?? []
    tags = settings.optional(.tags) ?? []
    withoutTags = settings.optional(.withoutTags) ?? []
    minimumAudience = settings.optional(.minimumAudience)
    answered = settings.optional(.answered) ?? false
    if let text = settings.optional(.filter, as: String.self) {
      do {
        filter = try Filter(text)
      } catch {
        settings.refuse(.filter, error.description)
      }
    }
    guard settings.isWell else { throw settings.faults }
  }

  /// A segment that everybody is in.
  public init() {
    kinds = []
    countries = []
    languages = []
    tags = []
    withoutTags = []
    minimumAudience = nil
    answered = false
  }

  /// Whether a contact is in the segment, but for the filter, which the database is asked of.
  func contains(_ contact: ContactRecord) -> Bool {
    (kinds.isEmpty || kinds.contains { $0.rawValue == contact.kind })
      && (countries.isEmpty || countries.contains { $0.code == contact.country })
      && (languages.isEmpty
        || contact.language.map { tag in languages.contains { $0.language == tag.language } }
          ?? false)
      && (tags.isEmpty || tags.contains(where: contact.tags.contains))
      && !withoutTags.contains(where: contact.tags.contains)
      && minimumAudience.map { (contact.audience ?? -1) >= $0 } ?? true
  }
}
