// module: Templating

/// Reads any bytes as a mail's template and, behind a NUL, as the partials it may include, and fills
/// them in.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  var texts = bytes.split(separator: 0, maxSplits: 2, omittingEmptySubsequences: false)
    .map { SourceText(path: "t.md", text: String(decoding: $0, as: UTF8.self)) }
  let first = texts.removeFirst()
  var partials: [String: Template] = [:]
  for (name, text) in zip(["a", "b"], texts) { partials[name] = try? Template(text) }
  let values: [String: TemplateValue] = [
    "a": "b", "n": "1200.5", "d": "2026-11-03T14:30", "l": ["x", ["a": "y"], "z"],
    "o": ["a": "_1_", "o": ["a": "\r\n<"]], "t": true, "e": "",
  ]
  if let message = try? MessageTemplate(first) {
    _ = message.uses(partials: partials)
    _ = message.unknownNames(known: ["a", "n", "o.a"], partials: partials)
    for language in [LanguageTag.english, LanguageTag(language: "ar", region: "EG")] {
      let renderer = MessageRenderer(partials: partials, language: language)
      let mail = try? renderer.render(message, values: values, region: "CH")
      precondition(mail?.subject?.utf8.contains(0x0A) != true, "a subject has two lines")
    }
  }
  if let template = try? Template(first) {
    _ = try? template.render(
      .object(values), partials: partials, lambdas: ["f": TemplateLambda { $0 + "{{a}}" }],
      strictness: .lenient)
  }
  return 0
}
