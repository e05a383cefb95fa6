import FoundationEssentials
import Scheduling
import Testing

@testable import Liaison

/// The demo, with a clock that is set: what it files is what a user would trust the product with.
struct DemoTests {
  private struct Filed {
    let address: String
    let id: String
    let references: Int
    let at: Instant
    let bytes: [UInt8]
  }

  @Test func `three weeks of the demo keep every promise`() throws {
    let folder = try TemporaryFolder()
    let place = folder.path + "/demo"
    let end = try #require(Instant(iso8601: "2026-03-20T12:00:00Z"))
    var demo = Demo(folder: place, end: end)
    let outcome = try demo.run()
    let workspace = try Workspace(folder: place)
    let store = try workspace.openStore(.read)
    let zones = try workspace.zoneDatabase()
    let inference = try ZoneInference(database: zones)

    // Who is in it.
    #expect(outcome.imported.added >= 24)
    #expect(outcome.imported.rejected == 0)
    var contacts: [String: ContactRecord] = [:]
    try store.forEachContact { contacts[$0.address] = $0 }
    #expect(Set(contacts.values.compactMap(\.country)).count >= 12)
    for (script, language, range) in [
      ("Latin", "en", 0x41...0x7A), ("Chinese", "zh", 0x4E00...0x9FFF),
      ("Japanese", "ja", 0x3041...0x9FFF), ("Korean", "ko", 0xAC00...0xD7A3),
      ("Arabic", "ar", 0x0621...0x064A), ("Cyrillic", "en", 0x0410...0x044F),
    ] as [(String, String, ClosedRange<UInt32>)] {
      let names = contacts.values.filter { $0.language?.language == language }
        .compactMap(\.personName).joined()
      #expect(names.unicodeScalars.contains { range.contains($0.value) }, "no name in \(script)")
    }

    // What was filed.
    let filed = try read(place + "/outbox/new", attempts: store)
    #expect(filed.count == outcome.filed)
    #expect(filed.count > 40)
    #expect(try FileManager.default.contentsOfDirectory(atPath: place + "/outbox/tmp").isEmpty)
    #expect(Set(filed.map(\.id)).count == filed.count)
    #expect(try store.unknownAttempts().isEmpty)
    for mail in filed {
      let contact = try #require(contacts[mail.address])
      let inferred = try inference.find(ZoneClues(contact))
      let known = try #require(contact.timeZone ?? inferred?.zones.first, "\(mail.address)")
      let name = try TimeZoneName(known, in: zones)
      let campaign = try workspace.campaign(named: contact.kind == "creator" ? "spring" : "press")
      let zone = try zones.zone(name)
      #expect(
        campaign.window?.contains(mail.at, in: zone) == true,
        "\(mail.address) at \(mail.at)")
      #expect(mail.at >= outcome.start && mail.at <= end)
      #expect(isCRLFOnly(mail.bytes))
    }

    // To each person one step after the other, never one twice, none after an answer.
    let replied = Dictionary(
      try store.connection.all(
        """
        SELECT k.address, min(i.received_at) FROM inbound i JOIN contact k ON k.id = i.contact_id
        GROUP BY 1
        """
      ) { ($0.text(0), Instant(microseconds: $0.integer(1))) }, uniquingKeysWith: { $1 })
    #expect(!outcome.replies.isEmpty)
    #expect(Set(outcome.replies.map(\.address)) == Set(replied.keys))
    for (address, mails) in Dictionary(grouping: filed, by: \.address) {
      let inOrder = mails.sorted { $0.at < $1.at }
      #expect(inOrder.count <= 4)
      #expect(inOrder.map(\.references) == Array(0..<inOrder.count), "\(address)")
      for (first, second) in zip(inOrder, inOrder.dropFirst()) {
        #expect(second.at >= first.at.adding(seconds: 72 * 3600))
      }
      if let answer = replied[address], let last = inOrder.last { #expect(last.at <= answer) }
    }
    #expect(Dictionary(grouping: filed, by: \.address).values.contains { $0.count == 4 })
    #expect(outcome.statistics.map(\.total.sent).reduce(0, +) == Set(filed.map(\.address)).count)
    #expect(outcome.plan.entries.contains { $0.isProjected })
  }

  @Test func `the demo goes the same way every time`() throws {
    let folder = try TemporaryFolder()
    let end = try #require(Instant(iso8601: "2026-06-05T12:00:00Z"))
    let summaries = try ["one", "two"].map { name in
      var demo = Demo(folder: "\(folder.path)/\(name)", end: end)
      let outcome = try demo.run()
      let encoder = JSONEncoder()
      encoder.outputFormatting = .sortedKeys
      let parts: [Data] = [
        try encoder.encode(outcome.replies), try encoder.encode(outcome.statistics),
        try encoder.encode(outcome.plan),
      ]
      return parts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
    }
    #expect(summaries[0] == summaries[1])
  }

  @Test func `a folder with something in it is refused`() throws {
    let folder = try TemporaryFolder()
    try folder.write("mine", to: "note.txt")
    var demo = Demo(folder: folder.path, end: Instant(seconds: 1_772_438_400))
    #expect(throws: WorkspaceError.self) { try demo.run() }
    #expect(try folder.names() == ["note.txt"])
  }

  private func isCRLFOnly(_ bytes: [UInt8]) -> Bool {
    var before: UInt8 = 0
    for byte in bytes {
      if byte == 0x0A, before != 0x0D { return false }
      if before == 0x0D, byte != 0x0A { return false }
      before = byte
    }
    return bytes.suffix(2) == [0x0D, 0x0A]
  }

  /// The messages of a Maildir, with what their own lines say and the instant kept for their id.
  private func read(_ folder: String, attempts store: Store) throws -> [Filed] {
    let moments = Dictionary(
      uniqueKeysWithValues: try store.connection.all(
        "SELECT message_id, sent_at FROM attempt WHERE state = 'sent'"
      ) { ($0.text(0), Instant(microseconds: $0.integer(1))) })
    return try FileManager.default.contentsOfDirectory(atPath: folder).map { name in
      let bytes = [UInt8](try Data(contentsOf: URL(filePath: "\(folder)/\(name)")))
      let head = String(decoding: bytes, as: UTF8.self)
        .split(separator: "\r\n\r\n", maxSplits: 1)[0].replacing("\r\n ", with: " ")
      func field(_ name: String) -> String? {
        head.split(separator: "\r\n").first { $0.hasPrefix(name + ": ") }
          .map { String($0.dropFirst(name.count + 2)) }
      }
      let to = try #require(field("To"))
      let id = try #require(field("Message-ID"))
      let address = to.split(separator: "<").last?.split(separator: ">").first ?? ""
      return Filed(
        address: String(address), id: id,
        references: field("References")?.split(separator: " ").count ?? 0,
        at: try #require(moments[id]), bytes: bytes)
    }
  }
}
