// The window of a person who may be in any of several zones.

extension SendWindow {
  /// The hours in common that a day must have, in seconds; with less the wide hours are tried.
  static let leastInCommon: Int64 = 3_600

  /// The hours that are tried where the window's own have too little in common: 08:00-20:00.
  static let wideHours = 8 * 3_600..<20 * 3_600

  /// How far ahead an opening is looked for, in days.
  ///
  /// Where several zones hardly have an hour in common, half a year may pass until summer time gives
  /// them one: a person is to look at that before.
  func horizon(in zone: Zone) -> Int { zone.isOnly ? Self.horizonDays : 30 }

  /// The hours of a date that are open in all zones that a person may be in.
  struct CommonHours {
    /// Nil where under an hour is left.
    let stretches: OpenStretches?
    /// Whether they come from 08:00-20:00 instead of the window's own hours.
    let isWidened: Bool
  }

  /// The hours of a date that may be used: on that date of the zone's own clocks, and inside the
  /// window on the clocks of every alternative too.
  ///
  /// Each date is judged by itself, so that it does not depend on when one asks. To be asked of a
  /// zone with alternatives only.
  func commonHours(
    on date: CivilDate, in zone: Zone, closed: (CivilDate) -> Bool
  ) -> CommonHours {
    let own = shared(on: date, in: zone, closed: closed)
    if own.total >= Self.leastInCommon {
      return CommonHours(stretches: OpenStretches(own), isWidened: false)
    }
    let wide = SendWindow(self, hours: Self.wideHours).shared(on: date, in: zone, closed: closed)
    guard wide.total >= Self.leastInCommon else {
      return CommonHours(stretches: nil, isWidened: false)
    }
    return CommonHours(stretches: OpenStretches(wide), isWidened: true)
  }

  /// Whether hours of the date come from 08:00-20:00, since the window's have too little in common.
  func isWidened(on date: CivilDate, in zone: Zone, closed: (CivilDate) -> Bool) -> Bool {
    !zone.isOnly && commonHours(on: date, in: zone, closed: closed).isWidened
  }

  func firstCommonInstant(
    from start: Instant, in zone: Zone, closed: (CivilDate) -> Bool
  ) -> Instant? {
    let from = start.seconds
    let date = LocalTime(start, in: zone).date
    for distance in 0...horizon(in: zone) {
      let hours = commonHours(on: date.adding(days: distance), in: zone, closed: closed)
      for stretch in hours.stretches?.all ?? [] where stretch.upperBound > from {
        return stretch.lowerBound > from ? Instant(seconds: stretch.lowerBound) : start
      }
    }
    return nil
  }

  private func shared(
    on date: CivilDate, in zone: Zone, closed: (CivilDate) -> Bool
  ) -> [Range<Int64>] {
    guard !closed(date) else { return [] }
    var shared = openStretches(on: date, in: zone)?.all ?? []
    for other in zone.alternatives where !shared.isEmpty {
      // Clocks are at most a little over a day apart, so that three of the other's dates are enough.
      let open = (-1...1).flatMap { distance -> [Range<Int64>] in
        let date = date.adding(days: distance)
        return closed(date) ? [] : openStretches(on: date, in: other)?.all ?? []
      }
      shared = shared.flatMap { part in
        open.compactMap { $0.overlaps(part) ? $0.clamped(to: part) : nil }
      }
    }
    return shared
  }
}

extension [Range<Int64>] {
  fileprivate var total: Int64 { reduce(0) { $0 + ($1.upperBound - $1.lowerBound) } }
}
