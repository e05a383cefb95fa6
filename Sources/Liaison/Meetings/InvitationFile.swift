import Mail
import Scheduling

/// An invitation to one meeting, as mail programs take it: METHOD:REQUEST of iTIP (RFC 5546
/// section 3.2.2).
struct InvitationFile: Sendable {
  /// Tells the meeting from all others, for good.
  let id: String
  /// When it begins and ends.
  let time: Range<Instant>
  /// The zone in which it is written.
  let zone: Zone
  /// The one line that a calendar shows.
  let summary: String
  /// What a calendar shows when it is opened.
  let details: String
  /// Who invites.
  let organizer: (name: String, address: EmailAddress)
  /// Who is asked to come.
  let attendee: (name: String, address: EmailAddress)
  /// When it was written.
  let stamp: Instant

  /// The whole file.
  var text: String {
    var lines = CalendarLines()
    lines.add("BEGIN:VCALENDAR")
    lines.add("VERSION:2.0")
    lines.add("PRODID:-//Liaison//EN")
    lines.add("METHOD:REQUEST")
    CalendarZone(zone, for: time).write(to: &lines)
    lines.add("BEGIN:VEVENT")
    lines.add("UID:" + CalendarLines.escaped(id))
    lines.add("DTSTAMP:" + CalendarLines.utc(stamp))
    lines.add("SEQUENCE:0")
    lines.add(
      "DTSTART;TZID=\(zone.name):"
        + CalendarLines.local(time.lowerBound, offset: zone.offset(at: time.lowerBound.seconds)))
    // A length holds whatever the clocks do meanwhile; a local end may be shown twice.
    lines.add("DURATION:PT\((time.upperBound.seconds - time.lowerBound.seconds) / 60)M")
    lines.add("SUMMARY:" + CalendarLines.escaped(summary))
    lines.add("DESCRIPTION:" + CalendarLines.escaped(details))
    lines.add("ORGANIZER;\(person(organizer))")
    lines.add(
      "ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;\(person(attendee))")
    lines.add("STATUS:CONFIRMED")
    lines.add("TRANSP:OPAQUE")
    lines.add("END:VEVENT")
    lines.add("END:VCALENDAR")
    return lines.text
  }

  private func person(_ person: (name: String, address: EmailAddress)) -> String {
    "CN=\(CalendarLines.quoted(person.name)):\(MailtoAddress(person.address))"
  }
}
