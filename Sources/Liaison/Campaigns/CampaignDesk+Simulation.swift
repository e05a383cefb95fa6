import Scheduling

extension CampaignDesk {
  /// How a campaign will go: those who wait in it, and those whom a launch would enroll now.
  ///
  /// - Parameters:
  ///   - replyRate: The share of people, 0 to 1, who answer at some time; who does, and after which
  ///     message, is chosen by a hash of the contact and the seed.
  ///   - seed: Another one gives other people to answer.
  public func simulate(
    _ name: String, replyRate: Double, seed: UInt64 = 0, at now: Instant
  ) throws -> CampaignSimulation {
    try store.connection.read {
      let (desk, judged) = try prepared(name, at: now)
      let steps = min(desk.bench.campaign.steps.count, desk.rules.limits.attempts)
      var replies = 0
      /// The last step that goes to a person whose next one is `step`.
      func lastStep(_ contactID: String, from step: Int) -> Int {
        let answers = Self.share("answers", name, contactID, seed) < replyRate
        guard answers else { return steps }
        replies += 1
        let left = Double(steps - step + 1)
        return step + Int(Self.share("step", name, contactID, seed) * left)
      }
      var people: [SimulatedPerson] = []
      var held = 0
      for person in judged {
        guard case .ready(_, let sender, let first) = person.readiness,
          let zone = try? desk.bench.zone(of: person.contact),
          let keys = try store.newContactKeys(contactID: person.contact.id)
        else {
          held += 1
          continue
        }
        people.append(
          SimulatedPerson(
            contactID: person.contact.id, zone: zone,
            schedule: desk.bench.schedule(for: person.contact), sender: sender, touch: keys.touch,
            step: 1, next: first, lastStep: lastStep(person.contact.id, from: 1)))
      }
      for kind in [WaitingKind.followUps, .firstTouches] {
        try store.forEachWaitingAttempt(kind, before: Instant(microseconds: .max)) {
          attempt, _, prospectID in
          guard attempt.campaign == name, attempt.step <= steps else { return }
          guard let zone = try? desk.bench.zone(of: attempt.contact) else { return held += 1 }
          people.append(
            SimulatedPerson(
              contactID: attempt.contact.id, zone: zone,
              schedule: desk.bench.schedule(for: attempt.contact), sender: attempt.sender,
              touch: NewContactKeys(
                addressKey: attempt.contact.addressKey, prospectID: prospectID
              ).touch,
              step: attempt.step,
              next: PlannedSend(instant: max(attempt.dueAt, now), gapDays: nil, reasons: []),
              lastStep: lastStep(attempt.contact.id, from: attempt.step)))
        }
      }
      var capped = SimulationRun(home: desk.rules.home)
      var book: CapacityBook? = try CapacityBook(store: store, rules: desk.rules, from: now)
      capped.run(people, in: &book)
      var free = SimulationRun(home: desk.rules.home)
      var none: CapacityBook?
      free.run(people, in: &none)
      return CampaignSimulation(
        campaign: name, replyRate: replyRate, people: people.count, held: held, replies: replies,
        capped, free, rules: desk.rules)
    }
  }

  /// A number from 0 up to 1 that stays the same for a contact.
  private static func share(
    _ what: String, _ campaign: String, _ contactID: String, _ seed: UInt64
  ) -> Double {
    let hash = StableHash.seed("simulate", what, campaign, contactID, "\(seed)")
    return Double(hash >> 11) / Double(1 << 53)
  }
}
