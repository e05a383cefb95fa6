import Scheduling

/// A zone as calendars read it (RFC 5545 section 3.6.5): its clocks in the year of an event, each
/// change written out, so that nobody has to know the zone's rules.
struct CalendarZone: Sendable {
  private let zone: Zone
  private let time: Range<Instant>

  /// The clocks of a zone for an event.
  init(_ zone: Zone, for time: Range<Instant>) {
    self.zone = zone
    self.time = time
  }

  /// Adds the VTIMEZONE component.
  func write(to lines: inout CalendarLines) {
    lines.add("BEGIN:VTIMEZONE")
    lines.add("TZID:" + zone.name)
    let year = LocalTime(time.lowerBound, in: zone).date.year
    var onset = CivilDate(year: year, month: 1, day: 1).map(zone.start(of:)) ?? time.lowerBound
    let nextYear = CivilDate(year: year + 1, month: 1, day: 1).map(zone.start(of:))
    let end = max(nextYear ?? time.upperBound, time.upperBound)
    // What holds as the year begins changes nothing then; every change after it has its own part.
    var offset = zone.offset(at: onset.seconds)
    while true {
      write(from: offset, at: onset, to: &lines)
      offset = zone.offset(at: onset.seconds)
      guard let next = zone.nextTransition(after: onset.seconds), next < end.seconds else { break }
      onset = Instant(seconds: next)
    }
    lines.add("END:VTIMEZONE")
  }

  /// Adds what holds from an instant on; the clock in force until then tells its local time.
  private func write(from before: Int, at onset: Instant, to lines: inout CalendarLines) {
    let part = zone.isDaylightSaving(at: onset.seconds) ? "DAYLIGHT" : "STANDARD"
    lines.add("BEGIN:\(part)")
    lines.add("DTSTART:" + CalendarLines.local(onset, offset: before))
    lines.add("TZOFFSETFROM:" + Self.offsetText(before))
    lines.add("TZOFFSETTO:" + Self.offsetText(zone.offset(at: onset.seconds)))
    lines.add("TZNAME:" + CalendarLines.escaped(zone.abbreviation(at: onset.seconds)))
    lines.add("END:\(part)")
  }

  /// `+0100`, `-033045` (section 3.3.14).
  private static func offsetText(_ offset: Int) -> String {
    let seconds = Int(offset.magnitude)
    var parts = [seconds / 3_600, seconds / 60 % 60]
    if seconds % 60 > 0 { parts.append(seconds % 60) }
    return (offset < 0 ? "-" : "+") + parts.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined()
  }
}
