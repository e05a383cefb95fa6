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

  private let campaign: String
  private let window: WindowChoice
  private let cadence: Cadence
  private let closed: ClosedDays

  /// The schedule of a campaign for those who have that window and those closed days.
  public init(
    campaign: String, window: SendWindow, cadence: Cadence, closed: ClosedDays = .none
  ) {
    self.init(
      campaign: campaign, window: WindowChoice(window, by: "the campaign's"), cadence: cadence,
      closed: closed)
  }

  init(campaign: String, window: WindowChoice, cadence: Cadence, closed: ClosedDays) {
    self.campaign = campaign
    self.window = window
    self.cadence = cadence
    self.closed = closed
  }

  /// When the first touch goes, at or after `earliest`.
  public func firstTouch(contactID: String, zone: Zone, from earliest: Instant) -> PlannedSend? {
    planner(zone).firstTouch(from: earliest, seed: seed(contactID, step: 1))
  }

  /// When a follow-up goes, counted from when the step before it was really sent.
  public func followUp(
    step: Int, contactID: String, zone: Zone, after sent: Instant
  ) -> PlannedSend? {
    guard cadence.steps.indices.contains(step - 1), let gap = cadence.steps[step - 1].gap else {
      return nil
    }
    return planner(zone).followUp(
      after: sent, gap: gap, seed: seed(contactID, step: step))
  }

  /// A moment in the window at or after `now` for a step whose own moment could not be used.
  public func again(step: Int, contactID: String, zone: Zone, from now: Instant) -> PlannedSend? {
    planner(zone).firstTouch(from: now, seed: seed(contactID, step: step))
  }

  /// Whether the person may be written to at this instant.
  public func isOpen(at instant: Instant, zone: Zone) -> Bool {
    planner(zone).isOpen(at: instant)
  }

  /// The holiday or black-out on which an instant falls for the person, or nil.
  public func closedDay(at instant: Instant, zone: Zone) -> String? {
    closed.name(on: LocalTime(instant, in: zone).date)
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

  private func planner(_ zone: Zone) -> SendPlanner {
    SendPlanner(
      window: window.window, zone: zone, ramadan: window.ramadan, closed: closed.contains,
      closedName: closed.name(on:))
  }

  private func seed(_ contactID: String, step: Int) -> UInt64 {
    StableHash.seed(campaign, contactID, "\(step)")
  }
}
