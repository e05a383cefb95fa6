/// A part of a template; ranges and offsets count bytes of its source.
enum TemplateNode: Sendable {
  case text(Range<Int>)
  case variable(VariableTag)
  case section(SectionTag)
  case partial(PartialTag)
  case parent(ParentTag)
  case block(BlockTag)
}

/// `{{name}}`, with what follows its bars.
struct VariableTag: Sendable {
  let name: TemplateName
  /// Written `{{{name}}}` or `{{&name}}`.
  let isRaw: Bool
  let filters: [TemplateFilter]
  let offset: Int

  var hasFallback: Bool {
    filters.contains { if case .fallback = $0 { true } else { false } }
  }
}

/// `{{#name}}…{{/name}}` or `{{^name}}…{{/name}}`.
struct SectionTag: Sendable {
  let name: TemplateName
  let isInverted: Bool
  let offset: Int
  /// The text between the tags and the delimiters it is written with, for lambdas.
  let content: Range<Int>
  let delimiters: TagDelimiters
  let nodes: [TemplateNode]
}

/// `{{> name}}`, with the white space before it where it stands alone on its line.
struct PartialTag: Sendable {
  let name: PartialName
  let indentation: [UInt8]
  let offset: Int
}

/// `{{< name}}…{{/ name}}`: a partial whose blocks are replaced by those between the tags.
struct ParentTag: Sendable {
  let name: PartialName
  let indentation: [UInt8]
  let offset: Int
  let blocks: [BlockTag]
}

/// `{{$name}}…{{/name}}`: a part of a template that whoever inherits from it may replace.
struct BlockTag: Sendable {
  let name: String
  let offset: Int
  /// Whether the text begins on the line after the opening tag.
  let isOnLines: Bool
  /// The white space before the opening tag, where nothing else stands before it on its line.
  let indentation: [UInt8]
  /// The white space before the first line of the text, where that begins on its own line.
  let inner: [UInt8]
  let nodes: [TemplateNode]
}

/// Which partial a tag includes.
enum PartialName: Sendable {
  /// `{{> signature}}`
  case fixed(String)
  /// `{{>* name}}`: the partial that the value of a name names.
  case dynamic(TemplateName)

  /// The name as written, without spaces.
  var text: String {
    switch self {
    case .fixed(let name): name
    case .dynamic(let name): "*\(name.text)"
    }
  }
}

/// The marks around tags.
struct TagDelimiters: Hashable, Sendable {
  var opening = Array("{{".utf8)
  var closing = Array("}}".utf8)
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

  /// The message on a text that is no name.
  static func fault(_ text: String) -> String {
    if text.isEmpty { return "this tag has no name in it." }
    let words = text.split { $0 == " " || $0 == "\t" }.joined(separator: "_")
    if words != text, TemplateName(words) != nil {
      return "'\(text.excerpt)' is not a name: names have no spaces; did you mean \(words.excerpt)?"
    }
    return "'\(text.excerpt)' is not a name: use letters, digits, _ and -, and dots between names."
  }
}
