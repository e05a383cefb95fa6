import Mail
import Testing

struct InboundMessageTests {
  private static func message(_ lines: String...) -> InboundMessage {
    InboundMessage(Array(lines.joined(separator: "\r\n").utf8))
  }

  /// Text, and how it is written in a charset.
  @Test(arguments: [
    ("Gr\u{FC}\u{DF}e", "iso-8859-1", [0x47, 0x72, 0xFC, 0xDF, 0x65]),
    ("5 €", "windows-1252", [0x35, 0x20, 0x80]),
    ("5 €", "iso-8859-15", [0x35, 0x20, 0xA4]),
    ("Zażółć", "iso-8859-2", [0x5A, 0x61, 0xBF, 0xF3, 0xB3, 0xE6]),
    ("Привет", "windows-1251", [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2]),
    ("Привет", "koi8-r", [0xF0, 0xD2, 0xC9, 0xD7, 0xC5, 0xD4]),
    ("你好", "gb2312", [0xC4, 0xE3, 0xBA, 0xC3]),
    ("你好", "GBK", [0xC4, 0xE3, 0xBA, 0xC3]),
    ("你好", "gb18030", [0xC4, 0xE3, 0xBA, 0xC3]),
    ("你好", "big5", [0xA7, 0x41, 0xA6, 0x6E]),
    ("こん", "shift_jis", [0x82, 0xB1, 0x82, 0xF1]),
    ("こん", "euc-jp", [0xA4, 0xB3, 0xA4, 0xF3]),
    ("こん", "iso-2022-jp", [0x1B, 0x24, 0x42, 0x24, 0x33, 0x24, 0x73, 0x1B, 0x28, 0x42]),
    ("안녕", "euc-kr", [0xBE, 0xC8, 0xB3, 0xE7]),
    ("안녕", "ks_c_5601-1987", [0xBE, 0xC8, 0xB3, 0xE7]),
    ("é", "utf-8", [0xC3, 0xA9]),
    ("é", "us-ascii", [0xC3, 0xA9]),
    ("é", "no-such-charset", [0xE9]),
    ("こん", "", [0x1B, 0x24, 0x42, 0x24, 0x33, 0x24, 0x73, 0x1B, 0x28, 0x42]),
  ])
  func `charsets are read in bodies and headers`(text: String, charset: String, octets: [UInt8]) {
    let type = charset.isEmpty ? "text/plain" : "text/plain; charset=\(charset)"
    let raw = InboundMessage(Array("Content-Type: \(type)\r\n\r\n".utf8) + octets)
    #expect(raw.texts.first?.source == text, "\(charset)")
    let coded = Base64.encode(octets)
    let base64 = InboundMessage(
      Array("Content-Type: \(type)\r\nContent-Transfer-Encoding: base64\r\n\r\n".utf8) + coded)
    #expect(base64.texts.first?.source == text, "\(charset)")
    guard !charset.isEmpty else { return }
    let subject = InboundMessage(
      Array("Subject: =?\(charset)?B?".utf8) + coded + Array("?=\r\n\r\n".utf8))
    #expect(subject.subject == text, "\(charset)")
  }

  @Test(arguments: [
    ("=?utf-8?Q?Gr=C3=BC=C3=9Fe_!?=", "Grüße !"),
    ("=?utf-8?B?w6g=?= =?utf-8?B?w6g=?=", "èè"),
    // The character is split between two words.
    ("=?utf-8?Q?caf=C3?= =?utf-8?Q?=A9?=", "café"),
    ("Re: =?UTF-8?B?5L2g?=\r\n =?UTF-8?B?5aW9?= ok", "Re: 你好 ok"),
    ("a =?utf-8?q?b?=c", "a bc"),
    ("=?utf-8?q?with blank?=", "with blank"),
    ("plain = ? =?", "plain = ? =?"),
    ("=?utf-8*en?q?x?=", "x"),
    ("raw ü", "raw ü"),
  ])
  func `encoded words are read`(raw: String, wanted: String) {
    #expect(Self.message("Subject: \(raw)", "", "").subject == wanted)
  }

  @Test(arguments: [
    ("maya@example.com", ["|maya@example.com"]),
    ("Maya Chen <maya@example.com>", ["Maya Chen|maya@example.com"]),
    (
      "\"Chen, Maya\" <maya@example.com>, a@b.example",
      ["Chen, Maya|maya@example.com", "|a@b.example"]
    ),
    ("maya@example.com (Maya Chen)", ["Maya Chen|maya@example.com"]),
    (
      "Team: a@b.example, B <b@b.example>;, c@d.example",
      ["|a@b.example", "B|b@b.example", "|c@d.example"]
    ),
    ("undisclosed-recipients:;", []),
    ("=?utf-8?Q?M=C3=BCller,_J=2E?= <m@example.com>", ["Müller, J.|m@example.com"]),
    ("\"=?utf-8?Q?M=C3=BCller?=\" <m@example.com>", ["Müller|m@example.com"]),
    ("<@relay.example,@b.example:maya@example.com>", ["|maya@example.com"]),
    ("Maya (a (nested) remark) <maya@example.com>", ["Maya|maya@example.com"]),
    ("MAILER-DAEMON <>", ["MAILER-DAEMON|"]),
    ("\"odd.\"@example.com", ["|\"odd.\"@example.com"]),
    ("Maya <maya@example.com", ["Maya|maya@example.com"]),
    ("'Maya' <mailto:maya@example.com>", ["Maya|maya@example.com"]),
  ])
  func `addresses are read`(raw: String, wanted: [String]) {
    let found = Self.message("To: \(raw)", "", "").to
    let names = found.map {
      $0.name.isEmpty && $0.address.isEmpty ? "" : "\($0.name)|\($0.address)"
    }
    // A remark beside a name says nothing more.
    #expect(names == wanted)
  }

