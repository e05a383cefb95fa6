/// A parsed template: Mustache with fallbacks.
///
/// Variables `{{name}}`, `{{{name}}}` and `{{&name}}`, sections `{{#name}}…{{/name}}`, inverted
/// sections `{{^name}}…{{/name}}`, comments `{{! … }}`, partials `{{> name}}`, other delimiters
/// `{{=<% %>=}}`, dotted names, `{{.}}`, and the rules of standalone lines are those of the
/// Mustache specification 1.4. Added is the fallback: `{{first_name|there}}`, or with quotes
/// `{{first_name | default: "there"}}`.
public struct Template: Sendable {
  let source: SourceBytes
  let nodes: [TemplateNode]

  /// Parses a whole text.
  ///
  /// - Throws: `TemplateErrors` with every fault in it.
  public init(_ source: SourceText) throws(TemplateErrors) {
    let bytes = SourceBytes(source)
    var parser = TemplateParser(bytes, range: 0..<bytes.bytes.count)
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
  /// - Parameter value: the outermost context, as a rule an object.
  /// - Throws: `RenderError`; in lenient mode only for what nests too deep or grows too large.
  public func render(
    _ value: TemplateValue, partials: [String: Template] = [:],
    strictness: Strictness = .strict, escaping: Escaping = .html
  ) throws(RenderError) -> String {
    var evaluator = TemplateEvaluator(
      value, partials: partials, strictness: strictness,
      encoding: escaping == .html ? .html : .plain)
    try evaluator.evaluate(self)
    if !evaluator.missing.isEmpty { throw .missing(evaluator.missing) }
    return String(decoding: evaluator.output, as: UTF8.self)
  }
}

/// A part of a template; ranges and offsets count bytes of its source.
enum TemplateNode: Sendable {
  case text(Range<Int>)
  case variable(VariableTag)
  case section(SectionTag)
  case partial(PartialTag)
}

/// `{{name}}`, with its fallback.
struct VariableTag: Sendable {
  let name: TemplateName
  /// Written `{{{name}}}` or `{{&name}}`.
  let isRaw: Bool
  let fallback: String?
  let offset: Int
}

/// `{{#name}}…{{/name}}` or `{{^name}}…{{/name}}`.
struct SectionTag: Sendable {
  let name: TemplateName
  let isInverted: Bool
  let offset: Int
  var nodes: [TemplateNode]
}

/// `{{> name}}`, with the white space before it where it stands alone on its line.
struct PartialTag: Sendable {
  let name: String
  let indentation: [UInt8]
  let offset: Int
}

/// A name in a tag: `.`, `first_name` or `brand.name`.
struct TemplateName: Hashable, Sendable {
  let text: String
  /// The parts between the dots; none for `.`, the context itself.
  let parts: [String]

  /// Nil where the text is no name.
  init?(_ text: String) {
    self.text = text
    if text == "." {
      self.parts = []
      return
    }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let isName = parts.allSatisfy { part in
      !part.isEmpty
        && part.utf8.allSatisfy { byte in
          switch byte {
          case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), 0x80...:
            return true
          default: return false
          }
        }
    }
    guard isName else { return nil }
    self.parts = parts
  }
}
