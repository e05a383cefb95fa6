/// The members of an object in a data file, taken one by one; what is left over is a fault.
struct HolidayFields {
  private let line: Int
  private var members: [(key: String, value: JSON5Value)]
  private var asked: [String] = []

  init(_ value: JSON5Value) throws(JSON5Fault) {
    guard case .object(let members) = value.content else {
      throw JSON5Fault(line: value.line, reason: "an object { … } is needed, not \(value.kindName)")
    }
    line = value.line
    self.members = members
  }

  /// Refuses members that nothing asked for: mostly misspelt ones.
  func finish() throws(JSON5Fault) {
    guard let extra = members.first else { return }
    throw JSON5Fault(
      line: extra.value.line,
      reason: "the key “\(extra.key)” is unknown; known are \(asked.joined(separator: ", "))")
  }

  func missing<Value>(_ key: String) throws(JSON5Fault) -> Value {
    throw JSON5Fault(line: line, reason: "the key “\(key)” is missing")
  }

  /// A text that must be there, and of which the check makes the value.
  mutating func text(
    _ key: String, check: (String) -> String? = { $0.isEmpty ? nil : $0 }
  ) throws(JSON5Fault) -> String {
    guard let value = take(key) else { return try missing(key) }
    guard let checked = check(try Self.text(value, key)) else {
      throw JSON5Fault(
        line: value.line,
        reason: key == "country"
          ? "“country” must be a code of two capital letters such as DE"
          : "“\(key)” is empty")
    }
    return checked
  }

  mutating func texts(_ key: String) throws(JSON5Fault) -> [String]? {
    guard let value = take(key) else { return nil }
    var result: [String] = []
    for item in try Self.list(value, key) { result.append(try Self.text(item, key)) }
    return result
  }

  mutating func list(_ key: String) throws(JSON5Fault) -> [JSON5Value] {
    guard let value = take(key) else { return try missing(key) }
    return try Self.list(value, key)
  }

  mutating func number(_ key: String, _ range: ClosedRange<Int>) throws(JSON5Fault) -> Int? {
    guard let value = take(key) else { return nil }
    return try Self.number(value, key, range)
  }

  mutating func numbers(_ key: String) throws(JSON5Fault) -> [Int]? {
    guard let value = take(key) else { return nil }
    var result: [Int] = []
    for item in try Self.list(value, key) {
      result.append(try Self.number(item, key, 1...9_999))
    }
    return result
  }

  mutating func flag(_ key: String) throws(JSON5Fault) -> Bool? {
    guard let value = take(key) else { return nil }
    guard case .flag(let flag) = value.content else {
      throw JSON5Fault(line: value.line, reason: "“\(key)” must be true or false")
    }
    return flag
  }

  /// Days of the week as a set of bits.
  mutating func days(_ key: String) throws(JSON5Fault) -> UInt8? {
    try parsed(key, HolidayShift.days)
  }

  mutating func date(_ key: String) throws(JSON5Fault) -> CivilDate? {
    guard let value = take(key) else { return nil }
    return try Self.date(value, key)
  }

  mutating func dates(_ key: String) throws(JSON5Fault) -> [CivilDate]? {
    guard let value = take(key) else { return nil }
    var result: [CivilDate] = []
    for item in try Self.list(value, key) { result.append(try Self.date(item, key)) }
    return result
  }

  /// A text of which something is made.
  mutating func parsed<Value>(
    _ key: String, _ make: (String) throws(HolidayRuleFault) -> Value
  ) throws(JSON5Fault) -> Value? {
    guard let value = take(key) else { return nil }
    let text = try Self.text(value, key)
    do {
      return try make(text)
    } catch {
      throw JSON5Fault(line: value.line, reason: error.reason)
    }
  }

  private mutating func take(_ key: String) -> JSON5Value? {
    asked.append(key)
    guard let index = members.firstIndex(where: { $0.key == key }) else { return nil }
    return members.remove(at: index).value
  }

  private static func text(_ value: JSON5Value, _ key: String) throws(JSON5Fault) -> String {
    guard case .text(let text) = value.content else {
      throw JSON5Fault(line: value.line, reason: "“\(key)” must be a text, not \(value.kindName)")
    }
    return text
  }

  private static func list(_ value: JSON5Value, _ key: String) throws(JSON5Fault) -> [JSON5Value] {
    guard case .list(let list) = value.content else {
      throw JSON5Fault(
        line: value.line, reason: "“\(key)” must be a list [ … ], not \(value.kindName)")
    }
    return list
  }

  private static func number(
    _ value: JSON5Value, _ key: String, _ range: ClosedRange<Int>
  ) throws(JSON5Fault) -> Int {
    guard case .number(let number) = value.content, range.contains(number) else {
      throw JSON5Fault(
        line: value.line,
        reason: "“\(key)” must be a number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  private static func date(_ value: JSON5Value, _ key: String) throws(JSON5Fault) -> CivilDate {
    guard let date = CivilDate(try text(value, key)) else {
      throw JSON5Fault(line: value.line, reason: "“\(key)” must be dates such as 2026-11-24")
    }
    return date
  }
}
