import Testing

/// Why somebody is written to when they are, or is not; and how a campaign will go.
@Suite struct WhyCommandTests {
  private static let reem = "reem@aldarraja.example"
  private static let at = ["--at", "2026-11-24T02:00:00Z"]

  private func launched() throws -> ScratchWorkspace {
    let workspace = try ScratchWorkspace()
    _ = try workspace.run("import", "prospects.csv")
    _ = try workspace.run("campaign", "launch", "spring")
    return workspace
  }

  @Test func `every step is shown with its reasons and the rule that decided`() throws {
    let workspace = try launched()
    let result = try workspace.run("why", Self.reem)
    #expect(result.exitCode == 0)
    for part in [
      "Asia/Dubai (certain, as given)", "In 'spring' (running): active, from 'me'",
      "0 of at most 200 messages today", "Decided by:", "next step 1 brand-story",
      "then step 4 parting", "The window is Mon-Fri 10:00-18:00: the campaign's.",
      "one campaign at a time", "The holidays of our own country do not matter",
    ] {
      #expect(result.output.contains(part), "\(part) is not in \(result)")
    }
    let json = try workspace.run("why", Self.reem, "--json").json()
    #expect(json["zone"]["source"].string == "given")
    #expect(json["enrollments"][0]["planned"].array.count == 4)
  }

  @Test func `what keeps a contact from being written to is said first`() throws {
    let workspace = try launched()
    _ = try workspace.run("campaign", "pause", "spring")
    #expect(try workspace.run("why", Self.reem).output.contains("the campaign is paused"))
    _ = try workspace.run("campaign", "resume", "spring")
    _ = try workspace.run("reply", Self.reem, "--outcome", "question")
    #expect(try workspace.run("why", Self.reem).output.contains("the contact is replied"))
    _ = try workspace.run("suppress", "add", "@aldarraja.example", "--reason", "asked by phone")
    let last = try workspace.run("why", Self.reem, "--json").json()
    #expect(last["suppressed"].string == "asked by phone")
    #expect(last["enrollments"][0]["planned"].array.isEmpty)
    #expect(
      last["enrollments"][0]["decision"].string
        == "Nothing goes: the address is suppressed (asked by phone).")
  }

  @Test func `somebody nobody knows is named with those who are near`() throws {
    let workspace = try launched()
    let result = try workspace.run("why", "reem@elsewhere.example")
    #expect(result.exitCode == 66)
    #expect(result.errors.contains(Self.reem))
  }

  @Test func `a simulation keeps the cap, counts everybody and changes nothing`() throws {
    let workspace = try ScratchWorkspace()
    let rows = (0..<40).map {
      "a\($0)@site\($0).example,Ana,Lee,Site \($0),creator,Site \($0),GB,en,Europe/London,Work"
    }
    try workspace.write(
      "email,first_name,last_name,prospect,kind,channel,country,language,timezone,recent_work\n"
        + rows.joined(separator: "\n") + "\n", to: "many.csv")
    _ = try workspace.run("import", "many.csv")
    try workspace.edit("liaison.json5", "      id: \"me\",", "      id: \"me\", daily: 15,")
    let before = try workspace.run("plan", "--json").output
    let none = try workspace.run(
      ["simulate", "spring", "--reply-rate", "0", "--json"] + Self.at
    ).json()
    #expect(none["messages"].int == 160 && none["replies"].int == 0 && none["people"].int == 40)
    let sender = none["senders"][0]
    #expect(sender["busiest"].int == 15 && sender["cap"].int == 15 && sender["capNeeded"].int == 40)
    let sums = none["days"].array.map { $0["messages"]["me"].int ?? 0 }
    #expect(sums.reduce(0, +) == 160 && (sums.max() ?? 0) <= 15)
    let all = try workspace.run(
      ["simulate", "spring", "--reply-rate", "1", "--json"] + Self.at
    ).json()
    #expect(all["replies"].int == 40 && (all["messages"].int ?? 0) < 160)
    let text = try workspace.run(["simulate", "spring"] + Self.at)
    #expect(text.exitCode == 0 && text.output.contains("cap needed"), "\(text)")
    #expect(try workspace.run("plan", "--json").output == before)
    #expect(try workspace.run("simulate", "spring", "--reply-rate", "8").exitCode == 64)
    #expect(try workspace.run("simulate", "autumn").exitCode == 66)
  }
}
