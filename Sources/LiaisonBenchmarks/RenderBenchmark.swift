import Liaison
import Templating

/// The shipped first touch in German, with its blocks, filled in as text and HTML.
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
      Measurement(
        name: "render text and HTML", value: seconds / Double(count) * 1e6, unit: "us")
    ]
  }

  private static func source(_ path: String) throws -> SourceText {
    guard let file = ShippedFiles.all.first(where: { $0.path == path }) else {
      throw BenchmarkError("there is no shipped file \(path)")
    }
    return SourceText(path: path, text: String(decoding: file.bytes, as: UTF8.self))
  }
}
