/// The time zone, or zones, in which a contact lives, with how that was found.
public struct ZoneFinding: Hashable, Sendable, Codable {
  /// What a zone was found by, the surest first.
  public enum Source: String, Sendable, Codable, CaseIterable {
    /// It was imported, or written by the team.
    case given
    /// The contact's city is the one that a zone is named after.
    case city
    /// The state or province.
    case region
    /// The area or calling code of the telephone number.
    case phone
    /// The country.
    case country
    /// The ending of the mail or web domain.
    case domain
  }

  /// How sure it is.
  public enum Confidence: String, Sendable, Codable, CaseIterable {
    /// Nothing speaks against it.
    case certain
    /// It may be wrong where a person has moved, or shares a city's name.
    case likely
    /// Several zones remain, or there is only a hint.
    case possible
  }

  /// The zones that remain, by name, those with the same clocks once; never empty.
  ///
  /// A message goes only when the window is open in all of them.
  public let zones: [String]
  /// What it was found by.
  public let source: Source
  /// How sure it is.
  public let confidence: Confidence
  /// The same for people, such as `from the area code 415`.
  public let detail: String

  /// The zones in words, such as `America/New_York or 6 more`.
  public var zonesText: String {
    switch zones.count {
    case 0, 1: zones.first ?? ""
    case 2: "\(zones[0]) or \(zones[1])"
    default: "\(zones[0]) or \(zones.count - 1) more"
    }
  }
}

extension ZoneFinding: CustomStringConvertible {
  /// The zones and how they were found, such as `Europe/Berlin (certain, from the country DE)`.
  public var description: String { "\(zonesText) (\(confidence.rawValue), \(detail))" }
}
