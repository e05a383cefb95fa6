/// A moment as people of a language write it to each other, with the place whose clock it is:
/// `Tuesday, December 1 at 3:00 PM (New York)`.
package struct MomentText: Sendable {
  private let formats: LocaleFormats

  /// Writes in a language, in the ways of a reader's country where that is known.
  package init(language: LanguageTag, region: String?) {
    formats = LocaleFormats(language: region.map(language.inRegion) ?? language)
  }

  /// Writes a moment.
  ///
  /// - Parameters:
  ///   - localSeconds: the local time, in seconds since 1970 as if it were UTC.
  ///   - zone: the name of the zone whose clock shows it, such as `America/New_York`.
  ///   - offset: how far that clock is ahead of UTC, in seconds.
  package func text(localSeconds: Int64, zone: String, offset: Int) -> String {
    let moment = formats.moment(secondsInUTC: localSeconds)
    let place = place(zone, offset)
    return switch formats.language.language {
    case "ja", "zh", "yue": "\(moment)（\(place)）"
    default: "\(moment) (\(place))"
    }
  }

  /// The city of a zone; for zones that are no place, how far they are from UTC.
  private func place(_ zone: String, _ offset: Int) -> String {
    guard zone.contains("/"), !zone.hasPrefix("Etc/"), !zone.hasPrefix("SystemV/") else {
      return Self.offsetText(offset)
    }
    // A program without Foundation's zones shows the English name.
    return formats.city(ofZone: zone)
      ?? String(zone.split(separator: "/").last ?? "").replacing("_", with: " ")
  }

  /// `UTC`, `UTC+2`, `UTC-3:30`.
  private static func offsetText(_ seconds: Int) -> String {
    let minutes = Int(seconds.magnitude) / 60
    guard minutes > 0 else { return "UTC" }
    let rest = minutes % 60 == 0 ? "" : minutes % 60 < 10 ? ":0\(minutes % 60)" : ":\(minutes % 60)"
    return "UTC\(seconds < 0 ? "-" : "+")\(minutes / 60)\(rest)"
  }
}
