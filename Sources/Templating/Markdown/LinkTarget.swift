/// `(address "title")` behind the closing bracket of a link.
struct LinkTarget {
  let link: Link
  /// The byte behind the closing parenthesis.
  let end: Int

  /// Nil where no target is written.
  init?(_ bytes: [UInt8], at start: Int, limit: Int) {
    guard start < limit, bytes[start] == UInt8(ascii: "(") else { return nil }
    var index = LinkParts.skipSpace(bytes, from: start + 1, limit: limit)
    guard let address = LinkParts.address(bytes, at: index, limit: limit) else { return nil }
    index = LinkParts.skipSpace(bytes, from: address.end, limit: limit)
    var title: Range<Int>?
    if index > address.end, let range = LinkParts.title(bytes, at: index, limit: limit) {
      title = range
      index = LinkParts.skipSpace(bytes, from: range.upperBound + 1, limit: limit)
    }
    guard index < limit, bytes[index] == UInt8(ascii: ")") else { return nil }
    self.link = Link(
      destination: LinkAddress.decoded(bytes[address.range]),
      title: title.map { Escapes.decoded(bytes[$0]) })
    self.end = index + 1
  }
}

/// What links and reference definitions are made of (CommonMark 0.31.2, section 6.3).
enum LinkParts {
  static func skipSpace(_ bytes: [UInt8], from start: Int, limit: Int) -> Int {
    var index = start
    while index < limit, bytes[index] == 0x20 || bytes[index] == 0x09 || bytes[index] == 0x0A {
      index += 1
    }
    return index
  }

  /// An address, and where it ends with its angle brackets.
  static func address(
    _ bytes: [UInt8], at start: Int, limit: Int
  ) -> (range: Range<Int>, end: Int)? {
    var index = start
    if index < limit, bytes[index] == UInt8(ascii: "<") {
      index += 1
      while index < limit, bytes[index] != UInt8(ascii: ">") {
        if bytes[index] == UInt8(ascii: "<") || bytes[index] == 0x0A { return nil }
        index = Escapes.next(bytes, after: index, limit: limit)
      }
      return index < limit ? (start + 1..<index, index + 1) : nil
    }
    var depth = 0
    scan: while index < limit {
      switch bytes[index] {
      case 0...0x20, 0x7F: break scan
      case UInt8(ascii: "("):
        depth += 1
        if depth > 32 { return nil }
      case UInt8(ascii: ")"):
        if depth == 0 { break scan }
        depth -= 1
      default: break
      }
      index = Escapes.next(bytes, after: index, limit: limit)
    }
    return depth == 0 ? (start..<index, index) : nil
  }

  /// The inside of a title in quotes or parentheses.
  static func title(_ bytes: [UInt8], at start: Int, limit: Int) -> Range<Int>? {
    guard start < limit else { return nil }
    let opening = bytes[start]
    let closing: UInt8
    switch opening {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): closing = opening
    case UInt8(ascii: "("): closing = UInt8(ascii: ")")
    default: return nil
    }
    var index = start + 1
    while index < limit, bytes[index] != closing {
      if opening == UInt8(ascii: "("), bytes[index] == opening { return nil }
      index = Escapes.next(bytes, after: index, limit: limit)
    }
    return index < limit ? start + 1..<index : nil
  }

  /// The inside of `[label]`; it may be blank.
  static func label(_ bytes: [UInt8], at start: Int, limit: Int) -> Range<Int>? {
    guard start < limit, bytes[start] == UInt8(ascii: "[") else { return nil }
    var index = start + 1
    var scalars = 0
    while index < limit, bytes[index] != UInt8(ascii: "]") {
      guard bytes[index] != UInt8(ascii: "[") else { return nil }
      if bytes[index] & 0xC0 != 0x80 { scalars += 1 }
      let next = Escapes.next(bytes, after: index, limit: limit)
      if next > index + 1 { scalars += 1 }
      guard scalars <= 999 else { return nil }
      index = next
    }
    return index < limit ? start + 1..<index : nil
  }
}
