import Testing

@testable import Liaison

/// Creators who are found twice by their links.
struct LinkedProspectsTests {
  private static let header = "email,prospect,website,channel,youtube,Instagram URL,handle"

  private func prospects(_ office: Office) throws -> [String] {
    try office.store.connection.all("SELECT name FROM prospect ORDER BY id") { $0.text(0) }
  }

  private func profiles(_ office: Office) throws -> [String] {
    try office.store.connection.all("SELECT address FROM prospect_profile ORDER BY address") {
      $0.text(0)
    }
  }

  /// Rows that are all one creator, however they are named.
  private static let rows = [
    "a@one.example,Maya Rides,https://www.youtube.com/@Maya,,,,",
    "b@two.example,Maya Kim GmbH,,YouTube,,,@maya",
    "c@three.example,M. Kim,https://kim.example,,youtube.com/@MAYA/videos,instagram.com/maya,",
    "d@four.example,Kim Media,,,,@Maya,",
    "e@five.example,Kim Again,http://www.kim.example/,,,,",
    "f@six.example,Kim Once More,,,https://kim.example/?x=1,,",
  ]

  @Test func `one link makes one prospect in a first import, whatever it is called`() throws {
    let office = try Office(rows: [])
    try office.importRows(Self.rows, header: Self.header)
    #expect(try prospects(office) == ["Maya Rides"])
    #expect(
      try profiles(office) == [
        "https://instagram.com/maya", "https://kim.example", "https://youtube.com/@maya",
      ])
    #expect(try office.store.contactCount() == 6)
  }

  @Test func `it does so row by row in imports of their own`() throws {
    let office = try Office(people: 1)
    for row in Self.rows { try office.importRows([row], header: Self.header) }
    #expect(try prospects(office).dropFirst() == ["Maya Rides"])
    #expect(try profiles(office).count == 3)
    let link = try #require(ProfileLink("https://kim.example"))
    #expect(try office.store.prospectID(with: link) != nil)
  }

  @Test func `different links make different prospects, though the name is one`() throws {
    let office = try Office(rows: [])
    try office.importRows(
      [
        "a@one.example,Maya,,,@maya1,,", "b@one.example,Maya,,,@maya2,,",
        "c@one.example,Maya,https://youtube.com,,,,", "d@one.example,Liv,www.youtube.com/,,,,",
      ], header: Self.header)
    #expect(try prospects(office) == ["Maya", "Maya", "Maya", "Liv"])
  }

  @Test func `a link that is another prospect's stays there`() throws {
    let office = try Office(rows: [])
    try office.importRows(
      [
        "a@one.example,Ann,,,@ann,,", "b@one.example,Bob,,,@bob,,",
        "c@one.example,Both,,,\"@ann, @bob\",,",
      ], header: Self.header)
    #expect(try prospects(office) == ["Ann", "Bob"])
    #expect(try profiles(office) == ["https://youtube.com/@ann", "https://youtube.com/@bob"])
    try office.importRows(["a@one.example,Ann,,,@bob,@ann,"], header: Self.header)
    #expect(try profiles(office).count == 3)
  }

  @Test func `what stands in such a column is a template's too`() throws {
    let office = try Office(rows: [])
    try office.importRows(["a@one.example,Ann,,,12k fans,,"], header: Self.header)
    #expect(try office.contact("a@one.example").fields["youtube"] == "12k fans")
    #expect(try profiles(office) == [])
  }

  @Test func `profiles are held about a person, and gone after an erasure`() throws {
    let office = try Office(rows: [])
    try office.importRows([Self.rows[2]], header: Self.header)
    #expect(try office.store.held(about: "c@three.example")["prospect_profile"]?.count == 2)
    try office.store.erase("c@three.example", by: "test", at: office.now)
    #expect(try profiles(office) == [])
  }
}
