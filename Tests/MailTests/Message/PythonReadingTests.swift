import Foundation
import Mail
import Testing

/// What Python's `email` package reads in our messages is what was put into them.
@Suite struct PythonReadingTests {
  private struct Reading: Decodable {
    struct Attached: Decodable {
      let filename: String
      let fallback: String
      let type: String
      let bytes: Data
    }
    let subject: String
    let from: [[String]]
    let replyTo: [[String]]
    let to: [[String]]
    let date: Int64
    let dateOffset: Int
    let messageID: String
    let inReplyTo: String
    let references: [String]
    let listUnsubscribe: String
    let language: String?
    let text: String
    let html: String?
    let attachments: [Attached]
    let shape: String
    let fields: [String]
    let defects: [String]
  }

  /// A name, a subject and some words in the script of each market.
  private static let scripts: [(language: String, name: String, subject: String, text: String)] = [
    ("en", "Maya Chen", "A partnership idea for spring", "Hello Maya,\n\nwe like your work.\n"),
    ("en-GB", "O'Brien, Pat \"PJ\"", "Re: your rate card (2025)", "-- \nPat \n.\nFrom here on\n"),
    ("de", "Jörg Weiß", "Grüße und ein Vorschlag für Ihr Publikum", "Schöne Grüße aus Köln"),
    ("fr", "Zoé Lefèvre", "Une idée de collaboration à l’été", "Ça vous dirait ?\n\n— L’équipe"),
    ("pl", "Łukasz Żółć", "Zażółć gęślą jaźń", "Pozdrawiamy serdecznie z Łodzi"),
    ("vi", "Nguyễn Thị Ánh", "Lời mời hợp tác", "Xin chào Ánh, rất vui được làm quen."),
    ("ru", "Мария Иванова", "Предложение о сотрудничестве", "Здравствуйте, Мария!\n\nДо связи."),
    ("el", "Ελένη Παππά", "Πρόταση συνεργασίας", "Καλημέρα σας"),
    ("zh-Hans", "陈美", "春季品牌合作邀请", "您好，陈美：\n\n期待您的回复。"),
    ("zh-Hant", "林小姐", "春季品牌合作邀請", "您好：\n感謝您"),
    ("ja", "田中 さくら", "コラボレーションのご提案", "田中様\n\nはじめまして。\n"),
    ("ko", "김민지", "협업 제안드립니다", "안녕하세요, 민지님."),
    ("ar", "مريم الحسن", "دعوة للتعاون", "مرحبا مريم،\n\nمع أطيب التحيات"),
    ("he", "נועה כהן", "הצעה לשיתוף פעולה", "שלום נועה,"),
    ("hi", "प्रिया शर्मा", "सहयोग का प्रस्ताव", "नमस्ते प्रिया,"),
    ("th", "สมหญิง ใจดี", "ข้อเสนอความร่วมมือ", "สวัสดีค่ะ"),
    ("en", "Sam 👩‍👩‍👧‍👦", "🎉 A launch 🚀 for you 👩🏽‍🎤", "Hi 👋🏽\u{200D} there"),
  ]

  private static func messages() throws -> [OutgoingMessage] {
    var messages = try scripts.enumerated().map { number, script in
      try sampleMessage(
        from: Mailbox(name: script.name, address: EmailAddress("team@bücher.example")),
        replyTo: Mailbox(address: EmailAddress("reply+\(number)@acme.example")),
        to: Mailbox(name: "\(script.name) \(script.name)", address: EmailAddress("m@例え.jp")),
        subject: script.subject, date: 1_751_353_500 + Int64(number) * 86_399,
        dateOffsetSeconds: (number - 8) * 2700, messageID: MessageID("\(number).a@acme.example"),
        inReplyTo: MessageID("\(number).1@acme.example"),
        references: [MessageID("\(number).0@acme.example"), MessageID("\(number).1@acme.example")],
        listUnsubscribe: ListUnsubscribe(
          address: EmailAddress("out@acme.example"), subject: script.subject),
        language: script.language, text: script.text,
        html: "<!doctype html>\n<p dir=\"auto\">\(script.text)</p>\n",
        attachments: [
          Attachment(
            filename: "\(script.subject).pdf", contentType: "application/pdf",
            bytes: (0..<(number * 37)).map { UInt8(truncatingIfNeeded: $0 &* 31) }),
          Attachment(
            filename: "kit-\(number).txt", contentType: "text/plain",
            bytes: Array(script.text.utf8)),
        ])
    }
    let texts = [
      "", "\n", " ", "trailing   \nspaces\t\n \n", String(repeating: "x", count: 10_000),
      String(repeating: "品牌", count: 5_000), String(repeating: "a b ", count: 3_000),
      "--=_0123456789abcdef_2--\n.\n..\nFrom x\n", "nul \0 and \u{1B}[2J", "a\rb\r\nc\n\rd",
    ]
    let subjects = [
      "", "  two  spaces  ", String(repeating: "long ", count: 100) + "end",
      String(repeating: "x", count: 500), String(repeating: "品牌合作", count: 125),
      String(repeating: "é", count: 500), "=?UTF-8?Q?not_encoded?=", "a, b; c <d@e> \"f\" (g)",
      String(repeating: "👩‍👩‍👧‍👦", count: 60), "ends in =",
    ]
    for (number, (text, subject)) in zip(texts, subjects).enumerated() {
      let hasHTML = number % 3 != 0
      let attachment = try Attachment(
        filename: String(repeating: "长", count: 40) + "\(number).png", contentType: "image/png",
        bytes: Array(repeating: UInt8(number), count: number * 100))
      messages.append(
        try sampleMessage(
          to: Mailbox(
            name: String(repeating: "Long Name ", count: 20), address: EmailAddress("m@example.com")
          ),
          subject: subject, date: 1_709_164_800, dateOffsetSeconds: -1800,
          messageID: MessageID("edge.\(number)@acme.example"), text: text,
          html: hasHTML ? "<p>\(text)</p>" : "", attachments: number % 2 == 0 ? [] : [attachment]))
    }
    return messages
  }

