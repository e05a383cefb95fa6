import Scheduling
import Testing

@testable import Liaison

/// Who is greeted how, and what a check says of languages that are not the reader's own.
struct GreetingTests {
  private static let header =
    "email,first_name,last_name,kind,language,country,timezone,honorific,formality,name_language"

  /// An office whose one template shows the greeting and a number.
  private func office(_ row: String, frontMatter: String = "") throws -> Office {
    let office = try Office(people: 0)
    for (index, emphasis) in Office.emphases.enumerated() {
      try office.folder.write(
        """
        ---
        subject: {{full_name}}
        emphasis: \(emphasis)
        \(frontMatter)
        ---
        {{salutation}} {{fans|120000 | number}}

        This message stresses MARK\(index + 1) and nothing else.

        """, to: "templates/s/\(index + 1).md")
    }
    try office.importRows([row], header: Self.header)
    return office
  }

  private func greeting(_ row: String, frontMatter: String = "") throws -> String {
    let office = try office(row, frontMatter: frontMatter)
    let check = try office.desk.check("spring", at: office.now)
    #expect(check.held.map(\.reasons) == [])
    try office.launch()
    let text = try office.preview(address: office.attempt().address, step: 1).text
    return String(text.prefix { $0 != "\n" })
  }

  @Test(arguments: [
    ("a@a.example,Ana,Diaz,creator,en,US,Europe/Berlin,,,", "", "Hi Ana, 120,000"),
    ("a@a.example,Ana,Diaz,media,en,GB,Europe/Berlin,,,", "", "Dear Ana Diaz, 120,000"),
    ("a@a.example,Ana,Diaz,media,en,DE,Europe/Berlin,,,", "", "Dear Ana Diaz, 120.000"),
    ("a@a.example,Ana,Diaz,media,en-US,DE,Europe/Berlin,,informal,", "", "Hi Ana, 120,000"),
    ("a@a.example,Ana,Diaz,media,en,US,Europe/Berlin,Frau,,", "", "Dear Ms. Diaz, 120,000"),
    ("a@a.example,Anna,Nagy,media,en,US,Europe/Berlin,,,hu", "", "Dear Nagy Anna, 120,000"),
    (
      "a@a.example,Ana,Diaz,creator,en,US,Europe/Berlin,,,", "formality: formal",
      "Dear Ana Diaz, 120,000"
    ),
  ])
  func `kind, front matter and the contact's own columns decide`(
    row: String, frontMatter: String, expected: String
  ) throws {
    #expect(try greeting(row, frontMatter: frontMatter) == expected)
  }

  @Test func `a formality that is none holds the contact`() throws {
    let office = try office("a@a.example,Ana,Diaz,media,en,US,Europe/Berlin,,du,")
    let check = try office.desk.check("spring", at: office.now)
    #expect(
      check.held.map(\.reasons) == [
        ["the column 'formality' says 'du': write formal or informal"]
      ])
  }

  @Test func `a check says who reads another language and which block is borrowed`() throws {
    let office = try office("a@a.example,Ana,Diaz,creator,pt-PT,PT,Europe/Berlin,,,")
    try office.importRows(
      [
        "b@b.example,Rui,Lobo,creator,pt-PT,PT,Europe/Berlin,,,",
        "c@c.example,Ira,Lun,creator,ru,RU,Europe/Berlin,,,",
      ], header: Self.header)
    for (index, emphasis) in Office.emphases.enumerated() {
      try office.folder.write(
        "---\nsubject: x\nemphasis: \(emphasis)\n---\n{{salutation}} MARK\(index + 1)\n\n{{> bye}}\n",
        to: "templates/s/\(index + 1).pt-BR.md")
    }
    try office.folder.write("Bye\n", to: "templates/blocks/bye.md")
    try office.folder.write("Unused\n", to: "templates/blocks/other.md")
    let check = try office.desk.check("spring", at: office.now)
    #expect(
      check.advice.filter { $0.contains("block") || $0.contains("written to") } == [
        "the block 'bye' is shown in en where the message is in pt-BR; add "
          + "templates/blocks/bye.pt-BR.md",
        "2 contacts: pt-PT is written to in pt-BR, whose words and spelling differ",
        "1 contact: ru is written to in en, the default",
      ])
  }
}
