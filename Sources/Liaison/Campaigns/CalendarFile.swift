import Scheduling

/// An event as other calendars read it (RFC 5545 section 3.6.1).
struct CalendarEvent: Hashable, Sendable {
  /// Tells it from all others; a calendar that reads it again replaces the old one.
  let id: String
  /// When it begins and ends.
  let time: Range<Instant>
  /// The one line that a calendar shows.
  let summary: String
  /// What a calendar shows when it is opened.
  let details: String
}

/// A file of events for calendar programs: text/calendar in UTF-8 (RFC 5545).
struct CalendarFile: Sendable {
  private let events: [CalendarEvent]
  private let stamp: Instant

  /// A file of these events, made at `stamp`.
  init(_ events: [CalendarEvent], stamp: Instant) {
    self.events = events
    self.stamp = stamp
  }

  /// The file's lines, folded at 75 octets, each ended with CR LF (section 3.1).
  var text: String {
    var lines = CalendarLines()
    lines.add("BEGIN:VCALENDAR")
    lines.add("VERSION:2.0")
    lines.add("PRODID:-//Liaison//EN")
    for event in events {
      lines.add("BEGIN:VEVENT")
      lines.add("UID:" + CalendarLines.escaped(event.id))
      lines.add("DTSTAMP:" + CalendarLines.utc(stamp))
      lines.add("DTSTART:" + CalendarLines.utc(event.time.lowerBound))
      lines.add("DTEND:" + CalendarLines.utc(event.time.upperBound))
      lines.add("SUMMARY:" + CalendarLines.escaped(event.summary))
      if !event.details.isEmpty { lines.add("DESCRIPTION:" + CalendarLines.escaped(event.details)) }
      // A message to be sent keeps nobody busy.
      lines.add("TRANSP:TRANSPARENT")
      lines.add("END:VEVENT")
    }
    lines.add("END:VCALENDAR")
    return lines.text
  }
}
