/// Chooses the instant of a send for one recipient: the day by cadence and window, the minute by a
/// hash.
///
/// Equal inputs give equal plans. Moreover a plan does not move while time passes: asked again with
/// any later `earliest` or `notBefore` up to the planned instant, the instant is the same.
public struct SendPlanner: Sendable {
  /// When the recipient may be written to.
  public let window: SendWindow

  /// The window that holds instead in Ramadan; nil where it is the same.
  public let ramadan: SendWindow?

  /// Where the recipient's clocks are.
  public let zone: Zone

  /// Whether a date is closed to the recipient: a holiday or a black-out.
  public let closed: @Sendable (CivilDate) -> Bool

  /// What a closed date is called, asked for only where it is skipped.
  public let closedName: @Sendable (CivilDate) -> String?

  /// Makes a planner for recipients of that window and zone.
  public init(
    window: SendWindow, zone: Zone, ramadan: SendWindow? = nil,
    closed: @escaping @Sendable (CivilDate) -> Bool = { _ in false },
    closedName: @escaping @Sendable (CivilDate) -> String? = { _ in nil }
  ) {
    self.window = window
    self.zone = zone
    self.ramadan = ramadan
    self.closed = closed
    self.closedName = closedName
  }

  /// Whether the recipient may be written to at an instant.
  public func isOpen(at instant: Instant) -> Bool {
    guard ramadan != nil else { return window.contains(instant, in: zone, closed: closed) }
    return window(on: LocalTime(instant, in: zone).date)
      .contains(instant, in: zone, closed: closed)
  }

  @inline(__always)
  private func window(on date: CivilDate) -> SendWindow {
    if let ramadan, Ramadan.contains(date) { return ramadan }
    return window
  }

  /// The reasons for the minute on a date.
  private func minuteReasons(on date: CivilDate) -> [PlanReason] {
    window(on: date).isWidened(on: date, in: zone, closed: closed)
      ? [.wideHours(date), .spread] : [.spread]
  }

  /// Plans the first message: on the first day that has time left at or after the instant.
  ///
  /// Nil where the window does not open within ``SendWindow/horizonDays``.
  public func firstTouch(from earliest: Instant, seed: UInt64) -> PlannedSend? {
    var reasons: [PlanReason] = []
    guard
      let (second, date) = firstTouch(
        from: earliest, seed: seed, passing: { reasons.append(reason($0, $1)) })
    else { return nil }
    if date != LocalTime(earliest, in: zone).date || !isOpen(at: earliest) {
      reasons.append(.windowOpens(date))
    }
    return PlannedSend(
      instant: Instant(seconds: second), gapDays: nil, reasons: reasons + minuteReasons(on: date))
  }

  /// The instant of ``firstTouch(from:seed:)`` alone, for planning very many.
  public func firstTouchInstant(from earliest: Instant, seed: UInt64) -> Instant? {
    firstTouch(from: earliest, seed: seed, passing: { _, _ in }).map { Instant(seconds: $0.second) }
  }

  @inline(__always)
  private func firstTouch(
    from earliest: Instant, seed: UInt64, passing: (Obstacle, CivilDate) -> Void
  ) -> (second: Int64, date: CivilDate)? {
    let notBefore = earliest.secondsRoundedUp
    var date = zone.date(at: earliest)
    for _ in 0...window.horizon(in: zone) {
      switch outcome(on: date, notBefore: notBefore, seed: seed) {
      case .skipped(let obstacle): passing(obstacle, date)
      case .at(let second): return (second, date)
      }
      date = date.adding(days: 1)
    }
    return nil
  }

  /// Plans a further message after the actual send of the one before.
  ///
  /// The seed chooses the days within the gap, counted from the recipient's date of that send, and
  /// the minute. A day that the window has not, that is closed, or on which the contact's minute
  /// comes before 72 hours have passed is skipped and named. `notBefore` is an instant until which
  /// nothing may go: now, where the step is overdue, or the end of an absence. Nil where the
  /// window does not open within ``SendWindow/horizonDays``.
  public func followUp(
    after sent: Instant, gap: Gap, seed: UInt64, notBefore: Instant? = nil
  ) -> PlannedSend? {
    let sentDate = zone.date(at: sent)
    var reasons: [PlanReason] = [.gap(days: days(of: gap, seed: seed), after: sentDate)]
    guard
      let (second, date) = followUp(
        after: sent, gap: gap, seed: seed, notBefore: notBefore,
        passing: { reasons.append(reason($0, $1)) })
    else { return nil }
    return PlannedSend(
      instant: Instant(seconds: second), gapDays: date.dayNumber - sentDate.dayNumber,
      reasons: reasons + minuteReasons(on: date))
  }

