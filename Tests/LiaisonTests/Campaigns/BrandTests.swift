import FoundationEssentials
import Mail
import Testing

@testable import Liaison

/// What the brand of `liaison.json5` does to the messages.
@Suite struct BrandTests {
  /// The smallest picture there is.
  private static let picture: [UInt8] = [
    0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 0x01, 0x00, 0x01, 0x00, 0x80, 0x00, 0x00, 0xFF, 0xFF, 0xFF,
    0x00, 0x00, 0x00, 0x2C, 0x00, 0x00, 0x00, 0x00, 0x01, 0x00, 0x01, 0x00, 0x00, 0x02, 0x02, 0x44,
    0x01, 0x00, 0x3B,
  ]

  private func office(brand: String, campaign: String = "", text: String) throws -> Office {
    let office = try Office(rows: [
      Office.row(0), "person1@domain1.example,Jonas,creator,de,Europe/Berlin",
    ])
    let settings = Office.configuration(["me"]).replacing("brand: {", with: "brand: { \(brand),")
    try office.folder.write(settings, to: "liaison.json5")
    try office.folder.write(
      Office.campaign(["me"]).replacing("kit: 'none',", with: "kit: 'none', \(campaign)"),
      to: "campaigns/spring.json5")
    let front = "---\nsubject: A jacket\nemphasis: brand-story\n"
    try office.folder.write("\(front)---\n\(text)\n", to: "templates/s/1.md")
    for (index, emphasis) in Office.emphases.enumerated() {
      let body = "---\nsubject: A jacket\nemphasis: \(emphasis)\n---\n\(text)\n"
      try office.folder.write(body, to: "templates/s/\(index + 1).de.md")
    }
    try FileManager.default.createDirectory(
      atPath: office.folder.path + "/brand", withIntermediateDirectories: true)
    try Data(Self.picture).write(to: URL(filePath: office.folder.path + "/brand/logo.gif"))
    try office.reload()
    return office
  }

  private func preview(_ office: Office, _ person: Int = 0, step: Int = 1) throws -> Preview {
    try PreviewDesk(
      workspace: office.workspace, store: office.store, zones: office.zones, linter: office.linter
    ).preview(
      campaign: "spring", address: Office.address(person), step: step, at: office.now,
      now: office.now)
  }

  @Test func `colours and typefaces are those of the brand`() throws {
    let office = try office(
      brand: "style: { accent: '#c2410c', page: '#f5f0e8', fonts: 'Georgia, serif' }",
      text: "[A link](https://a.example)")
    let html = try preview(office).html
    for part in ["#c2410c", "#f5f0e8", "Georgia, serif"] { #expect(html.contains(part)) }
  }

  @Test(arguments: [
    ("style: { accent: 'red', text: '#12' }", [":2:", "'accent'", "'red' is not a colour"]),
    ("style: { fonts: 'x;}' }", ["'fonts'", "is not a list of typefaces"]),
    ("style: { acent: '#fff' }", ["unknown setting 'acent'"]),
    ("logo: { file: 'a.svg' }", ["png, jpg and gif"]),
    ("logo: { link: 'javascript:x' }", ["write https://"]),
    ("logo: { alt: 'Acme' }", ["either a 'file'"]),
    ("logo: { link: 'https://a.example/l.png', width: 5000 }", ["1 to 600"]),
    ("products: [{ text: 'x' }]", ["'name' is missing"]),
    ("products: [{ name: { english: 'x' } }]", ["'english' is not a language"]),
    ("socialProof: [{ quote: 'x', link: 'a.example' }]", ["write https://"]),
    ("audience: 'x'", ["'audience' must be a list"]),
  ])
  func `a fault in the brand is told with its line`(brand: String, words: [String]) throws {
    let error = #expect(throws: ConfigurationError.self) {
      try office(brand: brand, text: "Hello.")
    }
    let text = "\(try #require(error))"
    #expect(text.hasPrefix("liaison.json5:2:"), "\(text)")
    for word in words { #expect(text.contains(word), "\(text)") }
  }

  @Test func `products, audience and what others say stand in a message, in its language`() throws {
    let office = try office(
      brand: """
        products: [
          { name: 'Drizzle', text: { en: 'a jacket', de: 'eine Jacke' }, price: 'EUR 189',
            link: 'https://a.example/d' },
          { name: { de: 'Kappe', en: 'Cap' } }],
        audience: ['cyclists', { en: 'walkers', de: 'Fußgänger' }],
        socialProof: [{ quote: '*Ten* minutes', source: 'Mara' }]
        """,
      text: """
        {{#products}}
        - {{name}}{{#price}} {{price | currency: EUR, 0}}{{/price}} {{#text}}{{text}}{{/text}}
        {{/products}}

        {{#audience}}
        + {{.}}
        {{/audience}}

        {{#social_proof}}
        > {{quote}}, {{source}}{{#link}} {{link}}{{/link}}
        {{/social_proof}}
        """)
    let english = try preview(office)
    #expect(
      english.text == """
        - Drizzle €189 a jacket
        - Cap

        - cyclists
        - walkers

        > *Ten* minutes, Mara

        """)
    let german = try preview(office, 1).text
    for part in ["Drizzle 189 € eine Jacke", "- Kappe", "- Fußgänger"] {
      #expect(german.contains(part.replacing(" €", with: "\u{A0}€")), "\(german)")
    }
  }

