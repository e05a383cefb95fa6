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
    var lines = Lines()
    lines.add("BEGIN:VCALENDAR")
    lines.add("VERSION:2.0")
    lines.add("PRODID:-//Liaison//EN")
    for event in events {
      lines.add("BEGIN:VEVENT")
      lines.add("UID:" + Self.escaped(event.id))
      lines.add("DTSTAMP:" + Self.utc(stamp))
      lines.add("DTSTART:" + Self.utc(event.time.lowerBound))
      lines.add("DTEND:" + Self.utc(event.time.upperBound))
      lines.add("SUMMARY:" + Self.escaped(event.summary))
      if !event.details.isEmpty { lines.add("DESCRIPTION:" + Self.escaped(event.details)) }
      // A message to be sent keeps nobody busy.
      lines.add("TRANSP:TRANSPARENT")
      lines.add("END:VEVENT")
    }
    lines.add("END:VCALENDAR")
    return lines.text
  }

  private struct Lines {
    private static let most = 75
    private(set) var text = ""

    mutating func add(_ line: String) {
      var room = Self.most
      for scalar in line.unicodeScalars {
        let octets = UTF8.width(scalar)
        if octets > room {
          text += "\r\n "
          room = Self.most - 1
        }
        text.unicodeScalars.append(scalar)
        room -= octets
      }
      text += "\r\n"
    }
  }

  /// A value of type TEXT (section 3.3.11); other controls have no place in it.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",": result += "\\\(scalar)"
      case "\n": result += "\\n"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: continue
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// `20261124T090000Z` (section 3.3.5, form 2).
  private static func utc(_ instant: Instant) -> String {
    Instant(seconds: instant.seconds).iso8601.filter { $0 != "-" && $0 != ":" }
  }
}
