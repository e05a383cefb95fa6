import Foundation
import Mail
import Testing

@Suite struct BodyTextTests {
  @Test(
    "The encoding suits the text",
    arguments: [
      ("", .sevenBit), ("Hello Maya,\n\nhow are you?\n", .sevenBit), ("a\tb", .sevenBit),
      (String(repeating: "x", count: 78), .sevenBit),
      (String(repeating: "x", count: 79), .quotedPrintable),
      ("trailing \nspace", .quotedPrintable), ("trailing\t", .quotedPrintable),
      (".\nend", .quotedPrintable), ("a\n.b", .quotedPrintable),
      ("From the start", .quotedPrintable), ("a\nFrom b", .quotedPrintable),
      ("Fromage", .sevenBit), ("--=_abc_1\nx y z", .quotedPrintable), ("---\nx", .sevenBit),
      ("Herzliche Grüße aus München und Umgebung", .quotedPrintable), ("品牌合作邀请", .base64),
      ("null\0inside of this text here", .quotedPrintable), (" \n \n \n ", .quotedPrintable),
    ] as [(String, BodyText.Encoding)])
  func encodingSuitsTheText(text: String, encoding: BodyText.Encoding) {
    #expect(BodyText(text).encoding == encoding)
  }

  @Test("Every kind of line end becomes CRLF", arguments: ["a\nb\n", "a\r\nb\r\n", "a\rb\r"])
  func lineEndsBecomeCRLF(text: String) {
    #expect(BodyText(text).bytes == Array("a\r\nb\r\n".utf8))
  }

  @Test func mixedLineEndsAreEachCountedOnce() {
    #expect(BodyText("a\r\r\n\n\rb").bytes == Array("a\r\n\r\n\r\n\r\nb".utf8))
  }

  @Test func anyTextComesBack() {
    var random = SplitMix64("anyTextComesBack")
    for _ in 0..<1000 {
      let text = random.text(upTo: 300, controls: true)
      let body = BodyText(text)
      let crlf = text.unicodeScalars.map(String.init).joined()
        .replacing("\r\n", with: "\n").unicodeScalars
        .map { $0 == "\r" || $0 == "\n" ? "\r\n" : String($0) }.joined()
      let decoded: [UInt8]? =
        switch body.encoding {
        case .sevenBit: body.bytes
        case .quotedPrintable: decodeQuotedPrintable(body.bytes)
        case .base64:
          Data(base64Encoded: Data(body.bytes), options: .ignoreUnknownCharacters).map(Array.init)
        }
      #expect(decoded == Array(crlf.utf8), "seed \(random.seed)")
      #expect(isClean(body.bytes + [0x0D, 0x0A], lineLimit: 78), "seed \(random.seed)")
      #expect(
        lines(body.bytes).allSatisfy { line in
          !line.hasPrefix(".") && !line.hasPrefix("From ") && line.last != " "
            && line.last != "\t"
        }, "seed \(random.seed)")
    }
  }
}
