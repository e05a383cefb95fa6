import Testing

@testable import Templating

@Suite struct MessageFormatTests {
  private func render(
    _ text: String, _ values: [String: TemplateValue], language: String, region: String? = nil
  ) throws -> RenderedMessage {
    try MessageRenderer(partials: [:], language: LanguageTag(language)).render(
      MessageTemplate(SourceText(path: "t.md", text: text)), values: values, region: region)
  }

  @Test func `filtered values stay literal and take the reader's region`() throws {
    let message = try render(
      """
      ---
      subject: {{price | currency: CHF, 0}}
      ---
      {{n | number}} {{v | upper}} [a](https://a.example/?q={{v | url}})
      """, ["price": "1200", "n": "120000", "v": "a_b_ & <c>"], language: "de", region: "CH")
    #expect(message.subject == "CHF\u{A0}1’200")
    #expect(
      message.text == "120’000 A_B_ & <C> a (https://a.example/?q=a_b_%20%26%20%3Cc%3E)\n")
    #expect(message.html.contains("A_B_ &amp; &lt;C&gt;"))
  }

  @Test(arguments: [("pt-BR", "PT", "1.200,5"), ("es", "MX", "1,200.5"), ("de", "x1", "1.200,5")])
  func `a variety of a country keeps its own ways`(
    language: String, region: String, number: String
  ) throws {
    let message = try render("{{n | number}}", ["n": "1200.5"], language: language, region: region)
    #expect(message.text == "\(number)\n")
  }

  @Test func `direction marks stay out of subjects alone`() throws {
    let message = try render(
      "---\nsubject: {{price | currency: EUR}} {{name}}\n---\n{{price | currency: EUR}} {{name}}",
      ["price": "12", "name": "\u{2067}مايا\u{2069} می\u{200C}خواهم"], language: "he")
    #expect(message.subject == "12.00\u{A0}€ مايا می\u{200C}خواهم")
    #expect(message.text.unicodeScalars.contains("\u{200F}"))
    #expect(message.text.unicodeScalars.contains("\u{2067}"))
  }
}
