import Testing

@testable import Templating

@Suite struct MessageRendererTests {
  @Test func smoke() throws {
    let template = try MessageTemplate(
      SourceText(
        path: "t.md",
        text: """
          ---
          subject: A jacket for {{channel|your rides}}
          emphasis: brand-story
          ---
          {{salutation}}

          your film on **night rides** made {{brand}} [think](https://acme.example/x?c={{channel}}).
          It is *very* long, so that it wraps behind the seventy-second column of the line.

          - one {{first_name}}
          - two
            - three

          1. x
          2. y

          > quote `code {{first_name}}`
          lazy

          # Head ##

          a <b>raw</b> & <https://acme.example>\\
          me
          {{> signature}}
          """))
    let partial = try Template(SourceText(path: "s.md", text: "--  \n{{brand}}\n"))
    let renderer = MessageRenderer(
      partials: ["signature": partial], language: try LanguageTag("de"))
    let message = try renderer.render(
      template,
      values: [
        "salutation": "# Hi *Maya*,", "brand": "<b>Acme</b>", "channel": "A) & B",
        "first_name": "_ana_ `x`",
      ])
    print(message.subject ?? "-")
    print(message.text)
    print(message.html)
  }
}
