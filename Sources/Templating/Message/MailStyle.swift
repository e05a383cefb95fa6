/// The looks of a mail: three colours and a typeface.
public struct MailStyle: Hashable, Sendable {
  /// The colour of links, as `#rrggbb`.
  public let accent: String
  /// The colour of text.
  public let text: String
  /// The colour behind the text.
  public let background: String
  /// Typefaces in the order of preference, as in CSS: `Georgia, serif`.
  public let fonts: String

  /// Black on white with blue links, in the reader's own sans-serif typeface.
  public static let standard = MailStyle(
    validAccent: "#1a56b0", text: "#1f2328", background: "#ffffff",
    fonts: "-apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif")

  /// Makes a style.
  ///
  /// - Throws: `MailStyleError` for a colour that is not `#rgb` or `#rrggbb`, and for a typeface
  ///   that could not stand in a style attribute.
  public init(
    accent: String = MailStyle.standard.accent, text: String = MailStyle.standard.text,
    background: String = MailStyle.standard.background, fonts: String = MailStyle.standard.fonts
  ) throws(MailStyleError) {
    for colour in [accent, text, background] where !MailStyle.isColour(colour) {
      throw .colour(colour)
    }
    let isFontList =
      !fonts.isBlank
      && fonts.unicodeScalars.allSatisfy { scalar in
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
          || " ,'-_".unicodeScalars.contains(scalar)
      }
    guard isFontList, fonts.utf8.filter({ $0 == UInt8(ascii: "'") }).count % 2 == 0 else {
      throw .fonts(fonts)
    }
    self.init(validAccent: accent, text: text, background: background, fonts: fonts)
  }

  private init(validAccent: String, text: String, background: String, fonts: String) {
    self.accent = validAccent
    self.text = text
    self.background = background
    self.fonts = fonts
  }

  private static func isColour(_ text: String) -> Bool {
    let digits = text.utf8.dropFirst()
    return text.utf8.first == UInt8(ascii: "#") && (digits.count == 3 || digits.count == 6)
      && digits.allSatisfy { $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 6 }
  }
}

/// What is wrong with a style.
public enum MailStyleError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Not a colour.
  case colour(String)
  /// Not a list of typefaces.
  case fonts(String)

  /// What is wrong and what to write.
  public var description: String {
    switch self {
    case .colour(let text): return "'\(text)' is not a colour: write it as #1a56b0."
    case .fonts(let text):
      return "'\(text)' is not a list of typefaces: write it as Georgia, 'Times New Roman', serif."
    }
  }
}
