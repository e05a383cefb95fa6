/// A content line: `NAME;PARAMETER=…:VALUE`.
struct CalendarProperty {
  var line: Int
  var name: String
  var isDateTime: Bool
  var value: String

  init(_ text: String, line: Int) throws(DaysOffError) {
    var isQuoted = false
    var colon: String.Index?
    for index in text.indices {
      if text[index] == "\"" { isQuoted.toggle() }
      if text[index] == ":", !isQuoted {
        colon = index
        break
      }
    }
    guard let colon else {
      throw DaysOffError(line: line, reason: "“\(shortened(text))” has no colon")
    }
    let head = text[..<colon].split(separator: ";", omittingEmptySubsequences: false)
    self.line = line
    name = (head.first ?? "").uppercased()
    value = String(text[text.index(after: colon)...]).trimmed()
    isDateTime = head.dropFirst().contains { $0.uppercased() == "VALUE=DATE-TIME" }
  }

  /// The value as a date, `20261224`.
  func date(_ text: Substring? = nil) throws(DaysOffError) -> CivilDate {
    let text = text ?? value[...]
    guard !isDateTime, !text.contains("T") else {
      throw DaysOffError(
        line: line, reason: "\(name) has a time of day; only all-day events are days off")
    }
    let digits = Array(text.utf8)
    if digits.count == 8, digits.allSatisfy(\.isASCIIDigit) {
      let numbers = digits.map { Int($0) - 0x30 }
      let year = numbers[0] * 1_000 + numbers[1] * 100 + numbers[2] * 10 + numbers[3]
      if let date = CivilDate(
        year: year, month: numbers[4] * 10 + numbers[5], day: numbers[6] * 10 + numbers[7])
      {
        return date
      }
    }
    throw DaysOffError(
      line: line, reason: "“\(shortened(String(text)))” in \(name) is not a date such as 20261224")
  }
}