  @Test func everyFieldComesBack() throws {
    let messages = try Self.messages()
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "liaison-mail-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (number, message) in messages.enumerated() {
      let bytes = message.bytes()
      #expect(isClean(bytes))
      // The link of List-Unsubscribe may not be folded.
      let others = lines(bytes).filter {
        !$0.hasPrefix("List-Unsubscribe:") && !$0.hasPrefix(" <mailto:")
      }
      #expect(others.allSatisfy { $0.utf8.count <= 78 }, "message \(number)")
      try Data(bytes).write(to: folder.appending(path: "\(number).eml"))
    }
    let readings = try Self.read(folder)
    #expect(readings.count == messages.count)
    for (number, message) in messages.enumerated() {
      try Self.compare(message, #require(readings["\(number).eml"]), "message \(number)")
    }
  }

  private static func compare(
    _ message: OutgoingMessage, _ reading: Reading, _ place: Comment
  ) throws {
    #expect(reading.defects == [], place)
    #expect(Array(reading.subject.utf8) == Array(message.subject.utf8), place)
    #expect(reading.from == [pair(message.from)], place)
    #expect(reading.replyTo == (message.replyTo.map { [pair($0)] } ?? []), place)
    #expect(reading.to == [pair(message.to)], place)
    #expect(reading.date == message.date.seconds, place)
    #expect(reading.dateOffset == message.date.offsetSeconds, place)
    #expect(reading.messageID == message.messageID.description, place)
    #expect(reading.inReplyTo == message.inReplyTo?.description ?? "", place)
    #expect(reading.references == message.references.map(\.description), place)
    #expect(reading.listUnsubscribe == message.listUnsubscribe?.uri ?? "", place)
    #expect(reading.language == message.language, place)
    #expect(Set(reading.fields).count == reading.fields.count, place)

    let isAlone = message.html == nil && message.attachments.isEmpty
    #expect(text(reading.text, isAlone) == text(crlf(message.text), isAlone), place)
    #expect(reading.html.map { Array($0.utf8) } == message.html.map { Array(crlf($0).utf8) }, place)

    let content =
      message.html == nil ? "text/plain" : "multipart/alternative[text/plain, text/html]"
    let parts = [content] + message.attachments.map(\.contentType)
    #expect(
      reading.shape
        == (parts.count == 1 ? content : "multipart/mixed[\(parts.joined(separator: ", "))]"), place
    )
    #expect(reading.attachments.map(\.filename) == message.attachments.map(\.filename), place)
    #expect(reading.attachments.map(\.type) == message.attachments.map(\.contentType), place)
    #expect(reading.attachments.map { Array($0.bytes) } == message.attachments.map(\.bytes), place)
    #expect(reading.attachments.allSatisfy { $0.fallback.utf8.allSatisfy { $0 < 0x80 } }, place)
  }

  private static func pair(_ mailbox: Mailbox) -> [String] {
    [mailbox.name ?? "", mailbox.address.description]
  }

  /// A text alone ends in a line end of the message, which is not its own.
  private static func text(_ text: String, _ isAlone: Bool) -> [UInt8] {
    let bytes = Array(text.utf8)
    return isAlone && bytes.suffix(2) == [0x0D, 0x0A] ? bytes.dropLast(2) : bytes
  }

  private static func crlf(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if scalar == "\r" || scalar == "\n" && previous != "\r" {
        result.append("\r")
        result.append("\n")
      } else if scalar != "\n" {
        result.append(scalar)
      }
      previous = scalar
    }
    return String(result)
  }

  private static func read(_ folder: URL) throws -> [String: Reading] {
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Fixtures/mail/parse.py").standardizedFileURL
    let python = Process()
    python.executableURL = URL(filePath: "/usr/bin/env")
    python.arguments = ["python3", script.path, folder.path]
    let output = Pipe()
    python.standardOutput = output
    try python.run()
    let json = try output.fileHandleForReading.readToEnd() ?? Data()
    python.waitUntilExit()
    try #require(python.terminationStatus == 0, "parse.py failed; its message stands above")
    return try JSONDecoder().decode([String: Reading].self, from: json)
  }
}
