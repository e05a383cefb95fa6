import Liaison
import Templating

/// A short pitch filled in, and the shipped first touch in German as text and HTML.
enum RenderBenchmark {
  @Sendable
  static func run(_ scale: Scale) throws -> [Measurement] {
    let count = scale.pick(20_000, quick: 500)
    let language = try LanguageTag("de")
    var partials: [String: Template] = [:]
    for name in ["brand-kit", "signature", "footer"] {
      partials[name] = try Template(source("blocks/\(name).de.md"))
    }
    let template = try MessageTemplate(source("sequences/creators/1-brand-story.de.md"))
    let renderer = MessageRenderer(partials: partials, language: language)
    var bytes = 0
    let seconds = try Stopwatch.best(of: 3) {
      for number in 0..<count {
        let values: [String: TemplateValue] = [
          "salutation": "Hallo Hannes,", "first_name": "Hannes", "prospect": "Kettenblatt",
          "channel": "Kettenblatt", "recent_work": .string("Ein Jahr ohne neues Rad \(number)"),
          "brand": "Acme", "sender_name": "Lina Berg", "brand_story": "Acme begann im Regen.",
          "website": "https://acme.example", "country": "DE",
          "postal_address": "Werkstattgasse 12, 10999 Berlin", "contact_person": "Lina Berg",
          "opt_out_address": "stop@acme.example", "kit_link": "https://acme.example/kit",
        ]
        let message = try renderer.render(template, values: values)
        bytes &+= message.text.utf8.count &+ message.html.utf8.count
      }
    }
    guard bytes > 0 else { throw BenchmarkError("nothing was rendered") }
    return [
      try pitch(scale),
      Measurement(
        name: "render text and HTML", value: seconds / Double(count) * 1e6, unit: "us",
        bar: .valueAtMost(150)),
    ]
  }

  /// A compiled pitch of 335 bytes with eight tags, in strict mode.
  private static func pitch(_ scale: Scale) throws -> Measurement {
    let text = """
      Hi {{first_name|there}},

      I liked "{{recent_work}}" on {{channel}}. At {{brand}} we make rain jackets that people repair \
      at home, and your readers in {{city}} might enjoy why.

      {{#fee}}For one honest post in your own words we pay {{fee}}.{{/fee}}

      Do you have 10 minutes for a short call next week?

      {{sender_name}}
      {{postal_address}}

      """
    guard text.utf8.count == 335 else {
      throw BenchmarkError("the pitch has \(text.utf8.count) bytes, not 335")
    }
    let template = try Template(SourceText(path: "pitch", text: text))
    let values: TemplateValue = [
      "first_name": "Hannes", "recent_work": "Ein Jahr ohne neues Rad",
      "channel": "Kettenblatt", "brand": "Acme", "city": "Berlin", "fee": "500 EUR",
      "sender_name": "Lina Berg", "postal_address": "Werkstattgasse 12, 10999 Berlin",
    ]
    let count = scale.pick(100_000, quick: 2000)
    var bytes = 0
    let seconds = try Stopwatch.best(of: 3) {
      for _ in 0..<count { bytes &+= try template.render(values, escaping: .none).utf8.count }
    }
    guard bytes > 0 else { throw BenchmarkError("nothing was rendered") }
    return Measurement(
      name: "render a pitch of 335 bytes", value: seconds / Double(count) * 1e6, unit: "us",
      bar: .valueAtMost(10))
  }

  private static func source(_ path: String) throws -> SourceText {
    guard let file = ShippedFiles.all.first(where: { $0.path == path }) else {
      throw BenchmarkError("there is no shipped file \(path)")
    }
    return SourceText(path: path, text: String(decoding: file.bytes, as: UTF8.self))
  }
}
