/// Cuts UTF-8 text into words, numbers, pauses and sentence ends, in one pass.
///
/// Words are folded to lower case, `’` to `'`. A hyphen divides words, so that "game-changing" and
/// "game changing" are one phrase. Markdown emphasis, quotation marks and brackets are
/// transparent. Merge tags, inline code, links and addresses are single words that equal no
/// other. Han, kana and Hangul scalars are a word each.
struct Tokenizer {
  let bytes: [UInt8]
  let end: Int
  var position: Int

  var opensLine = true
  var inHeading = false
  /// Set after an abbreviation, whose full stop ends no sentence.
  var abbreviationEnd = -1
  /// Where the last search for a closing backquote gave up; none is left before it.
  var noBackquoteBefore = 0

  init(_ bytes: [UInt8], in range: Range<Int>) {
    self.bytes = bytes
    self.position = range.lowerBound
    self.end = range.upperBound
  }

  mutating func next() -> Token? {
    if opensLine, let mark = lineMark() { return mark }
    while position < end {
      let byte = bytes[position]
      if ASCII.isAlphanumeric(byte) { return word(startsWithDigit: ASCII.isDigit(byte)) }
      if byte >= 0x80 {
        if let token = outsideASCII() { return token }
        continue
      }
      switch byte {
      case ASCII.newline, ASCII.carriageReturn:
        if let token = lineBreak() { return token }
      case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"):
        position += 1
        return token(.pause, from: position - 1)
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
        if let token = sentenceEnd() { return token }
      case UInt8(ascii: "-"):
        let start = position
        position += 1
        let isDash = isWhite(at: start - 1) && isWhite(at: position) || byteAt(position) == byte
        while byteAt(position) == byte { position += 1 }
        if isDash { return token(.pause, from: start) }
      case UInt8(ascii: "$"):
        if let token = currency(length: 1) { return token }
      case UInt8(ascii: "&"):
        position += 1
        return token(.word, hash: Self.and, from: position - 1)
      case UInt8(ascii: "{"):
        if let token = tag() { return token }
      case UInt8(ascii: "`"):
        if let token = code() { return token }
      default:
        position += 1
      }
    }
    return nil
  }

  static let and = WordHash.of("and")
  static let abbreviations: Set<UInt64> = [
    WordHash.of("mr"), WordHash.of("mrs"), WordHash.of("ms"), WordHash.of("dr"),
    WordHash.of("prof"), WordHash.of("st"), WordHash.of("vs"), WordHash.of("approx"),
    WordHash.of("sr"), WordHash.of("sra"), WordHash.of("hr"), WordHash.of("fr"),
  ]

  func byteAt(_ index: Int) -> UInt8 {
    index < end && index >= 0 ? bytes[index] : 0
  }

  func isWhite(at index: Int) -> Bool {
    index < 0 || index >= end || ASCII.isWhite(bytes[index])
  }

  mutating func token(_ kind: Token.Kind, hash: UInt64 = 0, from start: Int) -> Token {
    defer { opensLine = false }
    return Token(kind: kind, hash: hash, start: start, end: position, opensLine: opensLine)
  }
}

// MARK: - Lines and sentences

extension Tokenizer {
  /// The mark of a list item or heading at the start of a line, which begins a new sentence.
  mutating func lineMark() -> Token? {
    while position < end, ASCII.isBlank(bytes[position]) { position += 1 }
    let start = position
    switch byteAt(position) {
    case UInt8(ascii: "#"):
      while byteAt(position) == UInt8(ascii: "#") { position += 1 }
      inHeading = true
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
      guard ASCII.isBlank(byteAt(position + 1)) else { return nil }
      position += 1
    default:
      return nil
    }
    let mark = token(.stop, from: start)
    opensLine = true
    return mark
  }

  /// Reads over line ends and blank lines.
  ///
  /// A blank line, or the end of a heading, ends a sentence.
  mutating func lineBreak() -> Token? {
    let start = position
    var lines = 0
    while position < end {
      let byte = bytes[position]
      if byte == ASCII.newline {
        lines += 1
      } else if byte == ASCII.carriageReturn {
        if byteAt(position + 1) != ASCII.newline { lines += 1 }
      } else if !ASCII.isBlank(byte) {
        break
      }
      position += 1
    }
    opensLine = true
    guard lines > 1 || inHeading else { return position < end ? lineMark() : nil }
    inHeading = false
    let stop = token(.stop, from: start)
    opensLine = true
    return stop
  }

  /// A run of full stops, exclamation and question marks.
  mutating func sentenceEnd() -> Token? {
    let start = position
    var bangs = 0
    var questions = 0
    var length = 0
    scan: while position < end {
      switch bytes[position] {
      case UInt8(ascii: "."): break
      case UInt8(ascii: "!"): bangs += 1
      case UInt8(ascii: "?"): questions += 1
      default: break scan
      }
      position += 1
      length += 1
    }
    if bangs == 0, questions == 0 {
      let next = byteAt(position)
      let belongsToWord = length == 1 && ASCII.isAlphanumeric(next) && !ASCII.isUpper(next)
      if belongsToWord || (length == 1 && start == abbreviationEnd) { return nil }
      return token(.stop, from: start)
    }
    return token(Self.kind(bangs: bangs, questions: questions), from: start)
  }

  static func kind(bangs: Int, questions: Int) -> Token.Kind {
    if questions == 0 { return bangs > 1 ? .bangs : .bang }
    return bangs + questions > 1 ? .questions : .question
  }
}