  @Test(arguments: [
    ("Mon, 16 Nov 2026 09:01:00 +0100", "Mon, 16 Nov 2026 09:01:00 +0100"),
    ("16 Nov 2026 09:01 -0530 (comment)", "Mon, 16 Nov 2026 09:01:00 -0530"),
    ("Mon, 16 Nov 26 09:01:00 EST", "Mon, 16 Nov 2026 09:01:00 -0500"),
    ("Mon Nov 16 09:01:00 2026", "Mon, 16 Nov 2026 09:01:00 +0000"),
    ("Mon, 16-Nov-2026 09:01:00 GMT", "Mon, 16 Nov 2026 09:01:00 +0000"),
    ("nonsense", ""), ("Mon, 99 Nov 2026 09:01:00 +0000", ""),
  ])
  func `dates are read`(raw: String, wanted: String) {
    #expect(Self.message("Date: \(raw)", "", "").date?.description ?? "" == wanted)
  }

  @Test func `alternatives give the plain text, and attachments none`() {
    let message = Self.message(
      "Content-Type: multipart/mixed; boundary=m", "", "preamble", "--m",
      "Content-Type: multipart/alternative; boundary=\"a b\"", "", "--a b",
      "Content-Type: text/html", "", "<p>Rich</p>", "--a b", "Content-Type: text/plain", "",
      "Plain",
      "--a b--", "--m", "Content-Type: text/plain",
      "Content-Disposition: attachment; filename*=utf-8''%C3%A4.txt", "", "attached", "--m--")
    #expect(message.texts.map(\.source) == ["Plain"])
    #expect(message.parts.last?.fileName == "ä.txt")
  }

  @Test func `missing ends, boundaries and blank lines lose no text`() {
    let open = Self.message(
      "Content-Type: multipart/mixed; boundary=m", "", "--m",
      "Content-Type: multipart/mixed; boundary=i",
      "", "--i", "", "one", "--m", "", "two")
    #expect(open.texts.map(\.source) == ["one", "two"])
    let wrong = Self.message("Content-Type: multipart/mixed; boundary=m", "", "just text")
    #expect(wrong.texts.map(\.source) == ["just text"])
    let unnamed = Self.message("Content-Type: multipart/mixed", "", "--x", "", "text", "--x--")
    #expect(unnamed.texts.map(\.source) == ["text"])
    let headless = Self.message("no header here", "", "text")
    #expect(headless.plainText.contains("no header here"))
    #expect(InboundMessage([]).texts.map(\.source) == [""])
  }

  @Test func `HTML is read as a person would`() {
    let html =
      "<html><head><title>x</title><style>p{}</style></head><body><p>Hi&nbsp;Ann,</p>"
      + "<div>yes &amp; no<br>line &#8211; two</div><ul><li>one<li>two</ul>"
      + "<!-- <p>not</p> --><blockquote>old<br>words</blockquote><script>no()</script>end</body>"
    let text = InboundText(source: html, kind: "text/html").plain
    #expect(
      text.split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
        == ["Hi Ann,", "yes & no", "line – two", "- one", "- two", "> old", "> words", "end"])
  }

  @Test func `references are nearest first, without repeats`() {
    let message = Self.message(
      "In-Reply-To: <c@x>", "References: <a@x> <b@x>", " <c@x>", "", "")
    #expect(message.references == ["c@x", "b@x", "a@x"])
  }

  @Test func `depth and number of the parts are bounded`() {
    let deep = InboundMessage(
      Array(
        (0..<200).map { "Content-Type: multipart/mixed; boundary=b\($0)\n\n--b\($0)\n" }.joined()
          .utf8))
    #expect(deep.parts.count < 100)
    let wide = InboundMessage(
      Array(
        ("Content-Type: multipart/mixed; boundary=b\n\n"
          + String(repeating: "--b\n\nx\n", count: 5000)).utf8))
    #expect(wide.parts.count <= 1001)
  }

  @Test func `octets at random are read somehow`() {
    var random = SplitMix64("octets at random are read somehow")
    for _ in 0..<300 {
      let text = random.text(upTo: 400, controls: true)
      let head = ["", "From: ", "Content-Type: multipart/mixed; boundary=-\n\n--", "Subject: =?"]
      let bytes = Array(((head.randomElement(using: &random) ?? "") + text).utf8)
      let message = InboundMessage(bytes)
      #expect(!message.parts.isEmpty)
      _ = InboundClassifier().classify(message)
    }
  }
}
