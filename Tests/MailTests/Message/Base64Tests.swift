import Foundation
import Mail
import Testing

@Suite struct Base64Tests {
  @Test(
    "The vectors of RFC 4648 section 10",
    arguments: [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
      ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
    ])
  func vectors(plain: String, encoded: String) {
    #expect(String(decoding: Base64.encode(plain.utf8), as: UTF8.self) == encoded)
  }

  @Test func anyLengthAgreesWithFoundation() {
    var random = SplitMix64("anyLengthAgreesWithFoundation")
    for length in Array(0...240) + [5700, 5701] {
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
      let lines = Data(bytes).base64EncodedString(
        options: [.lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed])
      #expect(Base64.encodeLines(bytes) == Array(lines.utf8), "seed \(random.seed)")
      #expect(
        Base64.encode(bytes) == Array(Data(bytes).base64EncodedString().utf8), "seed \(random.seed)"
      )
    }
  }
}
