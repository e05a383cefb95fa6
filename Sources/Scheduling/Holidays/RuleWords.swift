/// The words of a written rule, taken from left to right.
struct RuleWords {
  private(set) var rest: ArraySlice<Substring>

  init(_ text: String) {
    rest = text.split(separator: " ")[...]
  }

  var remainder: String { rest.joined(separator: " ") }

  mutating func dropLast() { rest = rest.dropLast() }

  mutating func next() -> String? { rest.popFirst().map(String.init) }

  /// Steps over these words where they come next, and says whether they did.
  mutating func take(_ words: String...) -> Bool {
    guard rest.starts(with: words, by: { $0 == $1 }) else { return false }
    rest = rest.dropFirst(words.count)
    return true
  }

  mutating func number() -> Int? {
    read { Int($0).flatMap { (0...9_999).contains($0) ? $0 : nil } }
  }

  /// A month of the civil calendar, `Jan` to `Dec`.
  mutating func month() -> Int? {
    let names = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    return read { word in names.firstIndex { $0 == word }.map { $0 + 1 } }
  }

  /// A day of the week, 0 for Monday.
  mutating func weekday() -> Int? {
    read { Weekday(shortName: String($0)).map { $0.rawValue - 1 } }
  }

  /// `1st` to `5th`, or -1 for `last`.
  mutating func ordinal() -> Int? {
    let names = ["1st", "2nd", "3rd", "4th", "5th"]
    return read { word in
      word == "last" ? -1 : names.firstIndex { $0 == word }.map { $0 + 1 }
    }
  }

  mutating func side() -> HolidayDay.Side? {
    for side in HolidayDay.Side.allCases {
      let words = side.rawValue.split(separator: " ")
      if rest.starts(with: words) {
        rest = rest.dropFirst(words.count)
        return side
      }
    }
    return nil
  }

  mutating func calendar() -> ForeignCalendar? {
    read { ForeignCalendar(rawValue: String($0)) }
  }

  mutating func crescent() -> Crescent? {
    if take("reckoned") { return .reckoned }
    if take("sighted") { return .sighted }
    return nil
  }

  /// The sun's longitude at a beginning of spring, summer, autumn or winter.
  mutating func equinox() -> Int? {
    if take("March", "equinox") { return 0 }
    if take("June", "solstice") { return 90 }
    if take("September", "equinox") { return 180 }
    if take("December", "solstice") { return 270 }
    return nil
  }

  /// `UTC+9` or `UTC-3:30`, as minutes east of Greenwich.
  mutating func zone() -> Int? {
    read { word in
      guard word.hasPrefix("UTC+") || word.hasPrefix("UTC-") else { return nil }
      let parts = word.dropFirst(4).split(separator: ":", omittingEmptySubsequences: false)
      guard (1...2).contains(parts.count), let hours = Int(parts[0]), (0...14).contains(hours)
      else { return nil }
      let minutes = parts.count == 2 ? Int(parts[1]) : 0
      guard let minutes, (0...59).contains(minutes) else { return nil }
      return (hours * 60 + minutes) * (word.hasPrefix("UTC-") ? -1 : 1)
    }
  }

  /// `HH:MM`, as minutes since midnight.
  mutating func clock() -> Int? {
    read { word in
      let parts = word.split(separator: ":", omittingEmptySubsequences: false)
      guard parts.count == 2, let hour = Int(parts[0]), (0...24).contains(hour),
        let minute = Int(parts[1]), (0...59).contains(minute)
      else { return nil }
      return hour * 60 + minute
    }
  }

  /// Reads the next word where it can be read so; otherwise does not move.
  private mutating func read<Value>(_ meaning: (Substring) -> Value?) -> Value? {
    guard let word = rest.first, let value = meaning(word) else { return nil }
    rest = rest.dropFirst()
    return value
  }
}
