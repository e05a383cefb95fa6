import Scheduling

/// When a campaign's steps go to a contact: the cadence, the window and the closed days applied to
/// one clock.
///
/// The minute is chosen by a hash of campaign, contact and step, so it does not move from one
/// plan to the next.
public struct CampaignSchedule: Sendable {
  /// A step with the moment planned for it.
  public struct Projection: Hashable, Sendable {
    /// The step, counted from 1.
    public let step: Int
    /// When, and why then.
    public let planned: PlannedSend
  }

  private let window: WindowChoice
  private let cadence: Cadence
  private let closed: ClosedDays
  // Made once: a closure for each of a million people would show.
  private let isClosed: @Sendable (CivilDate) -> Bool
  private let closedName: @Sendable (CivilDate) -> String?
  private let weekend: [Weekday]
  private let end: CivilDate?
  private let seeds: StableHash.Begun

  /// The schedule of a campaign for those who have that window and those closed days.
  ///
  /// - Parameter end: The last date on which a message may go, on the recipient's calendar.
  public init(
    campaign: String, window: SendWindow, cadence: Cadence, closed: ClosedDays = .none,
    end: CivilDate? = nil
  ) {
    self.init(
      campaign: campaign, window: WindowChoice(window, by: "the campaign's"), cadence: cadence,
      closed: closed, weekend: [.saturday, .sunday], end: end)
  }

  init(
    campaign: String, window: WindowChoice, cadence: Cadence, closed: ClosedDays,
    weekend: [Weekday], end: CivilDate?
  ) {
    self.window = window
    self.cadence = cadence
    self.closed = closed
    isClosed = closed.contains
    closedName = closed.name(on:)
    self.weekend = weekend
    self.end = end
    var seeds = StableHash.Begun()
    seeds.add(campaign)
    self.seeds = seeds
  }

  /// When the first touch goes, at or after `earliest`; nil where it never can.
  public func firstTouch(contactID: String, zone: Zone, from earliest: Instant) -> PlannedSend? {
    again(step: 1, contactID: contactID, zone: zone, from: earliest)
  }

  /// When a follow-up goes, counted from when the step before it was really sent.
  ///
  /// Nil where there is no such step, or where it never can; `whyNever` tells.
  /// - Parameter notBefore: Until when nothing may go, such as now, or the end of an absence.
  public func followUp(
    step: Int, contactID: String, zone: Zone, after sent: Instant, notBefore: Instant? = nil
  ) -> PlannedSend? {
    guard let gap = gap(before: step) else { return nil }
    return timely(
      planner(zone).followUp(
        after: sent, gap: gap, seed: seed(contactID, step: step), notBefore: notBefore), zone)
  }

  /// A moment in the window at or after `now` for a step whose own moment could not be used.
  public func again(step: Int, contactID: String, zone: Zone, from now: Instant) -> PlannedSend? {
    timely(planner(zone).firstTouch(from: now, seed: seed(contactID, step: step)), zone)
  }

  /// When a step goes that cannot go as it was planned.
  ///
  /// - Parameters:
  ///   - sent: When the step before it was sent; nil for a first touch.
  ///   - earliest: Until when nothing may go.
  ///   - reason: Why not sooner, which is kept among the reasons.
  public func replanned(
    step: Int, contactID: String, zone: Zone, after sent: Instant?, from earliest: Instant,
    because reason: PlanReason
  ) -> PlannedSend? {
    if let sent {
      return followUp(
        step: step, contactID: contactID, zone: zone, after: sent, notBefore: earliest
      )?.adding(reason)
    }
    return again(step: step, contactID: contactID, zone: zone, from: earliest)?.adding(reason)
  }

  /// Why a step can never go, as a sentence without a full stop; asked where there is no plan.
  public func whyNever(step: Int) -> String {
    end.map { "the campaign ends on \($0.weekday.shortName) \($0), before step \(step) can go" }
      ?? "the window never opens there; see the campaign's 'window'"
  }

  /// Whether the campaign ends at some date.
  var hasEnd: Bool { end != nil }

  /// Whether a date's day is over the campaign's end for somebody in a zone.
  public func hasEnded(at instant: Instant, zone: Zone) -> Bool {
    end.map { LocalTime(instant, in: zone).date > $0 } ?? false
  }

  /// The soonest instant for a step after the one that was sent then: three days and 72 hours later.
  public func soonest(after sent: Instant, zone: Zone) -> Instant {
    planner(zone).soonestFollowUp(after: sent)
  }

  /// Whether the person may be written to at this instant.
  public func isOpen(at instant: Instant, zone: Zone) -> Bool {
    planner(zone).isOpen(at: instant) && !hasEnded(at: instant, zone: zone)
  }

  /// The holiday or black-out on which an instant falls for the person, or nil.
  public func closedDay(at instant: Instant, zone: Zone) -> String? {
    closedName(LocalTime(instant, in: zone).date)
  }

  /// Which window holds on the person's date of an instant, and what decided it, as a sentence.
  public func windowReason(at instant: Instant, zone: Zone) -> String {
    window.reason(on: LocalTime(instant, in: zone).date)
  }

  /// The steps after `step`, as they would follow if each went when planned.
  public func projection(
    after step: Int, at planned: Instant, contactID: String, zone: Zone
  ) -> [Projection] {
    var found: [Projection] = []
    var last = planned
    var next = step + 1
    while next <= cadence.steps.count,
      let planned = followUp(step: next, contactID: contactID, zone: zone, after: last)
    {
      found.append(Projection(step: next, planned: planned))
      last = planned.instant
      next += 1
    }
    return found
  }

  /// The hours in which the person may be offered to talk: those of the window.
  func meetingHours(in zone: Zone) -> MeetingHours {
    MeetingHours(
      window: window.window, ramadan: window.ramadan, zone: zone, weekend: weekend, closed: closed)
  }

  func planner(_ zone: Zone) -> SendPlanner {
    SendPlanner(
      window: window.window, zone: zone, ramadan: window.ramadan, closed: isClosed,
      closedName: closedName)
  }

  /// What comes before a step; nil for the first and where there is no such step.
  func gap(before step: Int) -> Gap? {
    cadence.steps.indices.contains(step - 1) ? cadence.steps[step - 1].gap : nil
  }

  /// A plan that is not after the campaign's end.
  private func timely(_ planned: PlannedSend?, _ zone: Zone) -> PlannedSend? {
    planned.flatMap { hasEnded(at: $0.instant, zone: zone) ? nil : $0 }
  }

  private func seed(_ contactID: String, step: Int) -> UInt64 {
    begun(contactID).seed(digit: step)
  }

  /// The hash of campaign and contact, which each step's own is made of.
  func begun(_ contactID: String) -> StableHash.Begun {
    var begun = seeds
    begun.add(contactID)
    return begun
  }
}
