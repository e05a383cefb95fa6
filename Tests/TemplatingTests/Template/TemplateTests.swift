import Testing

@testable import Templating

@Suite struct TemplateTests {
  private func template(_ text: String) throws(TemplateErrors) -> Template {
    try Template(SourceText(path: "t.md", text: text))
  }

  private let values: TemplateValue = [
    "first_name": "Ana", "blank": " \u{3000}\u{200B}\n", "empty": "", "brand": ["name": "Acme"],
    "yes": true, "no": false, "list": ["a", "b"], "none": [], "items": [["t": "1"], ["t": "2"]],
    "a-b": "x", "名前": "花子",
  ]

  @Test(arguments: [
    ("Hi {{first_name}}!", "Hi Ana!"),
    ("{{brand.name}} {{#brand}}{{name}}{{/brand}}", "Acme Acme"),
    ("{{a-b}} {{名前}}", "x 花子"),
    ("{{nick|there}}", "there"),
    ("{{ nick | there, friend }}", "there, friend"),
    ("{{nick | default: \"there: you\"}}", "there: you"),
    ("{{nick|default: 'upper'}}", "upper"),
    ("{{nick|}}.", "."),
    ("{{blank|there}} {{empty|there}} {{first_name|there}}", "there there Ana"),
    ("{{#blank}}no{{/blank}}{{^blank}}yes{{/blank}}", "yes"),
    ("{{#first_name}}{{first_name}} {{.}}{{/first_name}}", "Ana Ana"),
    ("{{#yes}}1{{/yes}}{{#no}}2{{/no}}{{^none}}3{{/none}}", "13"),
    ("{{#list}}<{{.}}>{{/list}} {{list}}", "<a><b> a, b"),
    ("{{#items}}{{t}}{{first_name}} {{/items}}", "1Ana 2Ana "),
    ("{{! {{first_name}} is a comment }}x", " is a comment }}x"),
    ("{{=<% %>=}}<%first_name%>{{first_name}}", "Ana{{first_name}}"),
    ("{{#yes}}{{missing|}}{{/yes}}{{#no}}{{missing}}{{/no}}", ""),
  ])
  func `tags are filled in`(text: String, result: String) throws {
    #expect(try template(text).render(values, escaping: .none) == result)
  }

  @Test func `values are escaped for HTML but not read again as tags`() throws {
    let text = try template("{{x}} {{{x}}} {{&x}}").render(["x": "<{{y}}> & \"q\""])
    #expect(text == "&lt;{{y}}&gt; &amp; &quot;q&quot; <{{y}}> & \"q\" <{{y}}> & \"q\"")
  }

