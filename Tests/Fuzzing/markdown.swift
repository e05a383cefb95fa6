// module: Templating

/// Parses any bytes as Markdown in both modes and writes them as mail.
///
/// The bytes need not be UTF-8: those that are none reach the parser as marks of values.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  _ = MarkdownDocument(bytes, mode: .specification)
  let document = MarkdownDocument(bytes, mode: .mail)
  for language in ["en", "ar"] {
    let page = HTMLRenderer(language: LanguageTag(language: language), style: .standard)
      .render(document, title: nil, preheader: nil)
    precondition(page.utf8.count < 100_000 + 120 * bytes.count, "the page outgrows its text")
  }
  for links in [TextLinks.inline, .footnotes] {
    let text = TextRenderer.render(document, links: links)
    precondition(text.utf8.count < 200_000 + 160 * bytes.count, "the text part outgrows its text")
  }
  return 0
}
