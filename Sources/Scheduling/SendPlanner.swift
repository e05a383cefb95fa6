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

  private func window(on date: CivilDate) -> SendWindow {
    if let ramadan, Ramadan.contains(date) { return ramadan }
    return window
  }

  private func isWidened(on date: CivilDate) -> Bool {
    window(on: date).isWidened(on: date, in: zone, closed: closed)
  }

  /// Plans the first message: on the first day that has time left at or after the instant.
  ///
  /// Nil where the window does not open within ``SendWindow/horizonDays``.
  public func firstTouch(from earliest: Instant, seed: UInt64) -> PlannedSend? {
    let start = LocalTime(earliest, in: zone)
    var reasons: [PlanReason] = []
    for distance in 0...window.horizon(in: zone) {
      let date = start.date.adding(days: distance)
      switch outcome(on: date, notBefore: earliest.secondsRoundedUp, seed: seed) {
      case .skipped(let reason):
        reasons.append(reason)
      case .at(let second):
        let opensLater = distance > 0 || !isOpen(at: earliest)
        if opensLater { reasons.append(.windowOpens(date)) }
        if isWidened(on: date) { reasons.append(.wideHours(date)) }
        reasons.append(.spread)
        return PlannedSend(instant: Instant(seconds: second), gapDays: nil, reasons: reasons)
      }
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
    let sentDate = LocalTime(sent, in: zone).date
    let choice = StableHash.index(StableHash.derived(seed, 0), below: gap.days.count)
    let days = gap.days.lowerBound + choice
    let target = sentDate.adding(days: days)
    let soonest = sent.adding(seconds: Gap.minimumSeconds).secondsRoundedUp
    let allowed = notBefore?.secondsRoundedUp ?? .min

    var reasons: [PlanReason] = [.gap(days: days, after: sentDate)]
    func planned(_ second: Int64, on date: CivilDate) -> PlannedSend {
      if isWidened(on: date) { reasons.append(.wideHours(date)) }
      return PlannedSend(
        instant: Instant(seconds: second), gapDays: date.dayNumber - sentDate.dayNumber,
        reasons: reasons + [.spread])
    }
    var isOverdue = false
    var date = target
    for _ in 0...window.horizon(in: zone) {
      switch outcome(on: date, notBefore: .min, seed: seed) {
      case .skipped(let reason):
        reasons.append(reason)
      case .at(let second) where second < soonest:
        reasons.append(.minimum72Hours(date))
      case .at(let second) where second >= allowed:
        return planned(second, on: date)
      case .at:
        // The contact's minute has passed: later on that day, or on the next day allowed.
        if !isOverdue { reasons.append(.overdue(date)) }
        switch outcome(on: date, notBefore: allowed, seed: seed) {
        case .at(let second): return planned(second, on: date)
        case .skipped(let reason): if isOverdue { reasons.append(reason) }
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

  private enum Outcome {
    case at(Int64)
    case skipped(PlanReason)
  }

  /// The contact's own second on that date, or why there is none.
  private func outcome(on date: CivilDate, notBefore: Int64, seed: UInt64) -> Outcome {
    let window = window(on: date)
    guard window.has(weekdayIndex: CivilCalendar.weekdayIndex(dayNumber: date.dayNumber)) else {
      return .skipped(.dayNotInWindow(date))
    }
    guard !closed(date) else { return .skipped(.closedDay(date, name: closedName(date))) }
    let stretches = window.commonHours(on: date, in: zone, closed: closed).stretches
    guard !stretches.isEmpty else {
      return .skipped(zone.alternatives.isEmpty ? .clockChange(date) : .noCommonHour(date))
    }
    let spread = DailySpread(stretches: stretches, seed: StableHash.derived(seed, 1))
    guard let second = spread.second(notBefore: notBefore) else {
      return .skipped(.windowOver(date))
    }
    return .at(second)
  }
}
