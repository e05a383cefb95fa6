/// Reads a short ASCII text from left to right, never past its end.
struct ByteCursor {
  private let bytes: [UInt8]
  private(set) var position = 0

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = Array(bytes)
  }

  var isAtEnd: Bool { position >= bytes.count }

  var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// Steps over one byte where it is the given character, and says whether it did.
  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard let next, UInt32(next) == character.value else { return false }
    position += 1
    return true
  }

  /// Reads the longest run of bytes that satisfy the condition.
  mutating func run(while condition: (UInt8) -> Bool) -> String {
    let start = position
    while let next, condition(next) { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  /// Reads a decimal number that has as many digits as allowed, at most nine.
  ///
  /// Returns nil, and does not move, where there are fewer digits or a further one follows.
  mutating func number(digits: ClosedRange<Int>) -> Int? {
    var end = position
    var value = 0
    while end < bytes.count, bytes[end].isASCIIDigit, end - position < 9 {
      value = value * 10 + Int(bytes[end] - 0x30)
      end += 1
    }
    guard digits.contains(end - position) else { return nil }
    if end < bytes.count, bytes[end].isASCIIDigit { return nil }
    position = end
    return value
  }
}

extension UInt8 {
  var isASCIIDigit: Bool { self >= 0x30 && self <= 0x39 }

  var isASCIILetter: Bool { isASCIIUppercase || (self >= 0x61 && self <= 0x7A) }

  var isASCIIUppercase: Bool { self >= 0x41 && self <= 0x5A }
}
