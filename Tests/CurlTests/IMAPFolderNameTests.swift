import Testing

@testable import Curl

@Suite struct IMAPFolderNameTests {
  @Test(arguments: [
    ("Sent", "Sent"), ("R&D", "R&-D"), ("Entwürfe", "Entw&APw-rfe"), ("台北", "&U,BTFw-"),
    ("~peter/mail/台北/日本語", "~peter/mail/&U,BTFw-/&ZeVnLIqe-"), ("😀", "&2D3eAA-"), ("a\"b", "a\"b"),
    ("&", "&-"), ("é&è", "&AOk-&-&AOg-"), ("inbox", "INBOX"), ("Inbox/x", "Inbox/x"),
  ])
  func `A name is spelt in modified UTF-7`(name: String, wire: String) throws {
    let folder = try #require(IMAPFolderName(name))
    #expect(folder.wire == Array(wire.utf8))
    #expect(folder.description == (wire == "INBOX" ? "INBOX" : name))
  }

  @Test(arguments: ["", "a\r\nb", "a\u{0}", "\u{7F}", String(repeating: "a", count: 1_001)])
  func `What cannot be a name is none`(name: String) {
    #expect(IMAPFolderName(name) == nil)
  }

  /// ASCII in base64, a cut pair, a lone surrogate, padding bits, bytes that are not ASCII.
  @Test(arguments: [
    Array("&".utf8), Array("&AAA".utf8), Array("&AGE-".utf8), Array("&A-".utf8),
    Array("&2D0-".utf8), Array("&APx-".utf8), Array("&AP!-".utf8), [0xC3, 0xBC], [0x1B, 0x5B],
    Array("&U,BTFw=-".utf8), Array("&AOk-&AOg-".utf8),
  ])
  func `A name of another spelling is kept as it is`(wire: [UInt8]) {
    #expect(ModifiedUTF7.decode(wire) == nil)
    let name = IMAPFolderName(wire: wire)
    #expect(name.wire == wire)
    #expect(!name.description.unicodeScalars.contains { $0.value < 0x20 })
  }

  @Test func `Every text comes back`() {
    let seed = UInt64.random(in: .min ... .max)
    var random = SplitMix64(state: seed)
    for _ in 0..<5_000 {
      var text = ""
      for _ in 0..<Int.random(in: 0...12, using: &random) {
        let isASCII = Bool.random(using: &random)
        let value = UInt32.random(in: 0x20...(isASCII ? 0x7E : 0x10FFFF), using: &random)
        if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
      }
      let decoded = ModifiedUTF7.decode(ModifiedUTF7.encode(text))
      #expect(
        decoded.map { Array($0.unicodeScalars) } == Array(text.unicodeScalars), "seed \(seed)")
    }
  }
}
