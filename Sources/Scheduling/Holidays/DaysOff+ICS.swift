extension DaysOff {
  /// Reads the all-day events of a calendar (RFC 5545).
  ///
  /// An event is DTSTART with a date, and DTEND (excluded) or DURATION in days or weeks, or one day.
  /// RRULE may say FREQ=YEARLY with INTERVAL, COUNT or UNTIL, and EXDATE what it leaves out.
  /// Cancelled events are passed over. Throws ``DaysOffError`` at the first line that cannot be read.
  public init(ics bytes: [UInt8]) throws(DaysOffError) {
    var entries: [Entry] = []
    var event: CalendarEvent?
    var isCalendar = false
    var last = 1
    for (line, text) in Self.unfolded(try Self.lines(bytes)) where !text.isEmpty {
      last = line
      let property = try CalendarProperty(text, line: line)
      switch (property.name, property.value.uppercased()) {
      case ("BEGIN", "VCALENDAR"): isCalendar = true
      case ("BEGIN", "VEVENT"):
        guard isCalendar, event == nil else {
          throw DaysOffError(line: line, reason: "an event begins here where none may")
        }
        event = CalendarEvent(line: line)
      case ("END", "VEVENT"):
        guard let ended = event else {
          throw DaysOffError(line: line, reason: "an event ends here that has not begun")
        }
        event = nil
        guard let entry = try ended.entry() else { continue }
        guard entries.count < Self.maximumEntries else { throw Self.tooMany(line: line) }
        entries.append(entry)
      default:
        try event?.take(property)
      }
    }
    guard isCalendar else {
      throw DaysOffError(line: 1, reason: "this is no calendar: BEGIN:VCALENDAR is missing")
    }
    if let event {
      throw DaysOffError(
        line: last, reason: "the event that began on line \(event.line) does not end")
    }
    self.init(entries: entries)
  }

  /// Puts folded lines together; each with the number of its first one.
  private static func unfolded(_ lines: [String]) -> [(line: Int, text: String)] {
    var result: [(line: Int, text: String)] = []
    for (index, line) in lines.enumerated() {
      if let last = result.indices.last, line.hasPrefix(" ") || line.hasPrefix("\t") {
        result[last].text += line.dropFirst()
      } else {
        result.append((index + 1, line))
      }
    }
    return result
  }
}

/// A content line: `NAME;PARAMETER=…:VALUE`.
private struct CalendarProperty {
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

/// An event while its lines are read.
private struct CalendarEvent {
  let line: Int
  private var name = "Day off"
  private var start: CivilDate?
  private var end: CivilDate?
  private var length: Int?
  private var yearly: DaysOff.Yearly?
  private var except: Set<CivilDate> = []
  private var isCancelled = false
  /// Alarms and the like within an event have lines of their own, which are not read.
  private var depth = 0

  init(line: Int) { self.line = line }

  mutating func take(_ property: CalendarProperty) throws(DaysOffError) {
    if property.name == "BEGIN" { depth += 1 }
    if property.name == "END" { depth -= 1 }
    guard depth == 0 else { return }
    switch property.name {
    case "SUMMARY":
      name = Self.unescaped(property.value)
    case "STATUS":
      isCancelled = property.value.uppercased() == "CANCELLED"
    case "DTSTART":
      start = try property.date()
    case "DTEND":
      end = try property.date()
    case "DURATION":
      length = try Self.days(property)
    case "RRULE":
      yearly = try Self.yearly(property)
    case "EXDATE":
      for part in property.value.split(separator: ",") { except.insert(try property.date(part)) }
    case "RDATE", "RECURRENCE-ID":
      throw DaysOffError(
        line: property.line, reason: "\(property.name) cannot be read; write an event of its own")
    default:
      break
    }
  }

  /// The finished entry; nil where the event is cancelled.
  func entry() throws(DaysOffError) -> DaysOff.Entry? {
    if isCancelled { return nil }
    guard let start else {
      throw DaysOffError(line: line, reason: "the event that begins here has no DTSTART")
    }
    var days = length ?? 1
    // Some calendars end a single day on the day itself.
    if let end { days = max(1, end.dayNumber - start.dayNumber) }
    if let end, end < start {
      throw DaysOffError(line: line, reason: "the event that begins here ends before it begins")
    }
    guard days <= DaysOff.maximumLength else {
      throw DaysOffError(
        line: line,
        reason: "the event that begins here lasts longer than \(DaysOff.maximumLength) days")
    }
    var yearly = yearly
    yearly?.except = except
    return DaysOff.Entry(name: name, first: start, length: days, yearly: yearly)
  }

  private static func days(_ property: CalendarProperty) throws(DaysOffError) -> Int {
    let text = property.value.uppercased()
    let number = Int(text.dropFirst().dropLast())
    if text.hasPrefix("P"), let number, (1...DaysOff.maximumLength).contains(number) {
      if text.hasSuffix("D") { return number }
      if text.hasSuffix("W") { return number * 7 }
    }
    throw DaysOffError(
      line: property.line,
      reason: "DURATION “\(shortened(text))” is not days or weeks such as P3D or P1W")
  }

  private static func yearly(_ property: CalendarProperty) throws(DaysOffError) -> DaysOff.Yearly {
    var yearly = DaysOff.Yearly()
    var isYearly = false
    for part in property.value.uppercased().split(separator: ";") {
      let pair = part.split(separator: "=", maxSplits: 1)
      let value = pair.count == 2 ? pair[1] : ""
      let number = Int(value).flatMap { (1...10_000).contains($0) ? $0 : nil }
      switch pair.first {
      case "FREQ" where value == "YEARLY": isYearly = true
      case "INTERVAL" where number != nil: yearly.interval = number ?? 1
      case "COUNT" where number != nil: yearly.count = number
      case "UNTIL": yearly.last = try property.date(value.prefix { $0 != "T" })
      case "WKST": break
      // Calendars often repeat the day of DTSTART here, which changes nothing.
      case "BYMONTH" where number != nil, "BYMONTHDAY" where number != nil: break
      default:
        throw DaysOffError(
          line: property.line,
          reason: "RRULE “\(part)” cannot be read; only yearly events on the same date can")
      }
    }
    guard isYearly else {
      throw DaysOffError(line: property.line, reason: "RRULE is not FREQ=YEARLY")
    }
    return yearly
  }

  private static func unescaped(_ text: String) -> String {
    var result = ""
    var isEscaped = false
    for character in text {
      if !isEscaped, character == "\\" {
        isEscaped = true
        continue
      }
      result.append(isEscaped && (character == "n" || character == "N") ? " " : character)
      isEscaped = false
    }
    return result
  }
}
