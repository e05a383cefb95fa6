/// An event while its lines are read.
struct CalendarEvent {
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
