import FoundationEssentials
import Mail
import Scheduling
import Testing

@testable import Liaison

/// What the team sees is what goes, byte for byte.
struct PreviewTests {
  /// The header's fields in their order, unfolded.
  private func fields(_ bytes: [UInt8]) -> [(name: String, value: String)] {
    let text = String(decoding: bytes, as: UTF8.self)
    let head = text.split(separator: "\r\n\r\n", maxSplits: 1).first ?? ""
    return head.replacing("\r\n ", with: " ").split(separator: "\r\n").map { line in
      let parts = line.split(separator: ":", maxSplits: 1)
      return (String(parts[0]), parts.count > 1 ? parts[1].trimmingPrefix(" ").description : "")
    }
  }

  private func field(_ name: String, of bytes: [UInt8]) -> String? {
    fields(bytes).first { $0.name == name }?.value
  }

  private func filed(in folder: TemporaryFolder) throws -> [[UInt8]] {
    try folder.names(in: "outbox/new").map { try folder.bytes(of: "outbox/new/\($0)") }
  }

  private static let languages = [
    "en", "de", "fr", "es", "pt-BR", "ja", "ko", "zh-Hans", "zh-Hant", "ar",
  ]

  @Test(arguments: [("spring", "creator"), ("press", "media")])
  func `a preview is what a Maildir gets, for every step and language, before and after`(
    campaign: String, kind: String
  ) throws {
    let folder = try TemporaryFolder()
    let place = folder.path + "/acme"
    var now = try #require(Instant(iso8601: "2026-03-02T09:00:00Z"))
    let workspace = try WorkspaceMaker.make(at: place, now: now)
    let store = try workspace.openStore()
    let zones = try Office.zones.get()
    let linter = try Office.linter.get()
    let names = ["Ada", "Jörg", "Zoé", "Íñigo", "João", "花子", "민준", "小明", "志明", "ليلى"]
    let rows = zip(Self.languages, names).map { language, name in
      "\(language.lowercased())@mail.example,\(name),王,\(name) Kanal,\(kind),\(name) Kanal,"
        + "https://x.example,DE,\(language),Asia/Shanghai,referral,x,5000,\(name) Werk"
    }
    let header =
      "email,first_name,last_name,prospect,kind,channel,website,country,language,timezone,"
      + "source,tags,audience,recent_work"
    var reader = try ImportReader(
      bytes: Array(([header] + rows).joined(separator: "\n").utf8), name: "x.csv",
      options: ImportOptions(zones: zones))
    let imported = try ProspectImport(store: store, policy: .fail, who: "test")
      .run(&reader, from: "x.csv", at: now)
    #expect(imported.added == Self.languages.count, "\(imported.problems)")
    let desk = CampaignDesk(workspace: workspace, store: store, zones: zones, linter: linter)
    let launch = try desk.launch(LaunchRequest(campaign: campaign, who: "test"), at: now)
    #expect(launch.enrolled == Self.languages.count, "\(launch.held)")

    let previews = try PreviewDesk(
      workspace: workspace, store: store, zones: zones, linter: linter)
    let sending = try SendDesk(
      workspace: workspace, store: store, zones: zones, linter: linter, environment: [:])
    var shown: [String: [UInt8]] = [:]
    let rules = SendingRules(workspace.configuration, home: try workspace.homeZone(in: zones))
    while let due = try store.nextDue() {
      now = max(now, due)
      let attempts = try store.dueAttempts(at: now, limit: 100, by: rules).claims.map(\.attempt)
      for attempt in attempts {
        // Due at this very instant, hence what the plan's preview shows is what goes.
        let preview = try previews.preview(
          campaign: campaign, address: attempt.contact.address, step: attempt.step,
          at: attempt.dueAt == now ? nil : now, now: now)
        #expect(preview.objections.isEmpty)
        #expect(preview.language == attempt.language.description)
        shown["\(attempt.contact.address) \(attempt.step)"] = preview.bytes
      }
      let clock = now
      let report = try sending.file(into: place + "/outbox", clock: { clock })
      #expect(report.count(.sent) == attempts.count)
    }
    #expect(shown.count == 4 * Self.languages.count)

    let outbox = try FileManager.default.contentsOfDirectory(atPath: place + "/outbox/new")
    var byID: [String: [UInt8]] = [:]
    for name in outbox {
      let bytes = [UInt8](try Data(contentsOf: URL(filePath: "\(place)/outbox/new/\(name)")))
      byID[try #require(field("Message-ID", of: bytes))] = bytes
    }
    #expect(byID.count == shown.count)
    for (key, bytes) in shown {
      let id = try #require(field("Message-ID", of: bytes))
      #expect(byID[id] == bytes, "\(key) was delivered otherwise than shown")
    }
    for language in Self.languages {
      for step in 1...4 {
        let address = "\(language.lowercased())@mail.example"
        let preview = try previews.preview(
          campaign: campaign, address: address, step: step, at: nil, now: now)
        #expect(preview.standing == .sent)
        #expect(preview.language == language)
        #expect(preview.bytes == shown["\(address) \(step)"])
        let hasKit = String(decoding: preview.bytes, as: UTF8.self).contains("brand-kit.pdf")
        #expect(hasKit == (step == 1))
        #expect(preview.outgoing.attachments.count == (step == 1 ? 1 : 0))
      }
    }
  }

  @Test func `what was sent is shown as it was sent, whatever changed since`() throws {
    let office = try Office()
    try office.launch()
    try office.goToNextDue()
    let transport = ScriptedTransport()
    try office.send(transport)
    let sent = try #require(transport.received.first).message
    // The contact's name, the case of the address, the sender's name and our own zone.
    try office.importRows(["person0@DOMAIN0.example,Someone Else,creator,en,Asia/Tokyo"])
    try office.folder.write(
      Office.configuration(["me"]).replacing("Lina Berg", with: "Kai Berg")
        .replacing("Europe/Berlin", with: "Asia/Tokyo"), to: "liaison.json5")
    try office.reload()
    let preview = try office.preview(step: 1)
    #expect(preview.standing == .sent)
    #expect(String(decoding: preview.bytes, as: UTF8.self) == String(decoding: sent, as: UTF8.self))
  }

  @Test func `a follow-up is threaded to all that went before, with Re and a stable id`() throws {
    let office = try Office()
    let before = try (1...4).map { try office.preview(step: $0) }
    #expect(before.allSatisfy { $0.standing == .wouldBe })
    try office.launch()
    let transport = ScriptedTransport()
    for _ in 1...4 {
      try office.goToNextDue()
      try office.send(transport)
    }
    let sent = transport.received.map(\.message)
    #expect(sent.count == 4)
    let ids = sent.compactMap { field("Message-ID", of: $0) }
    #expect(Set(ids).count == 4)
    // Known before the launch, and in the database before the connection opens.
    #expect(before.map { field("Message-ID", of: $0.bytes) } == ids)
    #expect(try office.attempts().map(\.messageID) == ids)
    for (index, message) in sent.enumerated() {
      #expect(field("Subject", of: message) == (index == 0 ? "" : "Re: ") + "A jacket for Name0")
      #expect(field("In-Reply-To", of: message) == (index == 0 ? nil : ids[index - 1]))
      let references = field("References", of: message)?.split(separator: " ").map(String.init)
      #expect(references == (index == 0 ? nil : Array(ids[..<index])))
      #expect(field("From", of: message) == "Lina Berg <me@acme.example>")
      #expect(field("To", of: message) == "Name0 <person0@domain0.example>")
    }
    #expect(try office.enrollment() == "finished")
    #expect(try office.store.nextDue() == nil)
  }

  @Test func `two workspaces give the same person different ids`() throws {
    let one = try Office()
    let two = try Office(seed: 7)
    #expect(try one.preview(step: 1).bytes != two.preview(step: 1).bytes)
    let first = field("Message-ID", of: try one.preview(step: 1).bytes)
    #expect(first != field("Message-ID", of: try two.preview(step: 1).bytes))
  }

  @Test func `a retry keeps the id and changes only the date`() throws {
    let office = try Office()
    try office.launch()
    try office.goToNextDue()
    var tries: [[UInt8]] = []
    let transport = ScriptedTransport { envelope in
      tries.append(envelope.message)
      return tries.count < 3 ? .unavailable : .accept
    }
    while transport.received.isEmpty {
      try office.goToNextDue()
      try office.send(transport)
    }
    let rest = tries.map { bytes in fields(bytes).filter { $0.name != "Date" }.map { "\($0)" } }
    #expect(tries.count == 3)
    #expect(rest[0] == rest[1] && rest[1] == rest[2])
    #expect(Set(tries.compactMap { field("Date", of: $0) }).count == 3)
  }

  @Test func `the kit is attached to step 1 only, and is the file that was approved`() throws {
    let office = try Office()
    try office.folder.write("the kit as it was", to: "kit.txt")
    try office.folder.write(
      Office.campaign(["me"]).replacing("'none'", with: "'attach'"), to: "campaigns/spring.json5")
    try office.launch()
    try office.folder.write("the kit as it is now", to: "kit.txt")
    let transport = ScriptedTransport()
    for _ in 1...2 {
      try office.goToNextDue()
      try office.send(transport)
    }
    let texts = transport.received.map { String(decoding: $0.message, as: UTF8.self) }
    #expect(texts.map { $0.contains("kit.txt") } == [true, false])
    #expect(
      try office.preview(step: 1).outgoing.attachments.map(\.bytes) == [
        Array("the kit as it was".utf8)
      ])
  }

  @Test func `a preview of nobody, or of a step that is not, says so`() throws {
    let office = try Office()
    #expect(throws: PreviewError.noStep(5, of: 4)) { try office.preview(step: 5) }
    #expect(throws: PreviewError.noStep(0, of: 4)) { try office.preview(step: 0) }
    #expect(throws: PreviewError.noStep(-3, of: 4)) { try office.preview(step: -3) }
    let error = #expect(throws: PreviewError.self) {
      try office.preview(address: "persn0@domain0.example", step: 1)
    }
    #expect(error?.description.contains("persn0@domain0.example") == true)
    let near = #expect(throws: PreviewError.self) {
      try office.preview(address: "person9@domain0.example", step: 1)
    }
    #expect(near?.description.contains("person0@domain0.example") == true)
  }
}
