import Testing

@testable import Templating

@Suite struct MailStyleTests {
  @Test(arguments: ["#fff", "#1A2b3C"]) func `colours are written in hex`(colour: String) throws {
    #expect(try MailStyle(accent: colour).accent == colour)
  }

  @Test(arguments: ["", "red", "#ff", "#12345g", "#fff;x:y", "#ffffff\"", "＃ffffff"])
  func `other colours are refused`(colour: String) {
    #expect(throws: MailStyleError.colour(colour)) { try MailStyle(background: colour) }
  }

  @Test(arguments: ["", "a;b", "\"x\"", "a'b", "</style>", "x:y", "a\nb"])
  func `typefaces cannot leave the attribute`(fonts: String) {
    #expect(throws: MailStyleError.fonts(fonts)) { try MailStyle(fonts: fonts) }
  }

  @Test func `page and headings follow background and text unless they are given`() throws {
    let style = try MailStyle(background: "#fefefe", fonts: "Georgia")
    #expect(style.page == "#fefefe" && style.headingFonts == "Georgia")
    #expect(throws: MailStyleError.colour("x")) { try MailStyle(page: "x") }
    #expect(throws: MailStyleError.fonts("a;b")) { try MailStyle(headingFonts: "a;b") }
  }

  @Test(arguments: ["#000", "#ffffff", "#1a56b0", "#c2410c", "#ffd400", "#00e5a0", "#7f7f7f"])
  func `links and buttons can be read in light and dark`(accent: String) throws {
    let style = try MailStyle(accent: accent)
    for palette in [MailPalette.light(style), .dark(style)] {
      #expect(palette.buttonText.contrast(to: palette.button) >= 4.4)
      #expect(palette.text.contrast(to: palette.background) >= 7)
      #expect(palette.quiet.contrast(to: palette.background) >= 4.5)
      #expect(palette.text.contrast(to: palette.ground) >= 7)
    }
    let dark = MailPalette.dark(style)
    #expect(dark.link.contrast(to: dark.background) >= 4.5)
  }

  @Test func `colours are read and compared as WCAG has them`() throws {
    let grey = try #require(MailColour("#777"))
    #expect(grey.description == "#777777")
    #expect(abs(grey.contrast(to: .white) - 4.48) < 0.05)
    #expect(abs(MailColour.black.contrast(to: .white) - 21) < 0.05)
  }

  @Test func `typefaces may be quoted`() throws {
    #expect(try MailStyle(fonts: "'Noto Sans JP', Georgia, serif").fonts.hasPrefix("'Noto"))
  }
}
