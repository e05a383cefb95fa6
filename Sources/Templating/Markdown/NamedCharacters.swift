/// The named character references of HTML, for text such as `&copy;`.
///
/// CommonMark takes all names that end in a semicolon (HTML Living Standard, section 13.5).
enum NamedCharacters {
  /// The character of a name, which is written without `&` and `;`.
  static func character(_ name: ArraySlice<UInt8>) -> [UInt8]? {
    guard !name.isEmpty, name.count <= longestName else { return nil }
    return NamedCharacterTable.entries.withUTF8Buffer { search($0, for: name) }
  }

  private static let longestName = 31

  /// Looks for a name among the entries, which stand in the order of their bytes.
  private static func search(
    _ table: UnsafeBufferPointer<UInt8>, for name: ArraySlice<UInt8>
  ) -> [UInt8]? {
    var low = 0
    var high = table.count
    while low < high {
      var start = (low + high) / 2
      while start > low, !isGap(table[start - 1]) { start -= 1 }
      var nameEnd = start
      while nameEnd < high, table[nameEnd] != UInt8(ascii: "=") { nameEnd += 1 }
      var end = nameEnd
      while end < table.count, !isGap(table[end]) { end += 1 }
      let entry = table[start..<nameEnd]
      if entry.elementsEqual(name) { return scalars(table[min(nameEnd + 1, end)..<end]) }
      if entry.lexicographicallyPrecedes(name) { low = min(end + 1, high) } else { high = start }
    }
    return nil
  }

  private static func isGap(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A }

  /// The UTF-8 of one or two scalars, written as `3D+20E5`.
  private static func scalars(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
    text.split(separator: UInt8(ascii: "+")).flatMap { digits -> [UInt8] in
      let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
      guard let scalar = value.flatMap(Unicode.Scalar.init) else { return [] }
      return Array(String(Character(scalar)).utf8)
    }
  }
}
