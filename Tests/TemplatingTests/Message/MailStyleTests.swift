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

  @Test func `typefaces may be quoted`() throws {
    #expect(try MailStyle(fonts: "'Noto Sans JP', Georgia, serif").fonts.hasPrefix("'Noto"))
  }
}
