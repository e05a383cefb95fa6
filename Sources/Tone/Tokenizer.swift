/// Cuts UTF-8 text into words, numbers, pauses and sentence ends, in one pass.
///
/// Words are folded to lower case, `’` to `'`. A hyphen divides words, so that "game-changing" and
/// "game changing" are one phrase. Markdown emphasis, quotation marks and brackets are
/// transparent. Merge tags, inline code, links and addresses are single words that equal no
/// other. Han, kana and Hangul scalars are a word each.
struct Tokenizer {
  let bytes: [UInt8]
  let end: Int
  private(set) var position: Int

  private var opensLine = true
  private var inHeading = false
  /// Set after an abbreviation, whose full stop ends no sentence.
  private var abbreviationEnd = -1
  /// Where the last search for a closing backquote gave up; none is left before it.
  private var noBackquoteBefore = 0

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

  private static let and = WordHash.of("and")
  private static let abbreviations: Set<UInt64> = [
    WordHash.of("mr"), WordHash.of("mrs"), WordHash.of("ms"), WordHash.of("dr"),
    WordHash.of("prof"), WordHash.of("st"), WordHash.of("vs"), WordHash.of("approx"),
    WordHash.of("sr"), WordHash.of("sra"), WordHash.of("hr"), WordHash.of("fr"),
  ]

  private func byteAt(_ index: Int) -> UInt8 {
    index < end && index >= 0 ? bytes[index] : 0
  }

  private func isWhite(at index: Int) -> Bool {
    index < 0 || index >= end || ASCII.isWhite(bytes[index])
  }

  private mutating func token(_ kind: Token.Kind, hash: UInt64 = 0, from start: Int) -> Token {
    defer { opensLine = false }
    return Token(kind: kind, hash: hash, start: start, end: position, opensLine: opensLine)
  }
}

// MARK: - Lines and sentences

