import Testing

@testable import Liaison

/// What `liaison template check` says of files.
@Suite struct TemplateCheckTests {
  private func faults(
    _ files: [String: String], columns: Set<String>? = nil
  ) throws -> [String] {
    try TemplateCheck(workspace: nil, columns: columns)
      .faults(in: files.sorted { $0.key < $1.key }.map { ($0.key, Array($0.value.utf8)) })
      .map { "\($0.place): \($0.message)" }
  }

  private static func message(_ front: String, _ text: String = "{{salutation}}\n\nHello.\n")
    -> String
  {
    "---\n\(front)\n---\n\(text)"
  }

  private static let good = message("subject: A jacket\nemphasis: product")

  @Test func `all faults of a file come at once, each with its place`() throws {
    let text = Self.message(
      "subject: A jacket\nemphasis: product\nprehaeder: Rain",
      "{{salutation}}\n\n{Hi|Hello} there {{/city}}\n\n[the kit](javascript:x) {{x | date: soon}}\n"
    )
    let found = try faults(["s/1-a.md": text])
    #expect(
      found.map { $0.prefix { $0 != " " } } == [
        "s/1-a.md:4:1:", "s/1-a.md:8:1:", "s/1-a.md:8:18:", "s/1-a.md:10:11:", "s/1-a.md:10:31:",
      ], "\(found)")
    #expect(found.first?.contains("did you mean preheader?") == true)
  }

  @Test(arguments: [
    ("{{frist_name}}", "unknown name 'frist_name': did you mean first_name?"),
    ("{{> signatur}}", "unknown partial 'signatur': did you mean signature?"),
    ("[x](ftp://a.example)", "a mail cannot link to 'ftp://a.example'"),
    ("{Hi|Hello}", "make a named variant"),
    ("{{#city}}", "section 'city' is never closed"),
  ])
  func `a fault in the text is told`(text: String, words: String) throws {
    let found = try faults(["s/2.md": Self.message("emphasis: product", "Hello \(text).\n")])
    #expect(found.count == 1, "\(found)")
    #expect(found.first?.hasPrefix("s/2.md:4:") == true, "\(found)")
    #expect(found.first?.contains(words) == true, "\(found)")
  }

  @Test func `a column nobody has is a fault only where the columns are known`() throws {
    let text = Self.message("subject: A\nemphasis: product", "{{salutation}} {{favourite_rain}}\n")
    #expect(try faults(["1.md": text]) == [])
    #expect(try faults(["1.md": text], columns: ["favourite_rain"]) == [])
    let found = try faults(["1.md": text], columns: ["why_them"])
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("1.md:5:") == true, "\(found)")
  }

  @Test(arguments: [
    ("1-a.jp.md", "'jp' in the file's name is not a language: did you mean 1-a.ja.md?"),
    ("1-a.german.md", "'german' in the file's name is not a language: did you mean 1-a.de.md?"),
    ("1-a.draft2.md", "'draft2' in the file's name is not a language"),
  ])
  func `what stands for the language must be one`(name: String, words: String) throws {
    let found = try faults(["s/\(name)": Self.good])
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("s/\(name): \(words)") == true, "\(found)")
  }

  @Test func `each step of a folder has one emphasis in all languages, and its own`() throws {
    let product = Self.message("subject: A\nemphasis: product")
    let parting = Self.message("subject: A\nemphasis: parting")
    #expect(
      try faults(["s/1-a.md": product, "s/1-a.de.md": product, "s/2-b.md": parting]) == [])
    #expect(
      try faults(["s/1-a.md": product, "s/1-a.de.md": parting])
        == ["s/1-a.de.md: its emphasis is parting, that of 1-a.md is product"])
    #expect(
      try faults(["s/1-a.md": product, "s/2-b.md": product]) == [
        "s/2-b.md: '1-a' has the emphasis product already: each step needs something new to say"
      ])
    #expect(try faults(["s/1-a.md": product, "t/2-b.md": product]) == [])
    let none = try faults(["s/2-a.md": "Hello.\n"])
    #expect(none.count == 1)
    #expect(none.first?.contains("names no emphasis") == true)
    let mute = try faults(["s/1-a.md": Self.message("emphasis: product")])
    #expect(mute.first?.contains("the first step needs a subject") == true, "\(mute)")
  }

  @Test func `blocks are looked at by themselves and by who includes them`() throws {
    let block = "Yours, {{sender_nam}} [x](ftp://a.example)\n"
    let message = Self.message("subject: A\nemphasis: product", "Hello {{> closing}}\n")
    let found = try faults(["t/blocks/closing.de.md": block, "t/s/1.md": message])
    #expect(found.count == 2, "\(found)")
    #expect(found.allSatisfy { $0.hasPrefix("t/blocks/closing.de.md:1:") }, "\(found)")
    // A block that cannot be parsed is there all the same.
    let broken = try faults(["t/blocks/closing.md": "{{#x}}", "t/s/1.md": message])
    #expect(broken.count == 1)
    #expect(broken.first?.hasPrefix("t/blocks/closing.md:1:") == true)
  }

  @Test func `bytes that are no text are a fault, not a crash`() throws {
    let found = try TemplateCheck(workspace: nil, columns: nil).faults(
      in: [("1-a.md", Array("---\nemphasis: product\n---\nH".utf8) + [0xFF, 0x0A])])
    #expect(found.map(\.place) == ["1-a.md:4:1"])
  }

  @Test func `everything shipped is without fault`() throws {
    let files =
      (ShippedFiles.below("sequences")
      + ShippedFiles.below("blocks").map {
        ("blocks/\($0.path)", $0.bytes)
      }).filter { $0.path.hasSuffix(".md") }
    #expect(files.count > 100)
    let found = try TemplateCheck(workspace: nil, columns: ["recent_work"]).faults(in: files)
    #expect(found == [])
  }
}
