import Scheduling

/// Everything that decides when a contact is written to: what `liaison why` shows.
public struct ContactExplanation: Sendable, Codable {
  /// A message that left, or may have.
  public struct Past: Hashable, Sendable, Codable {
    /// Which step.
    public let step: Int
    /// With which emphasis.
    public let emphasis: String
    /// What became of it: sent, failed, unknown or committing.
    public let state: String
    /// When, on the contact's clock where the zone is known, else on ours.
    public let time: String
  }

  /// One campaign that the contact is enrolled in.
  public struct Enrollment: Sendable, Codable {
    /// The campaign's name.
    public let campaign: String
    /// Whether the campaign is running, paused or stopped.
    public let campaignState: String
    /// Whether the contact is active, held, replied, finished, stopped or failed there.
    public let state: String
    /// From which sender.
    public let sender: String
    /// How many messages that sender sent today.
    public let senderToday: Int
    /// How many it may send on a day.
    public let senderCap: Int
    /// What went already.
    public let past: [Past]
    /// What is to come, soonest first; it goes only while nobody answers.
    public let planned: [PlanEntry]
    /// The rule that decided the next message's moment, or that none goes.
    public let decision: String
  }

  /// The contact's address.
  public let address: String
  /// How lists name the contact.
  public let name: String
  /// The name of the prospect.
  public let prospect: String
  /// What kind of prospect it is.
  public let kind: String
  /// The country, where it is known.
  public let country: String?
  /// The language, where it is known.
  public let language: String?
  /// Where the contact's clock is, and how that was found; nil where nothing tells.
  public let zone: ZoneFinding?
  /// Why there is no zone.
  public let zoneProblem: String?
  /// The release of the zone data and where it comes from.
  public let zoneData: String
  /// The contact's clock now.
  public let localTime: String?
  /// A change of the clocks there that lies between now and a planned message.
  public let clockChange: String?
  /// Why nothing may ever go to the address.
  public let suppressed: String?
  /// The date on which the contact is back, who is away.
  public let awayUntil: String?
  /// The campaigns, the newest first.
  public let enrollments: [Enrollment]
  /// Why another campaign could not write to the contact now, or nil where one could.
  public let otherCampaigns: String?
}

extension SendDesk {
  /// Days for which plans are looked at: four steps, and all that may hold them up.
  private static let explainedDays: Int64 = 120

  /// What decides when a contact is written to, as things stand.
  ///
  /// - Throws: `PreviewError.unknownContact`.
  public func explain(_ address: String, at now: Instant) throws -> ContactExplanation {
    let contact = try PreviewDesk.contact(address, in: store)
    return try store.connection.read { try explain(contact, at: now) }
  }

  private func explain(_ contact: ContactRecord, at now: Instant) throws -> ContactExplanation {
    let enrollments = try store.enrollments(of: contact.id)
    let suppressed = try store.suppressionReason(of: contact)
    let absence = try store.absence(contactID: contact.id, at: now)
    let clock = ContactClock(contact, zones: zones)
    let plan = try plan(from: now, to: now.adding(seconds: Self.explainedDays * 86_400))
      .only(contact.address)
    let explained = try enrollments.map { enrollment in
      let planned = plan.entries.filter { $0.campaign == enrollment.campaign }
      return ContactExplanation.Enrollment(
        campaign: enrollment.campaign, campaignState: enrollment.campaignState,
        state: enrollment.state, sender: enrollment.sender,
        senderToday: try store.sent(
          by: enrollment.sender, on: benches.rules.day(of: now).date),
        senderCap: benches.rules.cap(of: enrollment.sender).daily,
        past: try store.pastMessages(campaignID: enrollment.campaignID, contactID: contact.id).map {
          .init(
            step: $0.step, emphasis: $0.emphasis, state: $0.state,
            time: clock.text($0.instant, or: benches.rules.home))
        },
        planned: suppressed == nil ? planned : [],
        decision: decision(
          enrollment, planned, suppressed,
          held: plan.held.first { $0.campaign == enrollment.campaign }?.reason))
    }
    return ContactExplanation(
      address: contact.address, name: contact.displayName, prospect: contact.prospect,
      kind: contact.kind, country: contact.country, language: contact.language?.description,
      zone: clock.finding, zoneProblem: clock.problem,
      zoneData: "\(zones.version ?? "unknown release") from \(zones.source)",
      localTime: clock.zone.map { clock.text(now, or: $0) },
      clockChange: clock.change(from: now, to: plan.entries.map(\.instant).max()),
      suppressed: suppressed, awayUntil: absence.map { "\($0.back)" }, enrollments: explained,
      otherCampaigns: try store.otherCampaign(
        of: contact.id, besides: nil, at: now, limits: benches.rules.limits
      )?.reason(in: benches.rules.home))
  }

  private func decision(
    _ enrollment: EnrollmentRecord, _ planned: [PlanEntry], _ suppressed: String?, held: String?
  ) -> String {
    if let suppressed { return "Nothing goes: the address is suppressed (\(suppressed))." }
    if enrollment.state != "active" {
      let reason = enrollment.reason.map { ": \($0)" } ?? ""
      return "Nothing goes: the contact is \(enrollment.state)\(reason)."
    }
    if enrollment.campaignState != "running" {
      return "Nothing goes: the campaign is \(enrollment.campaignState)."
    }
    if let next = planned.first {
      // The last day that was passed over, else what set the day.
      let days = next.reasons.filter { !$0.hasPrefix("The ") }
      return days.last { $0.hasPrefix("Not on ") } ?? days.last ?? next.reasons.first ?? ""
    }
    return "Nothing goes: \(held ?? "a message of unknown fate waits, or no step is left")."
  }
}

/// A contact's clock, as far as it is known.
private struct ContactClock {
  let finding: ZoneFinding?
  let zone: Zone?
  let problem: String?

  init(_ contact: ContactRecord, zones: ZoneDatabase) {
    do throws(CompositionError) {
      let places = ContactZones(zones)
      (finding, zone) = (try places.finding(of: contact), try places.zone(of: contact))
      problem = nil
    } catch {
      (finding, zone, problem) = (nil, nil, error.description)
    }
  }

  func text(_ instant: Instant, or home: Zone) -> String {
    let local = LocalTime(instant, in: zone ?? home)
    return "\(local.weekday.shortName) \(local)"
  }

  /// A change of the clocks between two instants, as a sentence.
  func change(from now: Instant, to last: Instant?) -> String? {
    guard let zone, let last else { return nil }
    let before = LocalTime(now, in: zone).offsetSeconds
    let after = LocalTime(last, in: zone).offsetSeconds
    guard before != after else { return nil }
    let minutes = (after - before) / 60
    return
      "The clocks there go \(minutes > 0 ? "forward" : "back") by \(abs(minutes)) minutes before "
      + "the last planned message; each goes by the clock of its day."
  }
}