extension Tokenizer {
  /// The mark of a list item or heading at the start of a line, which begins a new sentence.
  private mutating func lineMark() -> Token? {
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

  /// Reads over line ends and blank lines. A blank line, or the end of a heading, ends a sentence.
  private mutating func lineBreak() -> Token? {
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
  private mutating func sentenceEnd() -> Token? {
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

  private static func kind(bangs: Int, questions: Int) -> Token.Kind {
    if questions == 0 { return bangs > 1 ? .bangs : .bang }
    return bangs + questions > 1 ? .questions : .question
  }
}

// MARK: - Words

extension Tokenizer {
  private mutating func word(startsWithDigit: Bool) -> Token {
    let start = position
    var hash = WordHash()
    var length = 0
    var hasDot = false
    var isOpaque = false
    scan: while position < end {
      let byte = bytes[position]
      if ASCII.isAlphanumeric(byte) {
        hash.add(ASCII.isUpper(byte) ? byte | 0x20 : byte)
        position += 1
        length += 1
        continue
      }
      if byte >= 0x80 {
        guard addScalar(to: &hash, startsWithDigit: startsWithDigit, length: &length) else { break }
        continue
      }
      let next = byteAt(position + 1)
      let before = byteAt(position - 1)
      switch byte {
      case UInt8(ascii: "'") where ASCII.isLetter(next) && !ASCII.isDigit(before):
        hash.add(byte)
      case UInt8(ascii: ".") where ASCII.isAlphanumeric(next):
        // "expensive.Lower" lacks a space; "acme.com" and "e.g" are words.
        if ASCII.isLower(before), ASCII.isUpper(next) { break scan }
        hasDot = hasDot || ASCII.isLetter(before)
        hash.add(byte)
      case UInt8(ascii: "@") where ASCII.isAlphanumeric(next):
        isOpaque = true
      case UInt8(ascii: ":") where next == UInt8(ascii: "/") && byteAt(position + 2) == next:
        isOpaque = true
      case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "-"):
        guard ASCII.isDigit(before), ASCII.isDigit(next) else { break scan }
        hash.add(byte)
      case UInt8(ascii: "%") where startsWithDigit:
        hash.add(byte)
        position += 1
        break scan
      default:
        break scan
      }
      if isOpaque {
        readToWhite()
        break scan
      }
      position += 1
      length += 1
    }
    let kind: Token.Kind = startsWithDigit && !isOpaque ? .number : .word
    if hasDot || Self.abbreviations.contains(hash.value)
      || (length == 1 && kind == .word && bytes[start] | 0x20 != UInt8(ascii: "i"))
    {
      abbreviationEnd = position
    }
    return token(kind, hash: isOpaque ? 0 : hash.value, from: start)
  }

  /// Adds the scalar outside ASCII at `position` to a word; false where the word ends before it.
  private mutating func addScalar(
    to hash: inout WordHash, startsWithDigit: Bool, length: inout Int
  ) -> Bool {
    let scalar = UTF8Reader.scalar(in: bytes, at: position, end: end)
    switch ScalarClass(scalar.value) {
    case .letter:
      Self.add(scalar.value, to: &hash)
      length += 1
    case .ignored:
      break
    case .apostrophe where length > 0 && ASCII.isLetter(byteAt(position + scalar.length)):
      hash.add(UInt8(ascii: "'"))
      length += 1
    case .pause where startsWithDigit && ASCII.isDigit(byteAt(position + scalar.length)):
      hash.add(UInt8(ascii: "-"))
      length += 1
    default:
      return false
    }
    position += scalar.length
    return true
  }

  /// Adds the lower case of a scalar, as UTF-8.
  private static func add(_ value: UInt32, to hash: inout WordHash) {
    guard let scalar = Unicode.Scalar(value) else { return }
    switch value {
    case 0x00DF...0x00FF, 0x0430...0x045F, 0x0600...0x06FF, 0x0900...0x0DFF:
      for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { hash.add(byte) }
    default:
      for byte in scalar.properties.lowercaseMapping.utf8 { hash.add(byte) }
    }
  }

  private mutating func outsideASCII() -> Token? {
    let start = position
    let scalar = UTF8Reader.scalar(in: bytes, at: position, end: end)
    let scalarClass = ScalarClass(scalar.value)
    if scalarClass == .letter { return word(startsWithDigit: false) }
    if scalarClass == .currency { return currency(length: scalar.length) }
    position += scalar.length
    switch scalarClass {
    case .ideograph:
      var hash = WordHash()
      for index in start..<position { hash.add(bytes[index]) }
      return token(.word, hash: hash.value, from: start)
    case .pause: return token(.pause, from: start)
    case .stop: return token(.stop, from: start)
    case .bang: return token(repeats(scalar.value) ? .bangs : .bang, from: start)
    case .question: return token(repeats(scalar.value) ? .questions : .question, from: start)
    default: return nil
    }
  }

  /// Reads over further scalars equal to `value`.
  private mutating func repeats(_ value: UInt32) -> Bool {
    var found = false
    while position < end {
      let scalar = UTF8Reader.scalar(in: bytes, at: position, end: end)
      guard scalar.value == value else { break }
      position += scalar.length
      found = true
    }
    return found
  }

  /// A currency sign: part of the number after it, or a word where it is repeated.
  private mutating func currency(length: Int) -> Token? {
    let start = position
    position += length
    if ASCII.isDigit(byteAt(position)) {
      var number = word(startsWithDigit: true)
      number.start = start
      return number
    }
    var hash = WordHash()
    for index in start..<position { hash.add(bytes[index]) }
    var isRepeated = false
    while position + length <= end,
      (0..<length).allSatisfy({
        bytes[start + $0] == bytes[position + $0]
      })
    {
      position += length
      isRepeated = true
    }
    // Two signs or ten are one word, so that a rule names it once.
    return isRepeated ? token(.word, hash: Self.doubled(hash), from: start) : nil
  }

  private static func doubled(_ hash: WordHash) -> UInt64 {
    var hash = hash
    hash.add(UInt8(ascii: "+"))
    return hash.value
  }
}

// MARK: - Words that equal no other

extension Tokenizer {
  private mutating func readToWhite() {
    while position < end {
      switch bytes[position] {
      case 0...0x20, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: ")"), UInt8(ascii: "\""):
        return
      default: position += 1
      }
    }
  }

  /// A merge tag. One that prints is a word; sections and comments are transparent.
  private mutating func tag() -> Token? {
    let start = position
    let brace = UInt8(ascii: "{")
    while byteAt(position) == brace { position += 1 }
    guard position - start >= 2 else { return nil }
    let mark = byteAt(position)
    let inner = position
    while position < end, bytes[position] != brace, bytes[position] != UInt8(ascii: "}") {
      position += 1
    }
    guard byteAt(position) == UInt8(ascii: "}") else {
      position = inner
      return nil
    }
    while byteAt(position) == UInt8(ascii: "}") { position += 1 }
    switch mark {
    case UInt8(ascii: "#"), UInt8(ascii: "/"), UInt8(ascii: "^"), UInt8(ascii: "!"),
      UInt8(ascii: "="):
      return nil
    default: return token(.word, from: start)
    }
  }

  /// Inline code between backquotes on one line.
  private mutating func code() -> Token? {
    let start = position
    let backquote = UInt8(ascii: "`")
    while byteAt(position) == backquote { position += 1 }
    guard position >= noBackquoteBefore else { return nil }
    var close = position
    while close < end, bytes[close] != backquote, bytes[close] != ASCII.newline { close += 1 }
    guard byteAt(close) == backquote else {
      noBackquoteBefore = close
      return nil
    }
    position = close
    while byteAt(position) == backquote { position += 1 }
    return token(.word, from: start)
  }
}
