/// When a message is to be sent, and why then.
public struct PlannedSend: Hashable, Sendable {
  /// The instant, inside the recipient's window.
  public let instant: Instant

  /// The days from the recipient's date of the send before to this one's; nil for a first touch.
  ///
  /// Three or more. Where it is more than the step's gap allows, the reasons name each day skipped.
  public let gapDays: Int?

  /// What led to the day and the minute, in the order in which it was found.
  public let reasons: [PlanReason]

  /// Makes a planned send of an instant that is known to be allowed.
  public init(instant: Instant, gapDays: Int?, reasons: [PlanReason]) {
    self.instant = instant
    self.gapDays = gapDays
    self.reasons = reasons
  }

  /// The same with a further reason for the day, put before that for the minute.
  public func adding(_ reason: PlanReason) -> PlannedSend {
    var reasons = reasons
    reasons.insert(reason, at: reasons.last == .spread ? reasons.count - 1 : reasons.count)
    return PlannedSend(instant: instant, gapDays: gapDays, reasons: reasons)
  }
}
