extension [UInt8] {
  /// Where the line that starts here ends: before its LF or CR LF, or at `end`.
  func lineEnd(from start: Int, to end: Int) -> Int {
    guard start < end else { return end }
    let found = withUnsafeBufferPointer { bytes in
      UnsafeBufferPointer(rebasing: bytes[start..<end]).firstIndex(of: 0x0A)
    }
    guard let found else { return end }
    return found > 0 && self[start + found - 1] == 0x0D ? start + found - 1 : start + found
  }

  /// Where the next line starts, given where this one ends.
  func nextLine(_ lineEnd: Int, to end: Int) -> Int {
    var index = lineEnd
    if index < end, self[index] == 0x0D { index += 1 }
    if index < end, self[index] == 0x0A { index += 1 }
    return index
  }
}

extension ArraySlice<UInt8> {
  /// Without blanks and tabs at both ends.
  var trimmedBlanks: ArraySlice<UInt8> {
    var slice = self
    while let first = slice.first, first == 0x20 || first == 0x09 || first == 0x0D {
      slice.removeFirst()
    }
    while let last = slice.last, last == 0x20 || last == 0x09 || last == 0x0D { slice.removeLast() }
    return slice
  }

  /// Whether both are the same, case aside; `other` is in lower case.
  func equalsIgnoringCase(_ other: StaticString) -> Bool {
    guard count == other.utf8CodeUnitCount else { return false }
    return other.withUTF8Buffer { other in
      zip(self, other).allSatisfy { $0.0.lowerASCII == $0.1 }
    }
  }
}

extension UInt8 {
  /// The letter in lower case where it is an ASCII capital.
  var lowerASCII: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }

  var isDigit: Bool { self >= 0x30 && self <= 0x39 }
}
