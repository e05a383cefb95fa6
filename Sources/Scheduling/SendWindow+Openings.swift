extension SendWindow {
  /// The stretch of time in which the window is next open, cut off before the given instant.
  ///
  /// A stretch ends with the hours, with the day, or where the clocks jump over the rest of it; in
  /// an overlap of the clocks it is as much longer. Nil where the window does not open within
  /// ``horizonDays``.
  public func nextOpening(
    from start: Instant, in zone: Zone, closed: (CivilDate) -> Bool = { _ in false }
  ) -> Range<Instant>? {
    let from = start.seconds
    // A day earlier, since the clocks may have gone back over midnight.
    let first = LocalTime(start, in: zone).date.adding(days: -1)
    for distance in 0...Self.horizonDays + 1 {
      let date = first.adding(days: distance)
      guard !closed(date) else { continue }
      let stretches =
        zone.isOnly
        ? openStretches(on: date, in: zone)
        : commonHours(on: date, in: zone, closed: closed).stretches
      for stretch in stretches?.all ?? [] where stretch.upperBound > from {
        let open = max(Instant(seconds: stretch.lowerBound), start)
        return open..<Instant(seconds: stretch.upperBound)
      }
    }
    return nil
  }
}
