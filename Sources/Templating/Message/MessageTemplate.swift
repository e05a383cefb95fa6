/// One step's mail in one language: front matter, then Markdown with template tags.
///
///     ---
///     subject: A jacket for {{channel|your rides}}
///     emphasis: brand-story
///     formality: informal
///     ---
///     {{salutation}}
///
///     your film on **night rides** …
///
///     {{> signature}}
///
/// The keys are `subject`, `preheader`, `emphasis`, `formality` and `format`; all may be left out,
/// and so may the whole front matter.
public struct MessageTemplate: Sendable {
  /// The subject; nil for a follow-up, which goes out as "Re:" in its thread.
  public let subject: Template?
  /// What a mailbox shows beside the subject.
  public let preheader: Template?
  /// What the step stresses, such as `brand-story`.
  public let emphasis: String?
  /// How the reader is addressed; nil leaves it to the campaign.
  public let formality: Formality?
  /// Which parts the mail has; nil leaves it to the campaign.
  public let format: MessageFormat?
  /// The Markdown text.
  public let body: Template

  /// Parses a template file; a link that mail does not allow is a fault as well.
  ///
  /// - Throws: `TemplateErrors` with every fault in the file.
  public init(_ source: SourceText) throws(TemplateErrors) {
    let bytes = SourceBytes(source)
    let frontMatter = FrontMatter(bytes)
    var errors = frontMatter.errors

    func parse(_ range: Range<Int>) -> Template {
      var parser = TemplateParser(bytes, range: range)
      let template = parser.parse()
      errors += parser.errors
      return template
    }
    self.subject = frontMatter.subject.map(parse)
    self.preheader = frontMatter.preheader.map(parse)
    self.emphasis = frontMatter.emphasis
    self.formality = frontMatter.formality
    self.format = frontMatter.format
    self.body = parse(frontMatter.body)
    errors += body.linkErrors

    if errors.isEmpty, bytes.trimmed(frontMatter.body).isEmpty {
      let position = bytes.position(at: frontMatter.body.lowerBound)
      errors.append(TemplateError(position: position, message: "the message has no text."))
    }
    if !errors.isEmpty { throw TemplateErrors(errors) }
  }

  /// Subject, preheader and body, as far as they are there.
  var parts: [Template] { [subject, preheader, body].compactMap { $0 } }
}
