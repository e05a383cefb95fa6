/// Where a telephone number is from, as far as its first digits tell.
struct PhoneOrigin: Hashable, Sendable {
  /// The country of the number.
  let country: String
  /// The zones of the area, or of the country where the digits tell no area.
  let zones: [String]
  /// What told it, such as `the area code 415` or `the phone prefix +55 11`.
  let words: String

  /// Longer and shorter texts are no telephone numbers (E.164 has at most 15 digits).
  private static let digits = 7...15

  /// Looks a number up; one that begins without `+`, `00` or `011` is taken as one of the country.
  ///
  /// Nil where it is no number, or says nothing, as toll-free ones do.
  init?(_ text: String, country: String?, atlas: ZoneAtlas) {
    guard let number = Self.international(text, country: country, atlas: atlas),
      Self.digits.contains(number.count)
    else { return nil }
    for length in (1...7).reversed() {
      guard let found = atlas.prefixes[String(number.prefix(length))] else { continue }
      self.country = found.country
      zones = found.zones.isEmpty ? atlas.countries[found.country] ?? [] : found.zones
      words = Self.words(String(number.prefix(length)), found, atlas)
      return
    }
    return nil
  }

  private static func words(
    _ prefix: String, _ found: ZoneAtlas.PhonePrefix, _ atlas: ZoneAtlas
  ) -> String {
    if prefix.hasPrefix("1"), prefix.count == 4 { return "the area code \(prefix.dropFirst())" }
    let code = atlas.callingCodes[found.country]?.first { prefix.hasPrefix($0) } ?? prefix
    let area = prefix.dropFirst(code.count)
    return "the phone prefix +\(code)" + (area.isEmpty ? "" : " \(area)")
  }

  /// The digits of the number with its calling code in front.
  private static func international(
    _ text: String, country: String?, atlas: ZoneAtlas
  ) -> Substring? {
    let (isInternational, digits) = read(text)
    if isInternational { return withoutOldMobileDigit(digits) }
    if digits.hasPrefix("011") { return withoutOldMobileDigit(digits.dropFirst(3)) }
    if digits.hasPrefix("00") { return withoutOldMobileDigit(digits.dropFirst(2)) }
    guard let country, let codes = atlas.callingCodes[country], codes.count >= 1 else { return nil }
    if codes[0].hasPrefix("1") {
      let national = digits.count == 11 && digits.hasPrefix("1") ? digits.dropFirst() : digits
      return national.count == 10 ? "1" + national : nil
    }
    // Some countries share a code with others and have areas of it for their own.
    guard codes.count == 1, codes[0].count <= 3 else { return nil }
    let trunk = atlas.trunks[country] ?? "0"
    return withoutOldMobileDigit(
      codes[0] + (digits.hasPrefix(trunk) ? digits.dropFirst(trunk.count) : digits))
  }

  /// Mexican mobiles had a 1 behind the code until 2019, and are still written so.
  private static func withoutOldMobileDigit(_ digits: Substring) -> Substring {
    digits.hasPrefix("521") && digits.count == 13 ? "52" + digits.dropFirst(3) : digits
  }

  /// The digits of the first number in a text, and whether a plus sign stands before them.
  private static func read(_ text: String) -> (isInternational: Bool, digits: Substring) {
    var isInternational = false
    var digits = ""
    // "+44 (0)20": the zero in brackets is left out from abroad.
    for character in text.replacing("(0)", with: "").prefix(64) {
      if let digit = character.wholeNumberValue, (0...9).contains(digit) {
        digits.append("\(digit)")
      } else if character == "+" || character == "＋" {
        guard digits.isEmpty else { break }
        isInternational = true
      } else if character.isLetter || ",;/|".contains(character) {
        // An extension or a second number; words before the first digit are passed over.
        if !digits.isEmpty { break }
      }
    }
    return (isInternational, digits[...])
  }
}
