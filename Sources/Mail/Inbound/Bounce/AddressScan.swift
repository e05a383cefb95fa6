/// Finds what looks like an address in running text.
enum AddressScan {
  struct Found {
    let address: String
    let range: Range<Int>
  }

  /// All addresses in a line, in order.
  static func all(in line: ArraySlice<UInt8>) -> [Found] {
    var found: [Found] = []
    var from = line.startIndex
    while let at = line[from...].firstIndex(of: UInt8(ascii: "@")) {
      from = at + 1
      guard let start = localStart(line, before: at, notBefore: found.last?.range.upperBound),
        let end = domainEnd(line, from: at + 1)
      else { continue }
      found.append(
        Found(address: String(decoding: line[start..<end], as: UTF8.self), range: start..<end))
      from = end
    }
    return found
  }

  static func first(in text: String) -> String? {
    all(in: Array(text.utf8)[...]).first?.address
  }

  private static func localStart(
    _ line: ArraySlice<UInt8>, before at: Int, notBefore: Int?
  ) -> Int? {
    let limit = max(notBefore ?? line.startIndex, at - 256, line.startIndex)
    var start = at
    if start > limit, line[start - 1] == UInt8(ascii: "\"") {
      // A quoted local part.
      var open = start - 2
      while open >= limit, line[open] != UInt8(ascii: "\"") { open -= 1 }
      return open >= limit && start - open > 2 ? open : nil
    }
    while start > limit,
      line[start - 1].isAtext || line[start - 1] == UInt8(ascii: ".")
        || line[start - 1] >= 0x80
    {
      start -= 1
    }
    // Marks that may stand in a local part, but hardly start one.
    while start < at, [0x27, 0x60, 0x7C, 0x2F, 0x3D, 0x2E].contains(line[start]),
      !line[start..<at].starts(with: "=?".utf8)
    {
      start += 1
    }
    return start < at ? start : nil
  }

  private static func domainEnd(_ line: ArraySlice<UInt8>, from start: Int) -> Int? {
    var end = start
    while end < line.endIndex,
      line[end].isAlphanumeric || line[end] == UInt8(ascii: "-")
        || line[end] == UInt8(ascii: ".") || line[end] == UInt8(ascii: "_")
    {
      end += 1
    }
    while end > start, line[end - 1] == UInt8(ascii: ".") || line[end - 1] == UInt8(ascii: "-") {
      end -= 1
    }
    return end > start && line[start..<end].contains(UInt8(ascii: ".")) ? end : nil
  }
}
