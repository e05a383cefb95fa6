import Testing

@testable import Curl

@Suite struct SMTPReplyReaderTests {
  @Test(arguments: [
    (["250 2.1.0 ok\r\n"], SMTPReply(code: 250, enhanced: EnhancedStatus(2, 1, 0), text: "ok")),
    (["250\r\n"], SMTPReply(code: 250, text: "")),
    (["250 \r\n"], SMTPReply(code: 250, text: "")),
    (["250 ok"], SMTPReply(code: 250, text: "ok")),
    (
      ["550-5.1.1 first\r\n", "550-second\r\n", "550 5.1.1 third\r\n"],
      SMTPReply(code: 550, enhanced: EnhancedStatus(5, 1, 1), text: "first\nsecond\nthird")
    ),
    // The last line's code counts.
    (["250-ok\r\n", "550 no\r\n"], SMTPReply(code: 550, text: "ok\nno")),
    // Lines of another form are passed over.
    (["noise\r\n", "25\r\n", "250x\r\n", "250 ok\r\n"], SMTPReply(code: 250, text: "ok")),
    // An enhanced status that contradicts the code, or is none, is text.
    (["550 2.0.0 odd\r\n"], SMTPReply(code: 550, text: "2.0.0 odd")),
    (["550 5.1 odd\r\n"], SMTPReply(code: 550, text: "5.1 odd")),
    (["550 5.1.1234 odd\r\n"], SMTPReply(code: 550, text: "5.1.1234 odd")),
    (["220 10.0.0.1 ready\r\n"], SMTPReply(code: 220, text: "10.0.0.1 ready")),
    (["554 5.7.1\r\n"], SMTPReply(code: 554, enhanced: EnhancedStatus(5, 7, 1), text: "")),
    // Control characters never reach a terminal.
    (["550 \u{1B}[2Jno\u{7}\u{85}\u{202E}\r\n"], SMTPReply(code: 550, text: " [2Jno   ")),
  ])
  func `Lines make a reply`(lines: [String], reply: SMTPReply) {
    var reader = SMTPReplyReader()
    for line in lines {
      #expect(reader.reply == nil)
      reader.take(Array(line.utf8))
    }
    #expect(reader.reply == reply)
  }

  @Test func `A reply without its last line is none`() {
    var reader = SMTPReplyReader()
    reader.take(Array("250-ok\r\n".utf8))
    #expect(reader.reply == nil)
  }

  @Test func `Bytes that are not UTF-8 are replaced`() {
    var reader = SMTPReplyReader()
    reader.take(Array("550 ".utf8) + [0xC3, 0x28, 0xFF])
    #expect(reader.reply?.text == "\u{FFFD}(\u{FFFD}")
  }

  @Test func `A long text is cut`() {
    var reader = SMTPReplyReader()
    for _ in 0..<100_000 { reader.take(Array("250-0123456789\r\n".utf8)) }
    reader.take(Array("250 end\r\n".utf8))
    #expect(reader.reply?.code == 250)
    #expect((reader.reply?.text.utf8.count ?? 0) <= SMTPReply.maximumTextLength)
  }

  @Test func `Random lines never break it`() {
    let seed = UInt64.random(in: .min ... .max)
    var random = SplitMix64(state: seed)
    let pieces = ["2", "5", "0", "-", " ", ".", "\r", "\n", "x", "\u{0}", "é"].map {
      Array($0.utf8)
    }
    for _ in 0..<20_000 {
      var reader = SMTPReplyReader()
      for _ in 0..<3 {
        let parts = (0..<Int.random(in: 0...12, using: &random)).map { _ in
          pieces.randomElement(using: &random) ?? []
        }
        reader.take(Array(parts.joined()))
      }
      let text = reader.reply?.description ?? ""
      #expect(!text.unicodeScalars.contains { $0.value < 0x20 }, "seed \(seed)")
    }
  }

  @Test func `A reply is shown on one line`() {
    let reply = SMTPReply(code: 550, enhanced: EnhancedStatus(5, 1, 1), text: "no\nsuch user")
    #expect(reply.description == "550 5.1.1 no such user")
    #expect(SMTPReply(code: 250, text: "").description == "250")
  }

  @Test(arguments: [
    ("Ok: queued as 4XyZ12", "4XyZ12"), ("Ok: queued as 4XyZ12.", "4XyZ12"),
    ("OK id=1rAbCd-000001-Ab", "1rAbCd-000001-Ab"),
    ("x8S9abcd012345 Message accepted for delivery", "x8S9abcd012345"),
    ("OK  1700000000 a1-20020a5d4bc1000000b0si123.4 - gsmtp", "a1-20020a5d4bc1000000b0si123.4"),
    ("Ok 0102018c1234abcd-1234", "0102018c1234abcd-1234"),
    ("Mail OK queued as smtp1,abc_1", "smtp1"), ("first\nqueued as Z9", "Z9"),
    ("Ok: queued as .", nil), ("Ok: queued as", nil), ("OK", nil), ("", nil), ("Ok done", nil),
    ("message accepted for delivery", nil), ("id=", nil), ("- gsmtp", nil),
  ])
  func `The queue's name of the message is found`(text: String, id: String?) {
    #expect(SMTPReply(code: 250, text: text).queueID == id)
    #expect(SMTPReply(code: 550, text: text).queueID == nil)
  }
}
