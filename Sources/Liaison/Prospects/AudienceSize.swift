/// Reads the size of an audience as people write it.
///
/// Plain numbers with or without separators of thousands ("12,500", "12.500", "12 500"), short
/// forms ("12.5k", "1,2M", "3万", "1.5亿"), a trailing plus ("10k+") and full-width digits.
enum AudienceSize {
  /// More than there are people is a mistake.
  static let maximum = 100_000_000_000

  /// The number that `text` stands for; `nil` where it is none.
  static func parse(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    var value = 0
    for byte in text {
      guard (0x30...0x39).contains(byte), value <= maximum else {
        return parse(String(decoding: text, as: UTF8.self))
      }
      value = value * 10 + Int(byte & 0x0F)
    }
    return text.isEmpty || value > maximum ? nil : value
  }

  static func parse(_ text: String) -> Int? {
    var body = Array(text.lowercased().unicodeScalars.map(narrow))
    body = groupedByComma(body)
    if body.last == "+" { body.removeLast() }
    var factor = 1
    if let last = body.last, let unit = units[last] {
      factor = unit
      body.removeLast()
    }
    guard body.first.map(isDigit) == true, body.last.map(isDigit) == true else { return nil }
    let parts = body.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
    guard parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isDigit) }) else { return nil }
    let separators = body.filter { $0 == "," || $0 == "." }
    // Behind the last separator stands a fraction where a unit follows, unless it reads as
    // thousands: "1.234k" is 1,234, but "1,234k" and "1,234,567" are grouped.
    let hasFraction =
      factor > 1 && separators.count == 1 && !(separators == [","] && parts[1].count == 3)
    if !hasFraction && parts.count > 1 {
      guard parts[0].count <= 3, parts.dropFirst().allSatisfy({ $0.count == 3 }),
        Set(separators).count == 1
      else { return nil }
    }
    var value = 0
    var scale = 1
    for (index, part) in parts.enumerated() {
      for digit in part {
        if hasFraction && index == 1 {
          if scale >= factor { break }
          scale *= 10
        }
        value = value * 10 + Int(digit.value - 0x30)
        if value > maximum { return nil }
      }
    }
    let (product, overflow) = value.multipliedReportingOverflow(by: factor)
    guard !overflow, product / scale <= maximum else { return nil }
    return product / scale
  }

  /// Writes the spaces and apostrophes that group digits as commas, and drops other spaces.
  private static func groupedByComma(_ body: [Unicode.Scalar]) -> [Unicode.Scalar] {
    let grouping: Set<Unicode.Scalar> = [" ", "\u{A0}", "\u{202F}", "\u{2009}", "'", "’"]
    var result: [Unicode.Scalar] = []
    for (index, scalar) in body.enumerated() {
      if !grouping.contains(scalar) {
        result.append(scalar)
      } else if index > 0, index + 1 < body.count, isDigit(body[index - 1]),
        isDigit(body[index + 1])
      {
        result.append(",")
      }
    }
    return result
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard (0xFF01...0xFF5E).contains(scalar.value) else {
      return scalar == "，" ? "," : scalar
    }
    return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
  }

  private static let units: [Unicode.Scalar: Int] = [
    "k": 1_000, "m": 1_000_000, "b": 1_000_000_000, "w": 10_000, "千": 1_000, "万": 10_000,
    "萬": 10_000, "만": 10_000, "亿": 100_000_000, "億": 100_000_000, "억": 100_000_000,
    "천": 1_000, "百": 100,
  ]
}