  @Test func `a logo file goes inside the messages that show it, and only there`() throws {
    let office = try office(
      brand: "logo: { file: 'brand/logo.gif', width: 120 }",
      text: "{{#logo}}![{{alt}}]({{image}} \"{{width}}\"){{/logo}}\n\nHello.")
    let preview = try preview(office)
    let source = String(decoding: preview.bytes, as: UTF8.self)
    #expect(source.contains("Content-Type: multipart/related; type=\"text/html\";"), "\(source)")
    let start = try #require(source.firstRange(of: "Content-ID: <"))
    let id = source[start.upperBound...].prefix { $0 != ">" }
    #expect(preview.html.contains("<img src=\"cid:\(id)\" alt=\"Acme\""), "\(preview.html)")
    #expect(preview.html.contains("width=\"120\""))
    #expect(source.contains("Content-Disposition: inline;"))
    #expect(source.contains(Data(Self.picture).base64EncodedString()))
    // What a browser is shown needs nothing else.
    #expect(preview.outgoing.pageWithImages.contains("src=\"data:image/gif;base64,R0lGOD"))
    #expect(!preview.outgoing.pageWithImages.contains("cid:"))
    let second = String(decoding: try self.preview(office, step: 2).bytes, as: UTF8.self)
    #expect(!second.contains("multipart/related"))
  }

  @Test func `a logo on the web stays there`() throws {
    let office = try office(
      brand: "logo: { link: 'https://a.example/l.png', alt: 'A & B' }",
      text: "{{#logo}}![{{alt}}]({{image}} \"{{width}}\"){{/logo}}\n\nHello.")
    let preview = try preview(office)
    #expect(preview.html.contains("<img src=\"https://a.example/l.png\" alt=\"A &amp; B\""))
    #expect(!String(decoding: preview.bytes, as: UTF8.self).contains("multipart/related"))
  }

  @Test func `plain text alone has no HTML part, by campaign or by template`() throws {
    let text = "Hello [there](https://a.example/x)."
    let plain = try preview(office(brand: "story: 's'", campaign: "plainText: true,", text: text))
    #expect(plain.html == "")
    let source = String(decoding: plain.bytes, as: UTF8.self)
    #expect(source.contains("Content-Type: text/plain; charset=utf-8"))
    #expect(!source.contains("multipart/") && !source.contains("text/html"))

    let office = try office(brand: "story: 's'", text: text)
    try office.folder.write(
      "---\nemphasis: partner-benefit\nformat: text\n---\nHello.\n", to: "templates/s/2.md")
    try office.reload()
    #expect(try preview(office).html != "")
    #expect(try preview(office, step: 2).html == "")
    let report = try office.desk.launch(
      LaunchRequest(campaign: "spring", who: "test"), at: office.now)
    #expect(report.enrolled == 2)
  }

  @Test func `links stand at the end of the text where the campaign says so`() throws {
    let text = "Hello [there](https://a.example/x)."
    let inline = try preview(office(brand: "story: 's'", text: text)).text
    #expect(inline.contains("there (https://a.example/x)"))
    let notes = try preview(
      office(brand: "story: 's'", campaign: "links: 'footnotes',", text: text)
    ).text
    #expect(notes.contains("there [1]") && notes.contains("[1] https://a.example/x"), "\(notes)")
    let error = #expect(throws: ConfigurationError.self) {
      _ = try preview(office(brand: "story: 's'", campaign: "links: 'foot',", text: text))
    }
    #expect("\(try #require(error))".contains("'foot' is not one of inline, footnotes"))
  }

  @Test func `a check tells of a message that is nearly too large`() throws {
    let office = try office(
      brand: "story: 's'", text: String(repeating: "Some words about a jacket. \n\n", count: 1_400))
    let check = try office.desk.check("spring", at: office.now)
    #expect(
      check.advice.contains { $0.hasPrefix("step 1 in en: the HTML part has ") }, "\(check.advice)")
  }

  @Test func `a setting that is left out changes nothing that was approved`() throws {
    let office = try Office()
    let brand = try #require(
      try CampaignContent(of: office.workspace.campaign(named: "spring"), in: office.workspace)
        .files[CampaignContent.brandPath])
    let text = String(decoding: brand, as: UTF8.self)
    for name in ["style", "logo", "products", "audience", "socialProof"] {
      #expect(!text.contains("\"\(name)\""))
    }
  }
}
