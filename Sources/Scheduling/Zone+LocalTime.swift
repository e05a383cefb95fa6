extension Zone {
  /// The instant at which the zone's clocks show a date and a time, in minutes since 00:00.
  ///
  /// Nil where a change of the clocks skips it; where they show it twice, the first time.
  public func instant(of date: CivilDate, minute: Int) -> Instant? {
    guard (0..<1_440).contains(minute) else { return nil }
    let local = Int64(date.dayNumber) * CivilCalendar.secondsPerDay + Int64(minute) * 60
    // No clock is further from UTC than that (see TZifFile).
    let farthest: Int64 = 90_000
    var time = local - farthest
    while time <= local + farthest {
      let stretch = table.stretch(at: time)
      let candidate = local - Int64(stretch.offset)
      if candidate >= time, candidate < stretch.end { return Instant(seconds: candidate) }
      guard stretch.end > time else { return nil }
      time = stretch.end
    }
    return nil
  }
}
