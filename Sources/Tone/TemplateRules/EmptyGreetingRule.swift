/// `template.empty-greeting`: a greeting whose name is missing.
///
/// Finds "Hi ,", "Dear  ,", "Hello !", "Dear Ms. ,", "Dear," and "Hi null,". A greeting without a
/// name that is written so on purpose ("Hi,", "Hello!") is not one of these.
struct EmptyGreetingRule: ComputedRule {
  static let id = "template.empty-greeting"
  static let severity = Severity.error

  private static let message =
    "The name is missing from this greeting: fill it in, or write a greeting that needs none."

  /// Greetings, in lower case, longest first where one begins another.
  private static let greetings = [
    "good morning", "good afternoon", "good evening", "greetings", "hello there", "hello", "hey",
    "hi there", "hi", "dear", "guten morgen", "guten tag", "hallo", "liebe", "lieber",
    "sehr geehrte",
    "sehr geehrter", "bonjour", "bonsoir", "chère", "cher", "salut", "hola", "buenos días",
    "buenas tardes", "estimado", "estimada", "querido", "querida", "olá", "oi", "prezado",
    "prezada", "caro", "cara", "ciao", "gentile", "beste", "hoi",
  ].map { Array($0.utf8) }.sorted { $0.count > $1.count }
  /// Greetings that stand with a name only.
  private static let needNames = Set(
    [
      "dear", "liebe", "lieber", "sehr geehrte", "sehr geehrter", "chère", "cher", "estimado",
      "estimada", "querido", "querida", "prezado", "prezada", "gentile", "beste",
    ].map { Array($0.utf8) })
  /// French sets a space before the exclamation mark.
  private static let spacedBang = Set(["bonjour", "bonsoir", "salut"].map { Array($0.utf8) })
  private static let titles = ["mr", "mrs", "ms", "dr", "prof", "herr", "frau"].map {
    Array($0.utf8)
  }
  /// What programs print for a missing value.
  private static let blanks = ["null", "undefined", "none", "nan", "nil", "n/a", "(null)"]
    .map { Array($0.utf8) }

  func places(in draft: Draft) -> [RulePlace] {
    var found: [RulePlace] = []
    for region in draft.regions {
      var offset = region.range.lowerBound
      while let line = Line(in: draft.bytes, from: offset, end: region.range.upperBound) {
        offset = line.next
        if let range = range(draft.bytes, line.content) {
          found.append(RulePlace(range, Self.message))
        }
      }
    }
    return found
  }

  private func range(_ bytes: [UInt8], _ line: Range<Int>) -> Range<Int>? {
    // A greeting and its mark stand in the first bytes of a line.
    let head = line.lowerBound..<min(line.upperBound, line.lowerBound + 80)
    var text = Lowered(bytes, head)
    text.skipBlanks()
    let start = text.position
    guard let greeting = Self.greetings.first(where: { text.reads($0) }) else { return nil }
    let spaces = text.skipBlanks()
    var isBlank = spaces > 0
    if isBlank, Self.titles.contains(where: { text.reads($0) }) {
      if text.current == UInt8(ascii: ".") { text.position += 1 }
      // "Dear Ms," alone may be meant; "Dear Ms. ," is not.
      isBlank = text.skipBlanks() > 0
    } else if isBlank, Self.blanks.contains(where: { text.reads($0) }) {
      text.skipBlanks()
    }
    guard let mark = text.current else { return nil }
    switch mark {
    case UInt8(ascii: ","):
      guard isBlank || Self.needNames.contains(greeting) else { return nil }
    case UInt8(ascii: "!"):
      guard isBlank, !Self.spacedBang.contains(greeting) else { return nil }
    case UInt8(ascii: ":"):
      guard isBlank && Self.needNames.contains(greeting) else { return nil }
    default: return nil
    }
    return start..<(text.position + 1)
  }

  /// Part of a line, read in ASCII lower case.
  private struct Lowered {
    private let bytes: [UInt8]
    private let end: Int
    var position: Int

    init(_ bytes: [UInt8], _ range: Range<Int>) {
      self.bytes = bytes
      self.position = range.lowerBound
      self.end = range.upperBound
    }

    var current: UInt8? { position < end ? bytes[position] : nil }

    @discardableResult mutating func skipBlanks() -> Int {
      let start = position
      while position < end {
        if ASCII.isBlank(bytes[position]) {
          position += 1
        } else if position + 1 < end, bytes[position] == 0xC2, bytes[position + 1] == 0xA0 {
          position += 2  // no-break space
        } else {
          break
        }
      }
      return position - start
    }

    /// Steps over `word` where it stands here and no letter follows.
    mutating func reads(_ word: [UInt8]) -> Bool {
      guard position + word.count <= end else { return false }
      for (offset, byte) in word.enumerated() {
        let own = bytes[position + offset]
        guard (ASCII.isUpper(own) ? own | 0x20 : own) == byte else { return false }
      }
      let after = position + word.count
      if after < end, ASCII.isAlphanumeric(bytes[after]) || bytes[after] > 0xC2 { return false }
      position = after
      return true
    }
  }
}
