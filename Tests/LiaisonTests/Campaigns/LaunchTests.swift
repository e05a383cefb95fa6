import Scheduling
import Testing

@testable import Liaison

/// What a launch approves, whom it enrolls, and what it refuses.
struct LaunchTests {
  @Test func `a launch freezes the content: a file edited later changes nothing`() throws {
    let office = try Office()
    try office.launch()
    try office.goToNextDue()
    try office.folder.write(
      Office.template(1, "brand-story").replacing("MARK1", with: "CHANGED"),
      to: "templates/s/1.md")
    let transport = ScriptedTransport()
    try office.send(transport)
    let text = String(decoding: try #require(transport.received.first).message, as: UTF8.self)
    #expect(text.contains("MARK1"))
    #expect(!text.contains("CHANGED"))
  }

  @Test func `who answered one campaign is left out of the next, and named`() throws {
    let office = try Office(people: 2)
    try office.launch()
    try office.goToNextDue()
    try office.send(ScriptedTransport())
    try office.reply(.notInterested)
    let definition = try office.workspace.bytes(of: "campaigns/spring.json5")
    try office.folder.write(definition, to: "campaigns/again.json5")
    let check = try office.desk.check("again", at: office.now)
    #expect(check.answered == [Office.address(0)])
    // The other one is still being written to.
    #expect(check.cooling.map(\.address) == [Office.address(1)])
    #expect(check.ready.isEmpty)
    try office.importRows([Office.row(2)])
    #expect(try office.desk.check("again", at: office.now).ready.values.reduce(0, +) == 1)
  }

  @Test func `changed content is shown and refused until it is approved, then logged`() throws {
    let office = try Office(people: 2)
    try office.launch()
    let step2 = Office.template(2, "partner-benefit")
    try office.folder.write(step2.replacing("MARK2", with: "MARK2 anew"), to: "templates/s/2.md")

    let check = try office.desk.check("spring", at: office.now)
    #expect(check.changes.map(\.path) == ["templates/s/2.md"])
    #expect(
      check.changes.first?.lines == [
        "-This message stresses MARK2 and nothing else.",
        "+This message stresses MARK2 anew and nothing else.",
      ])
    let refusal = #expect(throws: LaunchRefusal.self) { try office.launch() }
    guard case .changed(let changes) = refusal else {
      Issue.record("\(String(describing: refusal))")
      return
    }
    #expect(changes == check.changes)
    #expect(try office.store.campaign(named: "spring")?.revision == 1)

    let report = try office.launch { $0.approve = true }
    #expect(report.revision == 2)
    #expect(report.enrolled == 0)
    #expect(report.enrolledBefore == 2)
    #expect(try office.text("SELECT who FROM log WHERE action = 'approve'") == "test")
    #expect(try office.desk.check("spring", at: office.now).changes.isEmpty)

    // What was not sent yet goes with the new content.
    let transport = ScriptedTransport()
    for _ in 0..<4 {
      try office.goToNextDue()
      try office.send(transport)
    }
    let texts = transport.received.map { String(decoding: $0.message, as: UTF8.self) }
    #expect(texts.contains { $0.contains("MARK2 anew") })
    #expect(!texts.contains { $0.contains("MARK2 and nothing") })
  }

  @Test func `what was sent is shown as it was sent, after a new approval`() throws {
    let office = try Office()
    try office.launch()
    try office.goToNextDue()
    let transport = ScriptedTransport()
    try office.send(transport)
    try office.folder.write(
      Office.template(1, "brand-story").replacing("MARK1", with: "CHANGED"),
      to: "templates/s/1.md")
    try office.launch { $0.approve = true }
    let preview = try office.preview(step: 1)
    #expect(preview.standing == .sent)
    #expect(preview.bytes == transport.received.first?.message)
  }

