import CommandLineKit
import Liaison
import Scheduling

struct WhenCommand: Command {
  static let path = ["when"]
  static let summary = "Show when people somewhere may next be written to."
  static let details = """
    Takes a zone's name and a window, days and hours on the clock there. Needs no workspace; \
    inside one its zone data is used.

      liaison when Asia/Kolkata "Mon-Fri 10:00-18:00"
    """

  private struct Line: Encodable {
    let opens, closes: String
    let opensLocal, closesLocal, offset: String
  }

  private struct Answer: Encodable {
    let zone, window, zoneData, local: String
    let isOpen: Bool
    let openings: [Line]
  }

  @Argument("zone", help: "a time zone such as Europe/Berlin")
  var zone: String
  @Argument("window", help: "days and hours")
  var window = "Mon-Fri 10:00-18:00"
  @Option("count", help: "how many openings to show")
  var count = 5
  @Option("at", help: "count from this instant instead of now")
  var at: InstantParameter?

  func run(_ terminal: Terminal) throws -> ExitCode {
    guard (1...1000).contains(count) else {
      throw Failure(.usage, "--count is a number from 1 to 1000")
    }
    let zones = try Surroundings.zones(terminal)
    let (place, window) = try values(in: zones)
    let now = at?.instant ?? Surroundings.now()
    let answer = Answer(
      zone: place.name, window: window.description,
      zoneData: "\(zones.version ?? "unknown") from \(zones.source)",
      local: Self.local(now, in: place), isOpen: window.contains(now, in: place),
      openings: openings(of: window, in: place, from: now))
    if terminal.wantsJSON {
      try terminal.json(answer)
    } else {
      show(answer, on: terminal)
    }
    return answer.openings.isEmpty ? .findings : .done
  }

  private func values(in zones: ZoneDatabase) throws -> (Zone, SendWindow) {
    do {
      return (try zones.zone(TimeZoneName(zone, in: zones)), try SendWindow(window))
    } catch {
      throw Failure(.usage, "\(error)")
    }
  }

  private func openings(of window: SendWindow, in zone: Zone, from now: Instant) -> [Line] {
    var lines: [Line] = []
    var start = now
    while lines.count < count, let opening = window.nextOpening(from: start, in: zone) {
      start = opening.upperBound
      lines.append(
        Line(
          opens: opening.lowerBound.iso8601, closes: opening.upperBound.iso8601,
          opensLocal: Self.local(opening.lowerBound, in: zone),
          closesLocal: Self.local(opening.upperBound, in: zone),
          offset: Self.offset(LocalTime(opening.lowerBound, in: zone).offsetSeconds)))
    }
    return lines
  }

  private func show(_ answer: Answer, on terminal: Terminal) {
    terminal.print(
      "\(terminal.style.bold(answer.zone)), \(answer.window): now \(answer.local), "
        + (answer.isOpen ? "open" : "closed"))
    guard !answer.openings.isEmpty else {
      return terminal.print(
        "It does not open within \(SendWindow.horizonDays) days.")
    }
    var table = Table([.init("opens"), .init("closes"), .init("UTC"), .init("clock")])
    for line in answer.openings {
      table.add([
        line.opensLocal, line.closesLocal, "\(line.opens) to \(line.closes)",
        line.offset,
      ])
    }
    terminal.print(table)
    terminal.print("Zone data \(answer.zoneData).")
  }

  /// `Tue 2026-11-24 10:00`.
  private static func local(_ instant: Instant, in zone: Zone) -> String {
    let local = LocalTime(instant, in: zone)
    return "\(local.weekday.shortName) \(local)"
  }

  /// `UTC+05:30`.
  private static func offset(_ seconds: Int) -> String {
    let minutes = abs(seconds) / 60
    let parts = [minutes / 60, minutes % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "UTC\(seconds < 0 ? "-" : "+")\(parts.joined(separator: ":"))"
  }
}
