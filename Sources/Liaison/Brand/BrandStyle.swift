import Templating

/// The colours and typefaces of the brand's mails, as `style` in `liaison.json5` gives them.
public struct BrandStyle: Codable, Hashable, Sendable {
  /// The colour of links and buttons.
  public let accent: String?
  /// The colour of text.
  public let text: String?
  /// The colour behind the text.
  public let background: String?
  /// The colour around the column.
  public let page: String?
  /// Typefaces in the order of preference.
  public let fonts: String?
  /// The typefaces of headings.
  public let headingFonts: String?

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case accent, text, background, page, fonts, headingFonts
  }

  /// Reads the `style` object; each colour that is none is a fault of its own.
  public init(from decoder: any Decoder) throws {
    var settings = try SettingsReader(decoder, CodingKeys.self)
    accent = settings.optional(.accent)
    text = settings.optional(.text)
    background = settings.optional(.background)
    page = settings.optional(.page)
    fonts = settings.optional(.fonts)
    headingFonts = settings.optional(.headingFonts)
    let standard = MailStyle.standard
    for (key, colour) in [
      (CodingKeys.accent, accent), (.text, text), (.background, background), (.page, page),
    ] {
      settings.check(key) { () throws(MailStyleError) in
        _ = try MailStyle(accent: colour ?? standard.accent)
      }
    }
    for (key, fonts) in [(CodingKeys.fonts, fonts), (.headingFonts, headingFonts)] {
      settings.check(key) { () throws(MailStyleError) in
        _ = try MailStyle(fonts: fonts ?? standard.fonts)
      }
    }
    guard settings.isWell else { throw settings.faults }
  }

  /// The looks of mails; what is not said is as usual.
  var mailStyle: MailStyle {
    get throws(MailStyleError) {
      let standard = MailStyle.standard
      return try MailStyle(
        accent: accent ?? standard.accent, text: text ?? standard.text,
        background: background ?? standard.background, page: page,
        fonts: fonts ?? standard.fonts, headingFonts: headingFonts)
    }
  }
}

extension SettingsReader {
  /// Notes what a setting's check says against it.
  fileprivate mutating func check(_ key: Key, _ check: () throws(MailStyleError) -> Void) {
    do throws(MailStyleError) {
      try check()
    } catch {
      let sentence = error.description
      refuse(
        key,
        "'\(key.stringValue)': "
          + (sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence))
    }
  }
}
