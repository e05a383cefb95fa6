import Foundation
import Mail
import Testing

@Suite struct EncodedWordTests {
  @Test(
    "The shorter of B and Q is taken",
    arguments: [
      (
        "Viele Grüße aus dem alten Norden",
        ["=?UTF-8?Q?Viele_Gr=C3=BC=C3=9Fe_aus_dem_alten_Norden?="]
      ),
      ("品牌合作", ["=?UTF-8?B?5ZOB54mM5ZCI5L2c?="]),
      ("مرحبا", ["=?UTF-8?B?2YXYsdit2KjYpw==?="]),
      ("🎉", ["=?UTF-8?B?8J+OiQ==?="]),
      ("a=b?c_d", ["=?UTF-8?B?YT1iP2NfZA==?="]),
      ("the quick=brown", ["=?UTF-8?Q?the_quick=3Dbrown?="]),
      ("", []),
    ])
  func shorterFormIsTaken(text: String, words: [String]) {
    let encoded = EncodedWord.words(of: text, firstRoom: 75)
    #expect(encoded.map { String(decoding: $0, as: UTF8.self) } == words)
  }

  @Test(
    "Long texts are split between characters, and the words join to the text",
    arguments: [
      String(repeating: "品牌合作邀请", count: 80), String(repeating: "مرحبا بكم ", count: 60),
      String(repeating: "👩‍👩‍👧‍👦", count: 40), String(repeating: "Grüße ", count: 90),
      String(repeating: "a", count: 500) + "é", "é" + String(repeating: " ", count: 300),
    ], [30, 40, 67, 75])
  func longTextIsSplitBetweenCharacters(text: String, firstRoom: Int) throws {
    let words = EncodedWord.words(of: text, firstRoom: firstRoom)
    #expect(words[0].count <= firstRoom)
    #expect(words.allSatisfy { $0.count <= EncodedWord.longest })
    #expect(try words.map { try #require(decode($0)) }.joined() == text)
  }

  @Test func anyTextComesBackFromItsWords() {
    var random = SplitMix64("anyTextComesBackFromItsWords")
    for _ in 0..<500 {
      let text = random.text(upTo: 120, controls: false)
      let words = EncodedWord.words(of: text, firstRoom: Int.random(in: 0...90, using: &random))
      let parts = words.map { decode($0) }
      #expect(!parts.contains(nil), "seed \(random.seed)")
      #expect(
        parts.compactMap(\.self).flatMap { Array($0.utf8) } == Array(text.utf8),
        "seed \(random.seed)")
      #expect(words.allSatisfy { $0.count <= 75 }, "seed \(random.seed)")
    }
  }

  /// Reads one word by itself; `nil` where it is not valid alone.
  private func decode(_ word: [UInt8]) -> String? {
    let text = String(decoding: word, as: UTF8.self)
    guard text.hasPrefix("=?UTF-8?"), text.hasSuffix("?=") else { return nil }
    let payload = text.dropFirst(10).dropLast(2)
    if text.dropFirst(8).hasPrefix("B?") {
      return Data(base64Encoded: String(payload)).flatMap { String(data: $0, encoding: .utf8) }
    }
    let bytes = decodeQuotedPrintable(Array(payload.replacing("_", with: " ").utf8))
    return bytes.flatMap { String(validating: $0, as: UTF8.self) }
  }
}
