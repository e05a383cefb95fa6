// Everything here works on instants. Between two changes of a zone's clocks the local time is the
// instant plus a constant, so each such stretch is searched by itself: times that a change skips
// lie in no stretch, times that it repeats lie in two.

extension SendWindow {
  /// Whether the instant is inside the window on the zone's clocks, on a day that is not closed.
  public func contains(
    _ instant: Instant, in zone: Zone, closed: (CivilDate) -> Bool = { _ in false }
  ) -> Bool {
    let seconds = instant.seconds
    guard zone.isOnly else {
      let date = LocalTime(instant, in: zone).date
      return commonHours(on: date, in: zone, closed: closed).stretches?.all
        .contains { $0.contains(seconds) } ?? false
    }
    let local = CivilCalendar.split(seconds: seconds + Int64(zone.offset(at: seconds)))
    guard has(weekdayIndex: CivilCalendar.weekdayIndex(dayNumber: local.day)) else { return false }
    return openings.contains { $0.contains(local.secondOfDay) }
      && !closed(CivilDate(dayNumber: local.day))
  }

  /// The first instant, not before the given one, that is inside the window.
  ///
  /// That is the given instant itself where it is inside already, else a whole second. In a gap of
  /// the clocks it is the instant of the change, where the window opens in the gap; in an overlap
  /// both passes count. Nil where the window does not open within ``horizonDays``.
  public func firstInstant(
    from start: Instant, in zone: Zone, closed: (CivilDate) -> Bool = { _ in false }
  ) -> Instant? {
    guard zone.isOnly else {
      return firstCommonInstant(from: start, in: zone, closed: closed)
    }
    let from = start.seconds
    let limit = from + Int64(Self.horizonDays) * CivilCalendar.secondsPerDay
    guard let first = firstSecond(from: from, through: limit, in: zone, closed: closed) else {
      return nil
    }
    return first == from ? start : Instant(seconds: first)
  }

  /// The first instant, not before the given one, that is inside the window in every zone.
  ///
  /// For a recipient who may live in any of them. Nil where there is none within so many times 24
  /// hours, and where no zone is given.
  public func firstInstant(
    from start: Instant, inAll zones: [Zone], closed: (CivilDate) -> Bool = { _ in false },
    within days: Int = 14
  ) -> Instant? {
    guard !zones.isEmpty else { return nil }
    let from = start.seconds
    let limit = from + Int64(min(max(days, 0), 10_000)) * CivilCalendar.secondsPerDay
    var candidate = from
    var agreeing = 0
    // Goes round the zones until all agree; each disagreement moves on to a later opening.
    while agreeing < zones.count {
      for zone in zones {
        guard
          let next = firstSecond(from: candidate, through: limit, in: zone, closed: closed)
        else { return nil }
        agreeing = next == candidate ? agreeing + 1 : 1
        candidate = next
        if agreeing >= zones.count { break }
      }
    }
    return candidate == from ? start : Instant(seconds: candidate)
  }

  /// The first second inside the window, from the first to the last one given.
  @inline(__always)
  private func firstSecond(
    from start: Int64, through limit: Int64, in zone: Zone, closed: (CivilDate) -> Bool
  ) -> Int64? {
    var time = start
    while time <= limit {
      let stretch = zone.table.stretch(at: time)
      let offset = Int64(stretch.offset)
      let localEnd = min(stretch.end, limit + 1) + offset
      var (day, second) = CivilCalendar.split(seconds: time + offset)
      var midnight = time + offset - Int64(second)
      while midnight < localEnd {
        if has(weekdayIndex: CivilCalendar.weekdayIndex(dayNumber: day)) {
          for opening in openings where second < opening.upperBound {
            let local = midnight + Int64(max(second, opening.lowerBound))
            guard local < localEnd else { break }
            if closed(CivilDate(dayNumber: day)) { break }
            return local - offset
          }
        }
        day += 1
        second = 0
        midnight += CivilCalendar.secondsPerDay
      }
      guard stretch.end > time else { return nil }
      time = stretch.end
    }
    return nil
  }

  /// The stretches of time in which the window is open on that date.
  ///
  /// Nil on a day that the window has not, and where a gap swallows the hours.
  func openStretches(on date: CivilDate, in zone: Zone) -> OpenStretches? {
    guard has(weekdayIndex: CivilCalendar.weekdayIndex(dayNumber: date.dayNumber)) else {
      return nil
    }
    let midnight = Int64(date.dayNumber) * CivilCalendar.secondsPerDay
    // No clock is further from UTC than that (see TZifFile).
    let farthest: Int64 = 90_000
    var time = midnight - farthest
    let end = midnight + CivilCalendar.secondsPerDay + farthest
    var result: OpenStretches?
    while time < end {
      let stretch = zone.table.stretch(at: time)
      let offset = Int64(stretch.offset)
      for opening in openings {
        let open = max(midnight + Int64(opening.lowerBound) - offset, time)
        let close = min(midnight + Int64(opening.upperBound) - offset, stretch.end)
        guard open < close else { continue }
        if result == nil {
          result = OpenStretches(open..<close)
        } else {
          result?.append(open..<close)
        }
      }
      guard stretch.end > time else { break }
      time = stretch.end
    }
    return result
  }
}