  @Test func `all missing names are reported at once`() throws {
    let partial = try Template(SourceText(path: "p.md", text: "ok\n  {{brand}}"))
    let error = #expect(throws: RenderError.self) {
      try template("{{a}} {{b}}\n{{b}} {{blank}} {{> p}} {{brand}}").render(
        values, partials: ["p": partial])
    }
    guard case .missing(let names) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(
      names.map(\.description) == [
        "a (t.md:1:1)", "b (t.md:1:7)", "b (t.md:2:1)", "blank (t.md:2:7)", "brand (p.md:2:3)",
        "brand (t.md:2:25)",
      ])
  }

  @Test func `lenient mode shows nothing for what is missing`() throws {
    #expect(
      try template("[{{a}}{{> p}}{{blank}}]").render(["blank": " "], strictness: .lenient) == "[ ]")
  }

  @Test(arguments: [
    (
      "a\n {{first name}}",
      "t.md:2:2: 'first name' is not a name: names have no spaces; did you mean first_name?"
    ),
    ("{{}}", "t.md:1:1: this tag has no name in it."),
    ("{{a", "t.md:1:1: this tag is never closed: write }} after it."),
    ("é{{{a}} b", "t.md:1:2: this tag is never closed: write }}} after it."),
    ("{{#a}}x", "t.md:1:1: section 'a' is never closed: write {{/a}}."),
    ("x{{/a}}", "t.md:1:2: there is no open section 'a' to close here."),
    (
      "{{x|default: there}}",
      "t.md:1:5: a default is written in quotes: {{x | default: \"there\"}}."
    ),
    ("{{=x=}}", "t.md:1:1: delimiters are written as two words between = signs: {{=<% %>=}}."),
    ("{{$a}}", "t.md:1:1: block 'a' is never closed: write {{/a}}."),
    ("{{<a}}{{$b}}{{/a}}", "t.md:1:7: block 'b' is not closed before {{/a}}."),
    ("{{#x}}{{/y}}{{/x}}", "t.md:1:7: there is no open section 'y' to close here."),
    ("{{> }}", "t.md:1:1: '' is not the name of a partial: write {{> signature}}."),
    (
      "{Hi|Hello} you",
      "t.md:1:1: text drawn by lot, {one|two}, is not supported: make a named variant of the step instead."
    ),
    (
      "a {Hi|Hello {{x}}|Hey}",
      "t.md:1:3: text drawn by lot, {one|two}, is not supported: make a named variant of the step instead."
    ),
    (
      "{Hi {{x}}|Hello}, {{x}}",
      "t.md:1:1: text drawn by lot, {one|two}, is not supported: make a named variant of the step instead."
    ),
    (
      "{{a.}}",
      "t.md:1:1: 'a.' is not a name: use letters, digits, _ and -, and dots between names."
    ),
  ])
  func `faults say what and where`(text: String, message: String) {
    let error = #expect(throws: TemplateErrors.self) { try template(text) }
    #expect(error?.description == message)
  }

  @Test func `all faults come at once, in order`() {
    let error = #expect(throws: TemplateErrors.self) {
      try template("{{#a}}\n{{b c}}\n{{#d}}{{/a}}\n{{e}} {{f")
    }
    #expect(
      error?.errors.map { [$0.position.line, $0.position.column] } == [[2, 1], [3, 1], [4, 7]])
  }

  @Test func `braces and bars that are no tags stay`() throws {
    #expect(try template("{a} a|b } {").render([:]) == "{a} a|b } {")
  }

  @Test func `a partial that includes itself ends with an error`() throws {
    let loop = try Template(SourceText(path: "p.md", text: "x{{> p}}"))
    #expect(throws: RenderError.tooDeep(SourcePosition(path: "p.md", line: 1, column: 2))) {
      try template("{{> p}}").render([:], partials: ["p": loop])
    }
  }

  @Test func `partials that double at each level end with an error`() throws {
    var partials: [String: Template] = [:]
    for level in 0..<40 {
      partials["p\(level)"] = try template("{{> p\(level + 1)}}{{> p\(level + 1)}}")
    }
    partials["p40"] = try template("x")
    let error = #expect(throws: RenderError.self) {
      try template("{{> p0}}").render([:], partials: partials)
    }
    guard case .tooLarge = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func `sections are nested to a bound`() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "{{#a}}", count: depth) + "x" + String(repeating: "{{/a}}", count: depth)
    }
    #expect(try template(nested(32)).render(["a": true]) == "x")
    #expect(throws: TemplateErrors.self) { try template(nested(33)) }
    let error = #expect(throws: TemplateErrors.self) { try template(nested(5000)) }
    #expect(error.map { $0.errors.count <= 100 } == true)
  }

  @Test func `a layout that includes itself ends with an error`() throws {
    let loop = try Template(SourceText(path: "p.md", text: "x{{< p}}{{$b}}{{/b}}{{/ p}}"))
    #expect(throws: RenderError.tooDeep(SourcePosition(path: "p.md", line: 1, column: 2))) {
      try template("{{> p}}").render([:], partials: ["p": loop])
    }
  }

  @Test func `a block that names itself shows what it replaces`() throws {
    let layout = try template("<{{$b}}old{{/b}}>")
    let text = try template("{{< l}}{{$b}}new, {{$b}}{{first_name}}{{/b}}{{/b}}{{/ l}}")
    #expect(try text.render(values, partials: ["l": layout]) == "<new, Ana>")
  }

  @Test func `names that only a replaced block uses are not missing`() throws {
    let layout = try template("{{$greeting}}Hi {{nick}}{{/greeting}} {{brand.name}}")
    let text = try template("{{< l}}\n  {{$greeting}}\n  Hello\n  {{/greeting}}\n{{/ l}}")
    #expect(try text.render(values, partials: ["l": layout]) == "Hello\n Acme")
  }

  @Test func `a partial may be named by a value`() throws {
    let partials = ["de": try template("Hallo"), "en": try template("Hello")]
    #expect(try template("{{>* lang}}").render(["lang": "de"], partials: partials) == "Hallo")
    #expect(throws: RenderError.self) { try template("{{>* lang}}").render([:]) }
    let error = #expect(throws: RenderError.self) {
      try template("{{>* lang}}").render(["lang": "dee"], partials: partials)
    }
    #expect(error?.description == "t.md:1:1: unknown partial 'dee': did you mean de?")
  }

  @Test func `lambdas get the text as written and give a template`() throws {
    let lambdas = ["twice": TemplateLambda { $0 + $0 }, "loop": TemplateLambda { _ in "{{loop}}" }]
    #expect(
      try template("{{#twice}}{{first_name}} {{/twice}}").render(values, lambdas: lambdas)
        == "Ana Ana ")
    let endless = #expect(throws: RenderError.self) {
      try template("{{loop}}").render(values, lambdas: lambdas)
    }
    guard case .tooDeep = endless else {
      Issue.record("\(String(describing: endless))")
      return
    }
    let faulty = #expect(throws: RenderError.self) {
      try template("{{#open}}x{{/open}}").render(
        [:], lambdas: ["open": TemplateLambda { _ in "{{" }])
    }
    #expect(
      faulty?.description
        == "t.md:1:1: lambda in t.md:1:1: this tag is never closed: write }} after it.")
  }

  @Test func `an unknown partial is an error with a suggestion`() throws {
    let error = #expect(throws: RenderError.self) {
      try template("\n{{> signatur}}").render(
        [:], partials: ["signature": template(""), "footer": template("")])
    }
    #expect(error?.description == "t.md:2:1: unknown partial 'signatur': did you mean signature?")
  }

  @Test func `values hold no more than text can show`() throws {
    #expect(throws: RenderError.self) { try template("{{brand}}").render(values) }
    #expect(throws: RenderError.self) { try template("{{none}}").render(values) }
    #expect(try template("{{yes}}").render(values) == "true")
  }

  /// Random texts of template marks neither crash nor hang, and render or fail with a place.
  @Test(arguments: 0..<40 as Range<UInt64>) func `random marks never crash`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let pieces = [
      "{{", "}}", "{{{", "}}}", "#", "/", "^", ">", "!", "=", "a", ".", "|", "\n", " ", "é", "{",
      "&", "<%", "%>", "{{#a}}", "{{/a}}", "{{=<% %>=}}", "{{<a}}", "{{$a}}", "{{>*a}}", ":",
      "plural", "other=", "\"", "date", ",",
    ]
    for _ in 0..<200 {
      let text = (0..<Int.random(in: 0..<24, using: &random)).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &random)]
      }.joined()
      do {
        let parsed = try template(text)
        _ = try parsed.render(["a": ["x", "y"]], partials: ["a": parsed], strictness: .lenient)
      } catch let errors as TemplateErrors {
        #expect(!errors.errors.isEmpty, "seed \(seed): \(text)")
      } catch let error as RenderError {
        switch error {
        case .tooDeep, .tooLarge: break
        default: Issue.record("seed \(seed): \(text): \(error)")
        }
      }
    }
  }
}
