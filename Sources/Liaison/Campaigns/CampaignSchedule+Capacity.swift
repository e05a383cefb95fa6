import Scheduling

extension CampaignSchedule {
  /// Places a person's first touch and the steps that follow it, each counted from the one before,
  /// on days that have room: what a launch, a plan and a simulation of very many share.
  ///
  /// - Parameters:
  ///   - sender: The number that the capacity planner gave the sender.
  ///   - steps: How many steps; no more than the cadence has.
  ///   - body: Told each step, counted from 1, and where it was placed.
  public func place(
    contactID: String, zone: Zone, from earliest: Instant, sender: Int,
    touch: CapacityPlanner.Touch, steps: Int = Cadence.maximumSteps,
    in capacity: inout CapacityPlanner, _ body: (Int, CapacityPlanner.Placement) -> Void
  ) {
    let planner = planner(zone)
    let begun = begun(contactID)
    var last: Instant?
    for step in 1...max(1, steps) {
      let seed = begun.seed(digit: step)
      let planned: Instant?
      if let last {
        guard let gap = gap(before: step) else { return }
        planned = planner.followUpInstant(after: last, gap: gap, seed: seed)
      } else {
        planned = planner.firstTouchInstant(from: earliest, seed: seed)
      }
      guard let planned, !hasEnded(at: planned, zone: zone),
        let placed = capacity.place(
          planned, sender: sender, touch: step == 1 ? touch : .followUp,
          again: { planner.firstTouchInstant(from: $0, seed: seed) }),
        !hasEnded(at: placed.instant, zone: zone)
      else { return }
      body(step, placed)
      last = placed.instant
    }
  }
}
