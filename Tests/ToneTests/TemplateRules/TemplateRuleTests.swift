import Testing

@testable import Tone

/// What one computed rule finds in a text.
private func found(
  _ rule: String, _ text: String, path: String = "a.md", locale: String? = nil
) -> [String] {
  Linter(rules: []).findings(in: Draft(text: text, path: path, locale: locale))
    .filter { $0.rule == rule }.map(\.match)
}

@Suite struct TagRuleTests {
  @Test(arguments: [
    ("Hi {{first_name}},", "{{first_name}}"), ("{{{raw}}}", "{{{raw}}}"), ("Hi {name},", "{name}"),
    ("{First Name}", "{First Name}"), ("*|FNAME|*", "*|FNAME|*"), ("Hi %NAME%,", "%NAME%"),
    ("%%first%%", "%%first%%"), ("${name}", "${name}"), ("<%= name %>", "<%= name %>"),
    ("{% if x %}", "{% if x %}"), ("[[name]]", "[[name]]"), ("Hi {{name}", "{{name}"),
    ("Hi {{name, how", "{{name"), ("{{ name }}", "{{ name }}"), ("-- \n{{sender}}", "{{sender}}"),
    ("{имя}", ""),
  ])
  func finds(_ text: String, _ match: String) {
    #expect(found("template.tag", text) == (match.isEmpty ? [] : [match]))
  }

  @Test(arguments: [
    "{ a: 1 }", "{1}", "{}", "5%off%", "100%", "50% to 60%", "%20a%20", "/%E4%BD%A0%E5", "a*|b",
    "2 * 3", "$600", "[1]", "{{{{{{", "} }", "10% of the 20%", "`{{x}}x", "> {{x}}",
    "```\n{{x}}\n```",
  ])
  func leavesAlone(_ text: String) {
    let expected = text.hasPrefix("`{") ? ["{{x}}"] : []
    #expect(found("template.tag", text) == expected)
  }

  @Test func inATemplateOnlyForeignAndBrokenTagsAreFound() {
    let text =
      "---\nsubject: For {{channel}}\n---\nHi {{first_name}}, {{#a}}b{{/a}} {name} *|X|* {{y"
    #expect(found("template.tag", text) == ["{name}", "*|X|*", "{{y"])
  }
}

@Suite struct PlaceholderRuleTests {
  @Test(arguments: [
    ("Hi [NAME],", "[NAME]"), ("[Your Name]", "[Your Name]"), ("Hi <name>,", "<name>"),
    ("<First Name>", "<First Name>"), ("[insert link here]", "[insert link here]"),
    ("[COMPANY_NAME]", "[COMPANY_NAME]"), ("Hi XXX,", "XXX"), ("XX% off", "XX%"),
    ("for $XX", "$XX"),
    ("[creator's name]", "[creator's name]"), ("<your brand>", "<your brand>"),
    ("[SOME_TOKEN]", "[SOME_TOKEN]"), ("-- \n[Your Name]", "[Your Name]"),
  ])
  func finds(_ text: String, _ match: String) {
    #expect(found("template.placeholder", text) == [match])
  }

  @Test(arguments: [
    "[name](https://a.example)", "[link][1]", "[x] done", "[1]", "[PDF]", "[sic]", "<b>", "</b>",
    "<https://a.example/name>", "<maya@acme.example>", "a < name", "XXL", "size XX", "xxx",
    "[see the July list]", "<title>", "[link]: https://a.example", "MXXX", "[]", "<>",
  ])
  func leavesAlone(_ text: String) {
    #expect(found("template.placeholder", text).isEmpty)
  }
}

@Suite struct EmptyGreetingRuleTests {
  @Test(arguments: [
    ("Hi ,", "Hi ,"), ("Dear  ,", "Dear ,"), ("Hello !", "Hello !"), ("Dear,", "Dear,"),
    ("text\r\n  hey\t,", "hey ,"), ("Dear Ms. ,", "Dear Ms. ,"), ("Hi null,", "Hi null,"),
    ("Good morning ,", "Good morning ,"), ("Hola ,", "Hola ,"), ("Liebe ,", "Liebe ,"),
    ("Hi\u{A0},", "Hi\u{A0},"), ("Chère ,", "Chère ,"),
  ])
  func finds(_ text: String, _ match: String) {
    #expect(found("template.empty-greeting", text) == [match])
  }

  @Test(arguments: [
    "Hi Maya,", "Hi,", "Hello!", "Hi there,", "Hi {{first_name}},", "Bonjour !", "History ,",
    "Dear Ms Osei,", "Say hi , please", "Hi and welcome,", "Dear None of you", "Dear Nanette,",
  ])
  func leavesAlone(_ text: String) {
    #expect(found("template.empty-greeting", text).isEmpty)
  }
}

@Suite struct TodoRuleTests {
  @Test func notesToOneselfInCapitalsAreFound() {
    #expect(
      found("template.todo", "TODO: rate. FIXME TBD (TBC)") == ["TODO", "FIXME", "TBD", "TBC"])
    #expect(found("template.todo", "to do, todo, TODOS, xTODO, _TODO, ÉTODO").isEmpty)
  }

  @Test func inSpanishTheWordForAllIsLeftAlone() {
    #expect(found("template.todo", "TODO EN UNO", locale: "es-MX").isEmpty)
    #expect(found("template.todo", "TODO: precio", locale: "es") == ["TODO"])
  }
}

@Suite struct LoremRuleTests {
  @Test func fillerTextIsFound() {
    #expect(
      found("template.lorem", "Lorem\nipsum, dolor sit amet") == ["Lorem ipsum", "dolor sit amet"])
    #expect(found("template.lorem", "The lorem of ipsum").isEmpty)
  }
}
