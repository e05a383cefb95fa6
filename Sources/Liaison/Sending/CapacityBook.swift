import Scheduling

/// The senders' days with what the store knows of them: sent today, and, where it is asked for,
/// promised to those who wait.
struct CapacityBook {
  private let rules: SendingRules
  private var planner: CapacityPlanner
  private var numbers: [String: Int] = [:]
  private let now: Instant
  private let today: CivilDate

  /// A book that begins today, with what has gone out today already.
  init(store: Store, rules: SendingRules, from now: Instant) throws {
    self.rules = rules
    self.now = now
    planner = rules.planner(from: now)
    today = rules.day(of: now).date
    for sender in rules.senders {
      let number = planner.addSender(
        rules.cap(of: sender), firstSend: try store.firstSend(of: sender))
      numbers[sender] = number
      planner.take(try store.sent(by: sender, on: today), sender: number, on: today)
    }
    for key in try store.newContacts(on: today) {
      if key.hasPrefix("@") {
        planner.takeFirst(domain: NewContactKeys.mark(domain: key), prospect: nil, on: today)
      } else {
        planner.takeFirst(domain: nil, prospect: NewContactKeys.mark(prospect: key), on: today)
      }
    }
  }

  /// Promises room to everybody who waits, and to the steps that will follow.
  ///
  /// The followers' days are not planned one by one: each is expected four days after the step before,
  /// on a Monday instead of a week-end. It is not known who will answer until then.
  /// - Parameter steps: How many steps an attempt's campaign has.
  mutating func promiseWaiting(in store: Store, steps: (WaitingAttempt) -> Int) throws {
    try store.forEachWaiting { waiting in
      // What is overdue is about to be planned itself, or goes now.
      guard waiting.dueAt > now else { return }
      let number = number(of: waiting.sender)
      var date = max(rules.day(of: waiting.dueAt).date, today)
      planner.take(1, sender: number, on: date)
      if case .first(let domain, let prospect) = waiting.newContact?.touch {
        planner.takeFirst(domain: domain, prospect: prospect, on: date)
      }
      for _ in 0..<max(0, min(steps(waiting), rules.limits.attempts) - waiting.step) {
        date = date.adding(days: 4)
        switch date.weekday {
        case .saturday: date = date.adding(days: 2)
        case .sunday: date = date.adding(days: 1)
        default: break
        }
        planner.take(1, sender: number, on: date)
      }
    }
  }

  /// Places an attempt on its day, or on the next one that has room; nil where there is none.
  mutating func place(
    _ planned: PlannedSend, sender: String, touch: CapacityPlanner.Touch,
    again: (Instant) -> PlannedSend?
  ) -> PlannedSend? {
    var latest = planned
    guard
      let placed = planner.place(
        planned.instant, sender: number(of: sender), touch: touch,
        again: { instant in
          guard let found = again(instant) else { return nil }
          latest = found
          return found.instant
        })
    else { return nil }
    guard let moved = placed.moved else { return planned }
    // What led to the first day stays told: the gap, the days passed over.
    let before = planned.reasons.filter { $0 != .spread }
    let after = latest.reasons.filter { !before.contains($0) && $0 != moved }
    return PlannedSend(
      instant: placed.instant, gapDays: latest.gapDays, reasons: before + [moved] + after)
  }

  /// Takes today as full for a sender, or its new contact as taken, as a claim has found it.
  mutating func close(_ cap: SendCap, sender: String, keys: NewContactKeys?) {
    switch cap {
    case .sender(let daily):
      planner.take(daily, sender: number(of: sender), on: today)
    case .domain, .prospect:
      guard case .first(let domain, let prospect) = keys?.touch else { return }
      planner.takeFirst(
        domain: cap == .domain ? domain : nil, prospect: cap == .prospect ? prospect : nil,
        on: today)
    }
  }

  /// A sender that is in the configuration no more is bounded as any other.
  private mutating func number(of sender: String) -> Int {
    if let known = numbers[sender] { return known }
    let number = planner.addSender(rules.cap(of: sender))
    numbers[sender] = number
    return number
  }
}
