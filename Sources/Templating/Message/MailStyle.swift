/// The looks of a mail, from the brand kit: colours and typefaces.
///
/// What is between these follows from them: lines and grounds of code are mixed of text and
/// background, a button is in the accent with white or black words, whichever can be read, and
/// links in dark mode are the accent, lightened until they can be read.
public struct MailStyle: Hashable, Sendable {
  /// The colour of links and buttons, as `#rrggbb`.
  public let accent: String
  /// The colour of text.
  public let text: String
  /// The colour behind the text.
  public let background: String
  /// The colour around the column; the same as `background` for a mail that looks like a letter.
  public let page: String
  /// Typefaces in the order of preference, as in CSS: `Georgia, serif`.
  public let fonts: String
  /// The typefaces of headings.
  public let headingFonts: String

  /// Black on white with blue links, in the reader's own sans-serif typeface.
  public static let standard = MailStyle(
    validAccent: "#1a56b0", text: "#1f2328", background: "#ffffff", page: "#ffffff",
    fonts: systemFonts, headingFonts: systemFonts)

  private static let systemFonts =
    "-apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"

  /// Makes a style.
  ///
  /// - Parameters:
  ///   - page: the background's colour where it is nil.
  ///   - headingFonts: the same as `fonts` where it is nil.
  /// - Throws: `MailStyleError` for a colour that is not `#rgb` or `#rrggbb`, and for a typeface
  ///   that could not stand in a style attribute.
  public init(
    accent: String = MailStyle.standard.accent, text: String = MailStyle.standard.text,
    background: String = MailStyle.standard.background, page: String? = nil,
    fonts: String = MailStyle.standard.fonts, headingFonts: String? = nil
  ) throws(MailStyleError) {
    let page = page ?? background
    let headingFonts = headingFonts ?? fonts
    for colour in [accent, text, background, page] where MailColour(colour) == nil {
      throw .colour(colour)
    }
    for list in [fonts, headingFonts] where !MailStyle.isFontList(list) { throw .fonts(list) }
    self.init(
      validAccent: accent, text: text, background: background, page: page, fonts: fonts,
      headingFonts: headingFonts)
  }

  private init(
    validAccent: String, text: String, background: String, page: String, fonts: String,
    headingFonts: String
  ) {
    self.accent = validAccent
    self.text = text
    self.background = background
    self.page = page
    self.fonts = fonts
    self.headingFonts = headingFonts
  }

  private static func isFontList(_ fonts: String) -> Bool {
    let hasOnlyNames = fonts.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || " ,'-_".unicodeScalars.contains(scalar)
    }
    return hasOnlyNames && !fonts.isBlank
      && fonts.utf8.count { $0 == UInt8(ascii: "'") } % 2 == 0
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
