import Testing

@testable import CommandLineKit

@Suite struct TextWrappingTests {
  @Test("Paragraphs fill the width, examples and blank lines stay")
  func wrapping() {
    let text = "one two three\nfour five\n\n  an example that is longer\n\nsix"
    #expect(
      TextWrapping.lines(of: text, width: 11) == [
        "one two", "three four", "five", "", "  an example that is longer", "", "six",
      ])
  }

  @Test("Wide characters count twice, and a word that is too long has its own line")
  func wide() {
    #expect(TextWrapping.lines(of: "李雷 韩梅梅 a", width: 8) == ["李雷", "韩梅梅 a"])
    #expect(
      TextWrapping.lines(of: "a incomprehensible b", width: 5, indent: 2) == [
        "  a", "  incomprehensible", "  b",
      ])
    #expect(TextWrapping.lines(of: "", width: 5) == [""])
    #expect(TextWrapping.lines(of: "a b", width: 0) == ["a", "b"])
  }
}
