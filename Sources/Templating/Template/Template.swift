/// A parsed template: Mustache with fallbacks and filters.
///
/// Variables `{{name}}`, `{{{name}}}` and `{{&name}}`, sections `{{#name}}…{{/name}}`, inverted
/// sections `{{^name}}…{{/name}}`, comments `{{! … }}`, partials `{{> name}}`, inheritance
/// `{{< layout}}{{$block}}…{{/block}}{{/ layout}}`, partials by a value `{{>* name}}`, other
/// delimiters `{{=<% %>=}}`, dotted names, `{{.}}`, and the rules of standalone lines are those of
/// the Mustache specification 1.4 with its optional modules.
///
/// Added is what may follow a name behind bars: a fallback, `{{first_name|there}}` or
/// `{{first_name | default: "there"}}`, and the filters `currency`, `number`, `percent`, `date`,
/// `list`, `plural`, `url`, `upper`, `lower` and `capitalize`. They are applied from left to right;
/// see the README for their arguments. There are no expressions.
public struct Template: Sendable {
  let source: SourceBytes
  let nodes: [TemplateNode]

  /// Parses a whole text.
  ///
  /// - Throws: `TemplateErrors` with every fault in it.
  public init(_ source: SourceText) throws(TemplateErrors) {
    try self.init(source, delimiters: TagDelimiters())
  }

  init(_ source: SourceText, delimiters: TagDelimiters) throws(TemplateErrors) {
    let bytes = SourceBytes(source)
    var parser = TemplateParser(bytes, range: 0..<bytes.bytes.count, delimiters: delimiters)
    let template = parser.parse()
    if !parser.errors.isEmpty { throw TemplateErrors(parser.errors) }
    self = template
  }

  init(source: SourceBytes, nodes: [TemplateNode]) {
    self.source = source
    self.nodes = nodes
  }

  /// How a value is written into the result of `render`.
  public enum Escaping: Hashable, Sendable {
    /// As it is.
    case none
    /// With `&`, `<`, `>` and quotes as HTML entities, except in `{{{name}}}` and `{{&name}}`.
    case html
  }

  /// Fills the template in.
  ///
  /// - Parameters:
  ///   - value: the outermost context, as a rule an object.
  ///   - partials: what `{{> name}}` includes and `{{< name}}` inherits from.
  ///   - lambdas: functions by name, for names that have no value.
  ///   - language: the language, best with its region, in which filters write numbers and dates.
  /// - Throws: `RenderError`; in lenient mode only for what nests too deep or grows too large, and
  ///   for a lambda whose text is no template.
  public func render(
    _ value: TemplateValue, partials: [String: Template] = [:],
    lambdas: [String: TemplateLambda] = [:], language: LanguageTag = .english,
    strictness: Strictness = .strict, escaping: Escaping = .html
  ) throws(RenderError) -> String {
    var evaluator = TemplateEvaluator(
      value, partials: partials, lambdas: lambdas, language: language, strictness: strictness,
      encoding: escaping == .html ? .html : .plain)
    try evaluator.evaluate(self)
    if !evaluator.missing.isEmpty { throw .missing(evaluator.missing) }
    return String(decoding: evaluator.output, as: UTF8.self)
  }
}

/// A function that a library user gives to a template by name; messages of campaigns have none.
///
/// `{{name}}` shows what it makes of the empty text, and `{{#name}}…{{/name}}` what it makes of the
/// text between the tags as it is written; either is read as a template and filled in first.
public struct TemplateLambda: Sendable {
  let body: @Sendable (String) -> String

  /// Wraps a function from template text to template text.
  public init(_ body: @escaping @Sendable (String) -> String) { self.body = body }
}
