/// A phrase in the pattern language of the rule files.
///
/// A pattern is words separated by spaces. It matches them in any case, on word boundaries, over
/// any white space and line ends of one paragraph, and never across a sentence's end. `’` and `'`
/// are the same; a hyphen equals a space; commas, colons, semicolons, dashes, quotation marks,
/// brackets and Markdown emphasis between the words do not matter. In scripts written without
/// spaces (Han, kana, Hangul) every character is a word, so a phrase is found anywhere.
///
/// | written | means |
/// | --- | --- |
/// | `(cut\|lower\|bring down)` | one of these |
/// | `[really]`, `[a\|the]` | this, or one of these, or nothing |
/// | `{price-noun}` | one of the phrases in that class of the file; they may hold any sign |
/// | `..3` | up to three words of any kind (1 to 8); at the start or end only beside `^` or `$` |
/// | `*` | exactly one word of any kind |
/// | `#` | a number: `600`, `$600`, `50%`, `1,000`, `20-30`, `3rd` |
/// | `,` | a comma, colon, semicolon or dash that must stand there |
/// | `^` | only at the start of a sentence, or of the line after a greeting ("Hi Maya,") |
/// | `$` | only at the end of a sentence |
/// | `!` `!!` `?` `??` | this mark; doubled: more than one of them |
/// | `$$` | two or more currency signs |
/// | `/` | what is before it must stand there, but is no part of the finding |
public struct Pattern: Hashable, Sendable {
  /// The pattern as written.
  public let source: String

  let graph: PatternGraph

  /// Reads a pattern; `classes` gives each class name its phrases.
  public init(_ source: String, classes: [String: [String]] = [:]) throws(PatternError) {
    self.source = source
    var parser = PatternParser(source, classes: classes)
    let root = try parser.parse()
    let longest = root.longest
    guard longest > 0 else { throw .empty }
    guard longest <= Self.maximumWords else { throw .tooLong }
    self.graph = try PatternGraph(root)
  }

  static let maximumWords = 60

  /// Two patterns are equal where they find the same, classes resolved.
  public static func == (left: Pattern, right: Pattern) -> Bool {
    left.source == right.source && left.graph == right.graph
  }

  /// Hashes the source.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(source)
  }
}

extension Pattern {
  indirect enum Node: Equatable, Sendable {
    case token(TokenSet)
    case sequence([Node])
    case choice([Node])
    case optional(Node)
    case gap(Int)
    case sentenceStart
    case sentenceEnd
    /// The end of what is only context.
    case mark

    /// The number of tokens that the longest match has.
    var longest: Int {
      switch self {
      case .token: 1
      case .sequence(let nodes): nodes.reduce(0) { min($0 + $1.longest, 1_000_000) }
      case .choice(let nodes): nodes.reduce(0) { max($0, $1.longest) }
      case .optional(let node): node.longest
      case .gap(let words): words
      case .sentenceStart, .sentenceEnd, .mark: 0
      }
    }
  }

  /// The tokens that one place of a pattern accepts.
  struct TokenSet: Hashable, Sendable {
    var words: Set<UInt64> = []
    var acceptsNumber = false
    var acceptsAnyWord = false
    /// Raw values of the pause and sentence-end kinds accepted.
    var signs: Set<UInt8> = []

    init(word hash: UInt64) { words = [hash] }
    init(signs kinds: Token.Kind...) { signs = Set(kinds.map(\.rawValue)) }
    static let number = {
      var set = TokenSet()
      set.acceptsNumber = true
      return set
    }()
    static let anyWord = {
      var set = TokenSet()
      set.acceptsAnyWord = true
      return set
    }()

    mutating func formUnion(_ other: TokenSet) {
      words.formUnion(other.words)
      signs.formUnion(other.signs)
      acceptsNumber = acceptsNumber || other.acceptsNumber
      acceptsAnyWord = acceptsAnyWord || other.acceptsAnyWord
    }
  }
}
