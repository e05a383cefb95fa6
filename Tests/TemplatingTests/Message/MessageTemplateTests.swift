import Testing

@testable import Templating

@Suite struct MessageTemplateTests {
  private func message(_ text: String) throws(TemplateErrors) -> MessageTemplate {
    try MessageTemplate(SourceText(path: "t.md", text: text))
  }

  @Test(arguments: ["\n", "\r\n"]) func `front matter is read`(lineEnd: String) throws {
    let template = try message(
      "---\nsubject:  A: {{channel}} \n\npreheader: Hello\nemphasis: brand-story\nformality: formal\n---\nHi"
        .split(separator: "\n", omittingEmptySubsequences: false).joined(separator: lineEnd))
    #expect(try template.subject?.render(["channel": "x"]) == "A: x")
    #expect(try template.preheader?.render([:]) == "Hello")
    #expect(template.emphasis == "brand-story")
    #expect(template.formality == .formal)
    #expect(try template.body.render([:]) == "Hi")
  }

  @Test(arguments: ["Hi", "\u{FEFF}Hi", "---\n---\nHi"])
  func `all of it may be left out`(text: String) throws {
    let template = try message(text)
    #expect(template.subject == nil && template.preheader == nil && template.emphasis == nil)
    #expect(template.formality == nil)
    #expect(try template.body.render([:]) == "Hi")
  }

  @Test(arguments: [
    (
      "---\nsubjct: x\n---\nHi",
      "t.md:2:1: unknown front matter key 'subjct': did you mean subject?"
    ),
    (
      "---\nSubject: x\n---\nHi",
      "t.md:2:1: unknown front matter key 'Subject': did you mean subject?"
    ),
    (
      "---\ntags: x\n---\nHi",
      "t.md:2:1: unknown front matter key 'tags': known are "
        + "emphasis, formality, format, preheader, subject."
    ),
    (
      "---\nsubject: x\n",
      "t.md:1:1: the front matter is never closed: write --- on a line of its own before the text."
    ),
    (
      "---\nhello\n---\nHi",
      "t.md:2:1: front matter lines are written key: value, such as subject: Hello."
    ),
    (
      "---\nsubject:\n---\nHi",
      "t.md:2:1: 'subject' has no value: fill it in or leave the line out."
    ),
    (
      "---\nsubject: a\nsubject: b\n---\nHi",
      "t.md:3:1: 'subject' is written twice: keep one of them."
    ),
    ("---\nformality: du\n---\nHi", "t.md:2:12: 'du' is no formality: write formal or informal."),
    (
      "---\nformat: plain\n---\nHi",
      "t.md:2:9: 'plain' is no format: write text for a message without HTML, or html."
    ),
    (
      "---\nemphasis: Brand Story\n---\nHi",
      "t.md:2:11: 'Brand Story' is not an emphasis: use small letters, digits and hyphens, such as brand-story."
    ),
    ("---\nsubject: a {{b\n---\nHi", "t.md:2:12: this tag is never closed: write }} after it."),
    ("---\nsubject: x\n---\n \n", "t.md:4:1: the message has no text."),
    ("", "t.md:1:1: the message has no text."),
    (
      "a [b](www.a.example) c",
      "t.md:1:7: a mail cannot link to 'www.a.example': write https://, http:// or mailto: and the rest of it."
    ),
    (
      "[b](javascript:x)",
      "t.md:1:5: a mail cannot link to 'javascript:x': write https://, http:// or mailto: and the rest of it."
    ),
    (
      "{{#x}}[b](/{{y}}){{/x}}",
      "t.md:1:11: a mail cannot link to '/': write https://, http:// or mailto: and the rest of it."
    ),
    ("[b]()", "t.md:1:5: this link has no address: write https:// and the rest of it."),
    (
      "a [b]\n\n[b]: www.a.example",
      "t.md:3:6: a mail cannot link to 'www.a.example': write https://, http:// or mailto: and the rest of it."
    ),
    (
      "a [b]\n\n> [b]: <ftp://a.example> \"c\"\n",
      "t.md:3:9: a mail cannot link to 'ftp://a.example': write https://, http:// or mailto: and the rest of it."
    ),
    (
      "[![a](cid:a)](cid:b)",
      "t.md:1:15: a mail cannot link to 'cid:b': write https://, http:// or mailto: and the rest of it."
    ),
    (
      "![a](mailto:b@a.example)",
      "t.md:1:6: a mail cannot link to 'mailto:b@a.example': write https://, http:// or mailto: and the rest of it."
    ),
  ])
  func `faults say what and where`(text: String, expected: String) {
    let error = #expect(throws: TemplateErrors.self) { try message(text) }
    #expect(error?.description == expected)
  }

  @Test(arguments: [
    "[a](%)", "{{% %}}", "{{> % %}}", "---\n%: x\n---\n", "---\nformality: %\n---\n",
  ])
  func `a fault quotes no more than helps to find it`(text: String) {
    let long = text.split(separator: "%", omittingEmptySubsequences: false)
      .joined(separator: String(repeating: "é", count: 9000))
    let error = #expect(throws: TemplateErrors.self) { try message(long) }
    #expect(error.map { $0.description.count < 300 && $0.description.contains("éé…") } == true)
  }

