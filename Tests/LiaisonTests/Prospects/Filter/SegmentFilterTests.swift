import Scheduling
import Testing

@testable import Liaison

/// Filters where a campaign, the statistics and an import ask them.
struct SegmentFilterTests {
  private static let header = "email,first_name,kind,language,timezone,country,prospect,tags"
  private static let rows = [
    "ann@a.example,Ann,creator,en,Europe/Berlin,DE,Radwelt,vip",
    "bo@b.example,Bo,creator,en,Europe/Paris,FR,Rouler,",
    "cy@c.example,Cy,content,en,Europe/Berlin,DE,Blatt,vip",
  ]

  private func campaign(_ segment: String) -> String {
    Office.campaign(["me"]).replacing("kit: 'none',", with: "kit: 'none', segment: \(segment),")
  }

  @Test(arguments: [
    ("'kind = creator and country = DE'", 1), ("{ where: 'tag:vip' }", 2),
    ("{ where: 'tag:vip', kinds: ['content'] }", 1), ("'segment:german and not kind = content'", 1),
    ("{ kinds: ['creator'] }", 2), ("'never contacted'", 3), ("'replied'", 0),
  ])
  func `a campaign is for those that its filter holds for`(segment: String, count: Int) throws {
    let office = try Office(rows: Self.rows, header: Self.header)
    try office.folder.write("{ where: 'country = Germany' }", to: "segments/german.json5")
    try office.folder.write(campaign(segment), to: "campaigns/spring.json5")
    #expect(try office.desk.check("spring", at: office.now).matched == count)
    #expect(try office.launch().enrolled == count)
  }

  @Test func `a faulty filter is told with its place in the campaign's file`() throws {
    let office = try Office(rows: Self.rows, header: Self.header)
    for (segment, words) in [
      ("'kind = craetor'", "did you mean 'creator'?"), ("'segment:none'", "no segment 'none'"),
      ("{ where: 'audiance > 1' }", "did you mean 'audience'?"),
    ] {
      try office.folder.write(campaign(segment), to: "campaigns/spring.json5")
      let error = #expect(throws: ConfigurationError.self) {
        try office.desk.check("spring", at: office.now)
      }
      #expect(error?.message.contains(words) == true, "\(String(describing: error))")
    }
  }

  @Test func `a changed segment of a launched campaign waits for approval`() throws {
    let office = try Office(rows: Self.rows, header: Self.header)
    try office.folder.write("{ where: 'country = DE' }", to: "segments/all.json5")
    try office.folder.write(campaign("'segment:all'"), to: "campaigns/spring.json5")
    #expect(try office.launch().enrolled == 2)
    try office.folder.write("{ where: 'country in (DE, FR)' }", to: "segments/all.json5")
    #expect(throws: LaunchRefusal.self) { try office.launch() }
    #expect(try office.launch { $0.approve = true }.enrolled == 1)
  }

  @Test func `statistics count only those that a filter holds for`() throws {
    let office = try Office(rows: Self.rows, header: Self.header)
    try office.launch()
    let clock = FilterClock(now: office.now, home: try office.berlin())
    let all = try office.store.statistics()
    let some = try office.store.statistics(
      people: (try Filter("country = FR or kind = content"), clock))
    #expect(all.first?.people == ["active": 3])
    #expect(some.first?.people == ["active": 2])
  }

  @Test func `a prospect learns its place from the first contact that tells it`() throws {
    let office = try Office(rows: [])
    for (policy, isFirst) in [(DuplicatePolicy.skip, true), (.update, false)] {
      let site = "https://site\(isFirst).example"
      try office.importRows(
        [
          "a\(isFirst)@x.example,\(site),,,", "b\(isFirst)@x.example,\(site),DE,de,Berlin",
          "c\(isFirst)@x.example,\(site),FR,fr,Paris",
        ], header: "email,website,country,language,city", policy: policy)
    }
    #expect(
      try office.store.connection.all("SELECT DISTINCT country, languages, city FROM prospect") {
        [$0.text(0), $0.text(1), $0.text(2)]
      } == [["DE", "de", "Berlin"]])
  }
}
