/// Words, numbers and what else is read as one word.
extension Tokenizer {
  mutating func word(startsWithDigit: Bool) -> Token {
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
  mutating func addScalar(
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
  static func add(_ value: UInt32, to hash: inout WordHash) {
    guard let scalar = Unicode.Scalar(value) else { return }
    switch value {
    case 0x00DF...0x00FF, 0x0430...0x045F, 0x0600...0x06FF, 0x0900...0x0DFF:
      for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { hash.add(byte) }
    default:
      for byte in scalar.properties.lowercaseMapping.utf8 { hash.add(byte) }
    }
  }

  mutating func outsideASCII() -> Token? {
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
  mutating func repeats(_ value: UInt32) -> Bool {
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
  mutating func currency(length: Int) -> Token? {
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

  static func doubled(_ hash: WordHash) -> UInt64 {
    var hash = hash
    hash.add(UInt8(ascii: "+"))
    return hash.value
  }
}
