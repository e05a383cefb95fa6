/// Reads the pattern language into a tree.
struct PatternParser {
  private let bytes: [UInt8]
  private let classes: [String: [String]]
  private let depth: Int
  private var position = 0

  private static let maximumDepth = 8
  private static let signs = Set("()[]{}|^#*!?,/ ".utf8)

  init(_ source: String, classes: [String: [String]], depth: Int = 0) {
    self.bytes = Array(source.utf8)
    self.classes = classes
    self.depth = depth
  }

  mutating func parse() throws(PatternError) -> Pattern.Node {
    let node = try choice(depth: depth)
    if let byte = current { throw .unbalanced(Self.text(byte)) }
    return node
  }

  private var current: UInt8? {
    position < bytes.count ? bytes[position] : nil
  }

  private static func text(_ byte: UInt8) -> String {
    String(decoding: [byte], as: UTF8.self)
  }

  /// Sequences divided by `|`, up to a closing bracket or the end.
  private mutating func choice(depth: Int) throws(PatternError) -> Pattern.Node {
    guard depth <= Self.maximumDepth else { throw .tooDeep }
    var branches: [Pattern.Node] = []
    while true {
      branches.append(try sequence(depth: depth))
      guard current == UInt8(ascii: "|") else { break }
      position += 1
    }
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func sequence(depth: Int) throws(PatternError) -> Pattern.Node {
    var nodes: [Pattern.Node] = []
    while let byte = current {
      switch byte {
      case ASCII.space, ASCII.tab:
        position += 1
        continue
      case UInt8(ascii: "|"), UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
        guard !nodes.isEmpty else { throw .empty }
        return nodes.count == 1 ? nodes[0] : .sequence(nodes)
      case UInt8(ascii: "("):
        nodes.append(try bracket(closing: UInt8(ascii: ")"), depth: depth))
      case UInt8(ascii: "["):
        nodes.append(.optional(try bracket(closing: UInt8(ascii: "]"), depth: depth)))
      case UInt8(ascii: "{"):
        nodes.append(try wordClass(depth: depth))
      default:
        if let sign = try sign() {
          nodes.append(sign)
        } else {
          nodes.append(try words())
        }
      }
    }
    guard !nodes.isEmpty else { throw .empty }
    return nodes.count == 1 ? nodes[0] : .sequence(nodes)
  }

  private mutating func bracket(
    closing: UInt8, depth: Int
  ) throws(PatternError) -> Pattern.Node {
    let opening = Self.text(bytes[position])
    position += 1
    let node = try choice(depth: depth + 1)
    guard current == closing else { throw .unbalanced(opening) }
    position += 1
    return node
  }

  private mutating func wordClass(depth: Int) throws(PatternError) -> Pattern.Node {
    let start = position + 1
    guard let close = bytes[start...].firstIndex(of: UInt8(ascii: "}")) else {
      throw .unbalanced("{")
    }
    let name = String(decoding: bytes[start..<close], as: UTF8.self)
    position = close + 1
    guard let phrases = classes[name], !phrases.isEmpty else { throw .unknownClass(name) }
    guard depth < Self.maximumDepth else { throw .tooDeep }
    var branches: [Pattern.Node] = []
    for phrase in phrases {
      var parser = PatternParser(phrase, classes: classes, depth: depth + 1)
      branches.append(try parser.parse())
    }
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func sign() throws(PatternError) -> Pattern.Node? {
    let byte = bytes[position]
    let isDoubled = position + 1 < bytes.count && bytes[position + 1] == byte
    switch byte {
    case UInt8(ascii: "^"):
      position += 1
      return .sentenceStart
    case UInt8(ascii: "$"):
      if isDoubled || position + 1 < bytes.count && ASCII.isDigit(bytes[position + 1]) {
        return nil
      }
      position += 1
      return .sentenceEnd
    case UInt8(ascii: "#"):
      position += 1
      return .token(.number)
    case UInt8(ascii: "/"):
      position += 1
      return .mark
    case UInt8(ascii: "*"):
      position += 1
      return .token(.anyWord)
    case UInt8(ascii: ","):
      position += 1
      return .token(.init(signs: .pause))
    case UInt8(ascii: "!"):
      position += isDoubled ? 2 : 1
      return .token(isDoubled ? .init(signs: .bangs) : .init(signs: .bang, .bangs))
    case UInt8(ascii: "?"):
      position += isDoubled ? 2 : 1
      return .token(isDoubled ? .init(signs: .questions) : .init(signs: .question, .questions))
    case UInt8(ascii: ".") where isDoubled:
      return try gap()
    default:
      return nil
    }
  }

  private mutating func gap() throws(PatternError) -> Pattern.Node {
    let start = position
    while let byte = current, !Self.signs.contains(byte) { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    guard let words = Int(text.dropFirst(2)), (1...8).contains(words) else { throw .badGap(text) }
    return .gap(words)
  }

  /// Plain words, cut exactly as the text will be.
  private mutating func words() throws(PatternError) -> Pattern.Node {
    let start = position
    while let byte = current, !Self.signs.contains(byte) { position += 1 }
    var tokenizer = Tokenizer(bytes, in: start..<position)
    var nodes: [Pattern.Node] = []
    while let token = tokenizer.next() {
      guard token.kind == .word || token.kind == .number, token.hash != 0 else {
        nodes = []
        break
      }
      nodes.append(.token(.init(word: token.hash)))
    }
    guard !nodes.isEmpty else {
      throw .unexpected(String(decoding: bytes[start..<position], as: UTF8.self))
    }
    return nodes.count == 1 ? nodes[0] : .sequence(nodes)
  }
}