  @Test(arguments: [
    "[a](https://a.example)", "[a]({{x}})", "[a](<{{x}}>)", "[a](mailto:{{x}})",
    "[a](http://{{x}}/y)",
    "[a] (b)", "a](", "[a](HTTPS://a.example \"t\")", "![{{x}}](cid:a)",
    "[![a](cid:a)](https://a.example)", "[a]: https://a.example\n", "[a]: {{x}}", "[a]: see below",
    "a [b]: c",
  ])
  func `links with a known or a whole address are taken`(text: String) throws {
    _ = try message(text)
  }

  @Test func `all faults come at once`() {
    let error = #expect(throws: TemplateErrors.self) {
      try message("---\nsubjct: x\nsubject: {{a b}}\nformality: du\n---\n{{#x}}\n{a|b}")
    }
    #expect(error?.errors.map(\.position.line) == [2, 3, 4, 6, 7])
  }
}

@Suite struct NameUseTests {
  @Test func `names are listed with their place and whether they are needed`() throws {
    let template = try MessageTemplate(
      SourceText(
        path: "t.md",
        text: "---\nsubject: {{a}}\n---\n{{b|x}} {{#c}}{{c}} {{d}}{{/c}} {{.}}\n{{> s}}{{> s}}"))
    let partial = try Template(SourceText(path: "s.md", text: "{{e}}{{> s}}"))
    let uses = template.uses(partials: ["s": partial])
    #expect(
      uses.map { "\($0.name) \($0.position) \($0.isRequired)" } == [
        "a t.md:2:10 true", "b t.md:4:1 false", "c t.md:4:9 false", "c t.md:4:15 false",
        "d t.md:4:21 false", "e s.md:1:1 true",
      ])
  }

  @Test func `a name needed at one of two inclusions is needed`() throws {
    let template = try MessageTemplate(
      SourceText(path: "t.md", text: "{{#x}}{{> s}}{{/x}}{{> s}}"))
    let partial = try Template(SourceText(path: "s.md", text: "{{e}}"))
    #expect(template.uses(partials: ["s": partial]).last?.isRequired == true)
  }

  @Test func `a name that the message can do without may be one that nobody has yet`() throws {
    func errors(_ text: String) throws -> [String] {
      try MessageTemplate(SourceText(path: "t.md", text: text))
        .unknownNames(known: ["first_name"], partials: [:]).map(\.description)
    }
    #expect(try errors("{{#work}}On {{work}}{{/work}}{{^work}}Hello{{/work}}").isEmpty)
    #expect(try errors("{{nickname|you}}").isEmpty)
    #expect(try errors("{{#work}}On {{work}}{{/work}}").count == 2)
    #expect(
      try errors("{{frist_name|you}}") == [
        "t.md:1:1: unknown name 'frist_name': did you mean first_name?"
      ])
  }

  @Test func `a name that is known only by those within it cannot be shown by itself`() throws {
    func errors(_ text: String) throws -> [String] {
      try MessageTemplate(SourceText(path: "t.md", text: text))
        .unknownNames(known: ["slots.time", "slots.link", "work"], partials: [:])
        .map(\.description)
    }
    let advice =
      "has no text of its own: write {{#slots}}…{{/slots}} with {{link}}, {{time}} in it."
    for text in ["{{slots}}", "{{slots|none}}", "{{#work}}{{slots}}{{/work}}"] {
      #expect(try errors(text).map { $0.hasSuffix("'slots' \(advice)") } == [true], "\(text)")
    }
    #expect(
      try errors("{{#slots}}{{time}} {{link}} {{work}}{{/slots}}{{^slots}}-{{/slots}}") == [])
    #expect(try errors("{{#slots}}{{slots.time}}{{/slots}}{{work}}") == [])
  }

  @Test func `unknown names and partials come with a suggestion`() throws {
    let template = try MessageTemplate(
      SourceText(
        path: "t.md",
        text: """
          {{firstname}} {{first_name}} {{brand.name}} {{brand.nme}} {{#items}}{{title}}{{/items}}
          {{title}} {{^recent_work}}x{{/recent_work}}{{> signatur}} {{zzz}}
          """))
    let errors = template.unknownNames(
      known: ["first_name", "brand.name", "items.title", "recent_work"],
      partials: ["signature": try Template(SourceText(path: "s.md", text: "x"))])
    #expect(
      errors.map(\.description) == [
        "t.md:1:1: unknown name 'firstname': did you mean first_name?",
        "t.md:1:45: unknown name 'brand.nme': did you mean brand.name?",
        "t.md:2:1: unknown name 'title': known are brand.name, first_name, items.title, recent_work.",
        "t.md:2:59: unknown name 'zzz': known are brand.name, first_name, items.title, recent_work.",
        "t.md:2:44: unknown partial 'signatur': did you mean signature?",
      ])
  }
}
