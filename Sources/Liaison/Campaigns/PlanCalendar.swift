import Scheduling

extension SendPlanList {
  /// The plan as a calendar file (RFC 5545), one event a message, each five minutes long; later
  /// plans replace the events of earlier ones.
  public func calendar(at now: Instant) -> String {
    let events = entries.map { entry in
      CalendarEvent(
        id: "\(entry.campaign)/\(entry.step)/\(entry.address)",
        time: entry.instant..<entry.instant.adding(seconds: 300),
        summary: "\(entry.isProjected ? "~" : "")\(entry.name): step \(entry.step) of "
          + "\(entry.campaign) (\(entry.emphasis))",
        details: ([
          "To \(entry.address) from \(entry.sender)", "\(entry.theirTime) in \(entry.theirZone)",
        ] + entry.reasons).joined(separator: "\n"))
    }
    return CalendarFile(events, stamp: now).text
  }
}