  /// The instant of ``followUp(after:gap:seed:notBefore:)`` alone, for planning very many.
  public func followUpInstant(
    after sent: Instant, gap: Gap, seed: UInt64, notBefore: Instant? = nil
  ) -> Instant? {
    followUp(after: sent, gap: gap, seed: seed, notBefore: notBefore, passing: { _, _ in })
      .map { Instant(seconds: $0.second) }
  }

  /// The soonest instant at which anything may follow a message: 72 hours later, and not before the
  /// third day after it on the recipient's calendar.
  public func soonestFollowUp(after sent: Instant) -> Instant {
    let hours = sent.adding(seconds: Gap.minimumSeconds)
    let date = LocalTime(sent, in: zone).date.adding(days: Gap.allowedDays.lowerBound)
    return max(hours, zone.start(of: date))
  }

  @inline(__always)
  private func followUp(
    after sent: Instant, gap: Gap, seed: UInt64, notBefore: Instant?,
    passing: (Obstacle, CivilDate) -> Void
  ) -> (second: Int64, date: CivilDate)? {
    let soonest = sent.adding(seconds: Gap.minimumSeconds).secondsRoundedUp
    let allowed = notBefore?.secondsRoundedUp ?? .min
    var isOverdue = false
    var date = zone.date(at: sent).adding(days: days(of: gap, seed: seed))
    for _ in 0...window.horizon(in: zone) {
      switch outcome(on: date, notBefore: .min, seed: seed) {
      case .skipped(let obstacle):
        passing(obstacle, date)
      case .at(let second) where second < soonest:
        passing(.minimum72Hours, date)
      case .at(let second) where second >= allowed:
        return (second, date)
      case .at:
        // The contact's minute has passed: later on that day, or on the next day allowed.
        if !isOverdue { passing(.overdue, date) }
        switch outcome(on: date, notBefore: allowed, seed: seed) {
        case .at(let second): return (second, date)
        case .skipped(let obstacle): if isOverdue { passing(obstacle, date) }
        }
        isOverdue = true
        if let notBefore {
          date = max(date, LocalTime(notBefore, in: zone).date.adding(days: -1))
        }
      }
      date = date.adding(days: 1)
    }
    return nil
  }

  /// The days that the seed chooses within a gap.
  @inline(__always)
  private func days(of gap: Gap, seed: UInt64) -> Int {
    gap.days.lowerBound + StableHash.index(StableHash.derived(seed, 0), below: gap.days.count)
  }

  /// Why a date is passed over; its sentence is only made where somebody asks for reasons.
  private enum Obstacle {
    case dayNotInWindow, closedDay, clockChange, noCommonHour, windowOver, minimum72Hours, overdue
  }

  private func reason(_ obstacle: Obstacle, _ date: CivilDate) -> PlanReason {
    switch obstacle {
    case .dayNotInWindow: .dayNotInWindow(date)
    case .closedDay: .closedDay(date, name: closedName(date))
    case .clockChange: .clockChange(date)
    case .noCommonHour: .noCommonHour(date)
    case .windowOver: .windowOver(date)
    case .minimum72Hours: .minimum72Hours(date)
    case .overdue: .overdue(date)
    }
  }

  private enum Outcome {
    case at(Int64)
    case skipped(Obstacle)
  }

  /// The contact's own second on that date, or why there is none.
  @inline(__always)
  private func outcome(on date: CivilDate, notBefore: Int64, seed: UInt64) -> Outcome {
    let window = window(on: date)
    guard window.has(weekdayIndex: CivilCalendar.weekdayIndex(dayNumber: date.dayNumber)) else {
      return .skipped(.dayNotInWindow)
    }
    guard !closed(date) else { return .skipped(.closedDay) }
    let found =
      zone.isOnly
      ? window.openStretches(on: date, in: zone)
      : window.commonHours(on: date, in: zone, closed: closed).stretches
    guard let stretches = found else {
      return .skipped(zone.isOnly ? .clockChange : .noCommonHour)
    }
    let spread = DailySpread(stretches: stretches, seed: StableHash.derived(seed, 1))
    guard let second = spread.second(notBefore: notBefore) else { return .skipped(.windowOver) }
    return .at(second)
  }
}
