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
