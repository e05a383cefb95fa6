import Mail
import Testing

@Suite struct QuotedPrintableTests {
  @Test(
    "What relays could change is escaped",
    arguments: [
      ("plain text", "plain text"),
      ("a=b", "a=3Db"),
      ("é", "=C3=A9"),
      ("end \r\nnext", "end=20\r\nnext"),
      ("tab\t\r\n", "tab=09\r\n"),
      ("last ", "last=20"),
      ("a\tb c", "a\tb c"),
      (".", "=2E"),
      ("a\r\n.\r\nb", "a\r\n=2E\r\nb"),
      ("a.b", "a.b"),
      ("From me", "=46rom me"),
      ("Fromage", "Fromage"),
      ("a From b", "a From b"),
      ("-- \r\nMaya", "--=20\r\nMaya"),
      ("\0\r\u{1B}", "=00=0D=1B"),
      ("a\nb", "a=0Ab"),
      ("", ""),
    ])
  func riskyOctetsAreEscaped(text: String, encoded: String) {
    #expect(String(decoding: QuotedPrintable.encode(Array(text.utf8)), as: UTF8.self) == encoded)
  }

  @Test func octetsThatAreNoUTF8KeepToTheLinesToo() {
    for octets in [[UInt8](repeating: 0x80, count: 1000), [UInt8](repeating: 0xFF, count: 1000)] {
      let encoded = QuotedPrintable.encode(octets)
      #expect(lines(encoded).allSatisfy { $0.utf8.count <= 76 })
      #expect(decodeQuotedPrintable(encoded) == octets)
    }
  }

  @Test func linesAreAtMost76AndCharactersStayWhole() {
    for text in [
      String(repeating: "x", count: 10_000), String(repeating: "品", count: 1000),
      String(repeating: "x😀", count: 500), String(repeating: " ", count: 1000),
      String(repeating: ".", count: 1000), String(repeating: "From ", count: 300),
    ] {
      let encoded = QuotedPrintable.encode(Array(text.utf8))
      for line in lines(encoded) {
        #expect(line.utf8.count <= 76)
        #expect(!line.hasPrefix(".") && !line.hasPrefix("From "))
        let octets = decodeQuotedPrintable(Array((line + "\r\n").utf8))
        #expect(octets.flatMap { String(validating: $0, as: UTF8.self) } != nil)
      }
      #expect(decodeQuotedPrintable(encoded) == Array(text.utf8))
    }
  }
}
