/// The clocks of a time zone: how far ahead of UTC they are at every instant.
///
/// Times are seconds since 1970-01-01T00:00:00Z. Cheap to copy and safe to share.
public struct Zone: Sendable {
  let table: ZoneTable

  /// Further zones that the person may be in, where it is not known in which of them.
  ///
  /// The clocks of this zone are shown; a ``SendWindow`` is open only where it is in all of them.
  public var alternatives: [Zone] { table.alternatives.map(Zone.init(table:)) }

  /// Whether the person is known to be in this zone.
  @inline(__always)
  var isOnly: Bool { table.alternatives.isEmpty }

  init(table: ZoneTable) {
    self.table = table
  }

  /// The zone of a person who may be in any of these; the clocks shown are the first one's.
  ///
  /// Nil where none is given.
  public init?(anyOf zones: [Zone]) {
    guard let first = zones.first else { return nil }
    table =
      zones.count == 1 ? first.table : ZoneTable(first.table, or: zones.dropFirst().map(\.table))
  }

  /// The name under which the zone is listed, such as `Europe/Berlin`.
  public var name: String { table.name }

  /// How many seconds the clocks are ahead of UTC, negative west of Greenwich.
  public func offset(at seconds: Int64) -> Int {
    table.offset(at: seconds)
  }

  /// The date that the zone's calendars show at an instant.
  @inline(__always)
  func date(at instant: Instant) -> CivilDate {
    let seconds = instant.seconds
    let local = CivilCalendar.split(seconds: seconds + Int64(table.offset(at: seconds)))
    return CivilDate(dayNumber: local.day)
  }

  /// The short name in use, such as `CET`, or `+0545` where there is none.
  public func abbreviation(at seconds: Int64) -> String {
    table.type(at: seconds).abbreviation
  }

  /// Whether summer time is in force, as the zone data has it.
  public func isDaylightSaving(at seconds: Int64) -> Bool {
    table.type(at: seconds).isDaylightSaving
  }

  /// The first time after the given one at which offset, short name or summer time changes.
  ///
  /// Nil where nothing changes any more.
  public func nextTransition(after seconds: Int64) -> Int64? {
    let end = table.stretch(at: seconds).end
    return end < ZoneSpan.limit && end > seconds ? end : nil
  }

  /// The first instant that the zone's calendars show as that date.
  ///
  /// Where a change of the clocks skips midnight, or the whole date, it is the instant of the change.
  public func start(of date: CivilDate) -> Instant {
    let midnight = Int64(date.dayNumber) * CivilCalendar.secondsPerDay
    // No clock is further from UTC than that (see TZifFile).
    var time = midnight - 90_000
    while true {
      let stretch = table.stretch(at: time)
      let start = max(midnight - Int64(stretch.offset), time)
      if start < stretch.end || stretch.end <= time { return Instant(seconds: start) }
      time = stretch.end
    }
  }
}

extension Zone: CustomStringConvertible {
  /// The name of the zone.
  public var description: String { name }
}
