extension HolidayDay {
  /// Reads a rule as a data file writes it, such as `Easter -2` or `last Mon of May`.
  ///
  /// Throws what is wrong, as a sentence.
  init(_ text: String) throws(HolidayRuleFault) {
    var words = RuleWords(text)
    var offset = 0
    if let last = words.rest.last, let days = Self.offset(last), words.rest.count > 1 {
      offset = days
      words.dropLast()
    }
    kind = try Self.kind(&words, text)
    self.offset = offset
    guard words.rest.isEmpty else {
      throw HolidayRuleFault("“\(text)” has “\(words.remainder)” too much at its end")
    }
  }

  private static func kind(
    _ words: inout RuleWords, _ text: String
  ) throws(HolidayRuleFault) -> Kind {
    if words.take("Easter") { return .easter(isOrthodox: false) }
    if words.take("Orthodox", "Easter") { return .easter(isOrthodox: true) }
    if words.take("Qingming") { return .sun(longitude: 15, minutesEast: 480) }
    if words.take("Balinese", "new", "year") { return .balineseNewYear }
    if words.take("between", "holidays") { return .betweenHolidays }
    if let longitude = words.equinox() {
      guard let minutes = words.zone() else {
        throw HolidayRuleFault("“\(text)” needs the clock of a place at its end, such as UTC+9")
      }
      return .sun(longitude: longitude, minutesEast: minutes)
    }
    if words.take("Thai", "full", "moon") {
      guard let month = words.number(), [3, 6, 8].contains(month) else {
        throw HolidayRuleFault("“\(text)” needs the month 3, 6 or 8 at its end")
      }
      return .thaiFullMoon(month: month)
    }
    if words.take("Hindu") { return try hindu(&words, text) }
    if let calendar = words.calendar() { return try foreign(calendar, &words, text) }
    if let month = words.month() {
      guard let day = words.number(), (1...31).contains(day),
        day <= CivilCalendar.daysInMonth(month, year: 2000)
      else { throw HolidayRuleFault("“\(text)” names a day that its month has not") }
      return .fixed(month: month, day: day)
    }
    if let ordinal = words.ordinal() {
      guard let weekday = words.weekday(), words.take("of"), let month = words.month() else {
        throw HolidayRuleFault("“\(text)” should read like “3rd Mon of Jan” or “last Mon of May”")
      }
      return .nth(ordinal, weekday: weekday, month: month)
    }
    if let weekday = words.weekday() {
      guard let side = words.side(), let month = words.month(), let day = words.number(),
        day >= 1, day <= CivilCalendar.daysInMonth(month, year: 2000)
      else { throw HolidayRuleFault("“\(text)” should read like “Mon before May 25”") }
      return .near(weekday: weekday, side, month: month, day: day)
    }
    throw HolidayRuleFault("“\(text)” is no rule for a day; the head of this file names them")
  }

  private static func hindu(
    _ words: inout RuleWords, _ text: String
  ) throws(HolidayRuleFault) -> Kind {
    guard let name = words.next(), let month = HinduCalendar.months.firstIndex(of: name),
      let tithi = words.number(), (1...30).contains(tithi), words.take("at"),
      let minute = words.clock()
    else {
      throw HolidayRuleFault(
        "“\(text)” should read like “Hindu Ashvin 30 at 18:30”, the month one of "
          + HinduCalendar.months.joined(separator: ", "))
    }
    return .hindu(month: month, tithi: tithi, minute: minute)
  }

  private static func foreign(
    _ calendar: ForeignCalendar, _ words: inout RuleWords, _ text: String
  ) throws(HolidayRuleFault) -> Kind {
    var month: Int?
    var day: Int?
    if calendar.months.isEmpty {
      let parts = (words.next() ?? "").split(separator: "/")
      if parts.count == 2 { (month, day) = (Int(parts[0]), Int(parts[1])) }
    } else if let name = words.next(), let index = calendar.months.firstIndex(of: name) {
      (month, day) = (index + 1, words.number())
    }
    guard let month, let day, (1...13).contains(month), (1...30).contains(day) else {
      let example = calendar.months.isEmpty ? "8/15" : "\(calendar.months[8]) 1"
      let names =
        calendar.months.isEmpty ? "" : "; months: " + calendar.months.joined(separator: ", ")
      throw HolidayRuleFault(
        "“\(text)” should read like “\(calendar.rawValue) \(example)”\(names)")
    }
    if calendar == .islamic, let crescent = words.crescent() {
      guard let minutes = words.zone() else {
        throw HolidayRuleFault("“\(text)” needs the clock of a place at its end, such as UTC+7")
      }
      return .crescent(crescent, month: month, day: day, minutesEast: minutes)
    }
    return .foreign(calendar, month: month, day: day)
  }

  private static func offset(_ word: Substring) -> Int? {
    guard word.hasPrefix("+") || word.hasPrefix("-"), let days = Int(word), abs(days) <= 200
    else { return nil }
    return days
  }
}