  @Test func `a comment or a space in the settings is no change of content`() throws {
    let office = try Office()
    try office.launch()
    try office.folder.write("// a note\n" + Office.campaign(["me"]), to: "campaigns/spring.json5")
    #expect(try office.desk.check("spring", at: office.now).changes.isEmpty)
    try office.folder.write(
      Office.campaign(["me"], window: "Mon-Thu 10:00-18:00"), to: "campaigns/spring.json5")
    #expect(
      try office.desk.check("spring", at: office.now).changes.map(\.path) == ["campaign.json"])
  }

  @Test func `a contact is held with every reason and every missing field at once`() throws {
    let office = try Office(
      rows: ["a@one.example,,creator,en,", "b@two.example,Bo,creator,en,Europe/Berlin"])
    try office.folder.write(
      Office.template(2, "partner-benefit").replacing(
        "nothing else", with: "{{recent_work}} and {{first_name}} of {{channel}}"),
      to: "templates/s/2.md")
    try office.importRows(
      ["c@three.example,Cy,creator,en,Europe/Berlin,Ein Jahr,Kanal"],
      header: Office.header + ",recent_work,channel")
    let report = try office.launch()
    #expect(report.enrolled == 1)
    let held = Dictionary(uniqueKeysWithValues: report.held.map { ($0.address, $0.reasons) })
    #expect(Set(held.keys) == ["a@one.example", "b@two.example"])
    let first = try #require(held["a@one.example"]).joined(separator: "\n")
    #expect(first.contains("time zone"))
    for name in ["first_name", "salutation", "recent_work", "channel"] {
      #expect(first.contains(name), "\(name) is not in: \(first)")
    }
    let second = try #require(held["b@two.example"])
    #expect(second.count == 1)
    #expect(second.first?.contains("recent_work, channel") == true)
    #expect(try office.attempts().map(\.address) == ["c@three.example"])
  }

  @Test func `a held contact is taken up once it is mended, in the language it has then`() throws {
    let office = try Office(rows: ["a@one.example,,creator,en,"])
    try office.folder.write(
      Office.template(1, "brand-story").replacing("MARK1", with: "MARK1 auf Deutsch"),
      to: "templates/s/1.de.md")
    for (step, emphasis) in zip(2...4, Office.emphases.dropFirst()) {
      try office.folder.write(Office.template(step, emphasis), to: "templates/s/\(step).de.md")
    }
    #expect(try office.launch().held.count == 1)
    #expect(try office.enrollment("a@one.example") == "held")
    #expect(try office.launch().held.count == 1)
    try office.importRows(["a@one.example,Ada,creator,de,Europe/Berlin"])
    let report = try office.launch()
    #expect(report.enrolled == 1)
    #expect(report.held.isEmpty)
    #expect(try office.enrollment("a@one.example") == "active")
    try office.goToNextDue()
    let transport = ScriptedTransport()
    try office.send(transport)
    let text = String(decoding: try #require(transport.received.first).message, as: UTF8.self)
    #expect(text.contains("auf Deutsch"))
    #expect(text.contains("Hallo Ada,"))
    #expect(try office.launch().enrolled == 0)
  }

  @Test func `launching again enrolls new matches and nobody twice`() throws {
    let office = try Office(people: 3)
    #expect(try office.launch().enrolled == 3)
    try office.importRows([Office.row(3)])
    let report = try office.launch()
    #expect(report.enrolled == 1)
    #expect(report.enrolledBefore == 3)
    #expect(try office.attempts().count == 4)
  }

  @Test func `whoever answered, bounced or was suppressed is not enrolled again`() throws {
    let office = try Office(people: 3)
    try office.launch()
    try office.reply(from: Office.address(0))
    try office.store.suppress(
      key: "@domain1.example", reason: "asked", by: "test", at: office.now)
    let report = try office.launch()
    #expect(report.enrolled == 0)
    #expect(try office.store.nextDue() != nil)
    let transport = ScriptedTransport()
    office.now = office.now.adding(seconds: 86_400)
    try office.send(transport)
    #expect(transport.received.map(\.to.description) == [Office.address(2)])
  }

  @Test func `a suppressed contact is named and never enrolled`() throws {
    let office = try Office(people: 2)
    try office.store.suppress(key: Office.address(0), reason: "asked", by: "test", at: office.now)
    let check = try office.desk.check("spring", at: office.now)
    #expect(check.suppressed == [Office.address(0)])
    #expect(check.matched == 2)
    #expect(try office.launch().suppressed == 1)
    #expect(try office.attempts().map(\.address) == [Office.address(1)])
  }

  @Test func `a blunt phrase refuses the launch; an override is logged with who and why`() throws {
    let office = try Office()
    try office.folder.write(
      Office.template(3, "social-proof").replacing(
        "nothing else", with: "this: too expensive, lower your price"),
      to: "templates/s/3.md")
    let check = try office.desk.check("spring", at: office.now)
    let finding = try #require(check.blocking.first)
    #expect(finding.path == "templates/s/3.md")
    #expect(finding.finding.severity == .error)
    let refusal = #expect(throws: LaunchRefusal.self) { try office.launch() }
    guard case .findings = refusal else {
      Issue.record("\(String(describing: refusal))")
      return
    }
    #expect(try office.store.campaigns().isEmpty)
    #expect(try office.attempts().isEmpty)

    let rules = Array(Set(check.blocking.map(\.finding.rule)))
    let report = try office.launch {
      $0.overrides = rules
      $0.reason = "a quotation"
    }
    #expect(report.enrolled == 1)
    #expect(
      try office.text("SELECT who || ': ' || detail FROM log WHERE action LIKE 'override %'")
        == "test: a quotation")
    // Overridden means that it goes, and that a preview does not call it held.
    #expect(try office.preview(step: 3).objections.isEmpty)
    let transport = ScriptedTransport()
    for _ in 0..<3 {
      try office.goToNextDue()
      try office.send(transport)
    }
    #expect(transport.received.count == 3)
  }

  @Test func `an override of a rule without an error is refused`() throws {
    let office = try Office()
    let refusal = #expect(throws: LaunchRefusal.self) {
      try office.launch { $0.overrides = ["price.too-expensive"] }
    }
    guard case .idleOverride = refusal else {
      Issue.record("\(String(describing: refusal))")
      return
    }
    #expect(try office.store.campaigns().isEmpty)
  }

  @Test func `a value that makes a sentence blunt holds its contact only`() throws {
    let office = try Office(rows: [])
    try office.folder.write(
      Office.template(2, "partner-benefit").replacing("nothing else", with: "{{motto}}"),
      to: "templates/s/2.md")
    try office.importRows(
      [
        "a@one.example,Ada,creator,en,Europe/Berlin,a kind word",
        "b@two.example,Bo,creator,en,Europe/Berlin,\"too expensive, lower your price\"",
      ], header: Office.header + ",motto")
    let report = try office.launch()
    #expect(report.enrolled == 1)
    #expect(report.held.map(\.address) == ["b@two.example"])
    #expect(report.held.first?.reasons.first?.hasPrefix("step 2: ") == true)
  }

  @Test func `a stopped campaign stays stopped, a paused one waits`() throws {
    let office = try Office()
    try office.launch()
    let campaign = try #require(try office.store.campaign(named: "spring"))
    #expect(try office.store.setState(.paused, of: campaign, by: "test", at: office.now))
    #expect(try !office.store.setState(.paused, of: campaign, by: "test", at: office.now))
    office.now = office.now.adding(seconds: 86_400)
    let transport = ScriptedTransport()
    try office.send(transport)
    #expect(transport.calls == 0)
    #expect(try office.store.setState(.stopped, of: campaign, by: "test", at: office.now))
    #expect(try !office.store.setState(.running, of: campaign, by: "test", at: office.now))
    let refusal = #expect(throws: LaunchRefusal.self) { try office.launch() }
    guard case .stopped = refusal else {
      Issue.record("\(String(describing: refusal))")
      return
    }
    try office.send(transport)
    #expect(transport.calls == 0)
  }

  @Test func `a faulty template refuses the launch with file and line, and changes nothing`() throws
  {
    let office = try Office()
    try office.folder.write(
      Office.template(2, "partner-benefit") + "{{#open}} never closed\n", to: "templates/s/2.md")
    let faults = #expect(throws: ContentFaults.self) { try office.launch() }
    #expect(faults?.faults.first?.place.hasPrefix("templates/s/2.md:7") == true)
    #expect(try office.store.campaigns().isEmpty)
  }

  @Test func `a name that no contact has is a fault of the template, not of the contacts`() throws {
    let office = try Office()
    try office.folder.write(
      Office.template(2, "partner-benefit").replacing("nothing", with: "{{frist_name}}"),
      to: "templates/s/2.md")
    let faults = #expect(throws: ContentFaults.self) { try office.launch() }
    #expect(faults?.description.contains("frist_name") == true)
    #expect(try office.store.campaigns().isEmpty)
  }

  @Test func `an emphasis used twice refuses the launch`() throws {
    let office = try Office()
    try office.folder.write(Office.template(4, "product"), to: "templates/s/4.md")
    try office.folder.write(Office.template(3, "product"), to: "templates/s/3.md")
    let faults = #expect(throws: ContentFaults.self) { try office.launch() }
    #expect(faults?.description.contains("product") == true)
  }

  @Test func `steps reordered after a launch never repeat an emphasis to one person`() throws {
    let office = try Office()
    try office.launch()
    try office.goToNextDue()
    let transport = ScriptedTransport()
    try office.send(transport)
    try office.folder.write(
      Office.template(1, "partner-benefit").replacing("MARK1", with: "MARK2"),
      to: "templates/s/1.md")
    try office.folder.write(
      Office.template(2, "brand-story").replacing("MARK2", with: "MARK1"), to: "templates/s/2.md")
    try office.launch { $0.approve = true }
    try office.goToNextDue()
    let report = try office.send(transport)
    #expect(report.entries.map(\.result) == [.held])
    #expect(report.entries.first?.detail.contains("brand-story") == true)
    #expect(transport.received.count == 1)
  }
}
