/// A mail filled in for one person.
public struct RenderedMessage: Hashable, Sendable {
  /// The subject on one line; nil for a follow-up in its thread.
  public let subject: String?
  /// What a mailbox shows beside the subject, on one line.
  public let preheader: String?
  /// The text part: lines of at most 72 columns where words allow it, each ended by a line feed.
  public let text: String
  /// The HTML part: a complete document; empty for a message of plain text alone.
  public let html: String

  /// What to say of an HTML part near the size at which mailboxes cut it; nil below 80 KB.
  public var sizeWarning: String? {
    html.utf8.count > MailSize.warning ? MailSize.sentence(html.utf8.count) : nil
  }
}

/// Fills messages in for people of one language.
///
/// Values are literal in every part: what looks like Markdown, HTML or a tag in a name is shown as
/// it is, `{{{name}}}` included. In subject, preheader and text nothing is escaped, but line ends
/// and control characters become a space; in HTML the value is escaped as well.
public struct MessageRenderer: Sendable {
  private let partials: [String: Template]
  private let html: HTMLRenderer
  private let language: LanguageTag
  private let links: TextLinks
  private let format: MessageFormat

  /// Makes a renderer.
  ///
  /// - Parameters:
  ///   - partials: what `{{> name}}` includes, parsed from Markdown in the same language.
  ///   - language: the language of the messages, for the HTML part's `lang` and `dir`.
  ///   - style: the looks of the HTML part.
  ///   - links: where the addresses of links stand in the text part.
  ///   - format: the parts of mails whose template leaves it open.
  public init(
    partials: [String: Template], language: LanguageTag, style: MailStyle = .standard,
    links: TextLinks = .inline, format: MessageFormat = .html
  ) {
    self.partials = partials
    self.language = language
    self.links = links
    self.format = format
    self.html = HTMLRenderer(language: language, style: style)
  }

  /// Fills a message in.
  ///
  /// - Parameters:
  ///   - values: the outermost names.
  ///   - region: the two letters of the reader's country, whose ways of writing numbers and dates
  ///     are taken: `CH` for 1’000 in German. Without it they are those of the language.
  /// - Throws: `RenderError.missing` with all names without a value in all parts;
  ///   `RenderError.pageTooLarge` for an HTML part that mailboxes would cut; the other cases for
  ///   partials.
  public func render(
    _ template: MessageTemplate, values: [String: TemplateValue], region: String? = nil
  ) throws(RenderError) -> RenderedMessage {
    let locale = region.map(language.inRegion) ?? language
    let context = TemplateValue.object(values)
    var missing: [MissingName] = []
    let subject = try line(template.subject, context, locale, missing: &missing)
    let preheader = try line(template.preheader, context, locale, missing: &missing)
    let body = try evaluate(
      template.body, context, locale, encoding: .literal, missing: &missing)
    if !missing.isEmpty {
      // A partial in both subject and body has its names reported by both.
      var seen: Set<MissingName> = []
      throw .missing(missing.filter { seen.insert($0).inserted })
    }

    let document = MarkdownDocument(body, mode: .mail)
    let message = RenderedMessage(
      subject: subject.map { DirectionMarks.removed(from: $0) }, preheader: preheader,
      text: TextRenderer.render(document, links: links),
      html: (template.format ?? format) == .text
        ? "" : html.render(document, title: subject, preheader: preheader))
    guard message.html.utf8.count <= MailSize.maximum else {
      throw .pageTooLarge(bytes: message.html.utf8.count)
    }
    return message
  }

  private func line(
    _ template: Template?, _ context: TemplateValue, _ locale: LanguageTag,
    missing: inout [MissingName]
  ) throws(RenderError) -> String? {
    guard let template else { return nil }
    return SingleLine.text(
      try evaluate(template, context, locale, encoding: .plain, missing: &missing))
  }

  private func evaluate(
    _ template: Template, _ context: TemplateValue, _ locale: LanguageTag,
    encoding: ValueEncoding, missing: inout [MissingName]
  ) throws(RenderError) -> [UInt8] {
    var evaluator = TemplateEvaluator(
      context, partials: partials, language: locale, strictness: .strict, encoding: encoding)
    try evaluator.evaluate(template)
    missing += evaluator.missing
    return evaluator.output
  }
}
