import Scheduling

/// What became of somebody's sequences because they are away.
public struct RecordedAbsence: Hashable, Sendable, Codable {
  /// A step that goes later because of it.
  public struct Moved: Hashable, Sendable, Codable {
    /// In which campaign.
    public let campaign: String
    /// Which step.
    public let step: Int
    /// When it goes now; nil where the campaign is over by then, and its sequence ends.
    public let instant: Instant?
  }

  /// Who is away.
  public let address: String
  /// How lists name the person.
  public let name: String
  /// When they are back.
  public let back: CivilDate
  /// From when on they may be written to: the second working day after that.
  public let writtenFrom: Instant
  /// The steps that were moved.
  public let moved: [Moved]
}

/// Why an absence cannot be recorded.
public enum AbsenceError: Error, Hashable, CustomStringConvertible {
  /// The date is past already, or too far ahead to be meant.
  case date(CivilDate, today: CivilDate)

  /// What is wrong and what to do.
  public var description: String {
    switch self {
    case .date(let date, let today):
      date < today
        ? "\(date) is past already; name the date on which the person is back"
        : "\(date) is more than two years ahead; suppress the address, or name a nearer date"
    }
  }
}

extension SendDesk {
  /// Notes that somebody is away, and moves what waits for them to the second working day after
  /// the date on which they are back.
  ///
  /// Working days are those of the recipient's country. It counts as no answer.
  /// - Throws: `AbsenceError`.
  public func absent(
    _ contact: ContactRecord, until back: CivilDate, by who: String, at now: Instant
  ) throws -> RecordedAbsence {
    let zone = benches.clock(of: contact)
    let today = LocalTime(now, in: zone).date
    guard back >= today, back <= today.adding(days: 731) else {
      throw AbsenceError.date(back, today: today)
    }
    let market = contact.country.flatMap { Holidays.shipped.market($0) }
    let days =
      market?.workingDays ?? WorkingDays(weekend: [.saturday, .sunday], closed: { _ in false })
    let from = zone.start(of: days.day(2, after: back) ?? back.adding(days: 2))
    return try store.connection.write {
      try store.recordAbsence(of: contact, back: back, until: from, by: who, at: now)
      let moved = try store.waitingAttempts(contactID: contact.id).filter { $0.dueAt < from }
        .map { attempt in
          RecordedAbsence.Moved(
            campaign: attempt.campaign, step: attempt.step,
            instant: try move(attempt, back: back, from: from, zone: zone, at: now))
        }
      return RecordedAbsence(
        address: contact.address, name: contact.displayName, back: back, writtenFrom: from,
        moved: moved)
    }
  }

  private func move(
    _ attempt: AttemptRecord, back: CivilDate, from: Instant, zone: Zone, at now: Instant
  ) throws -> Instant? {
    let bench = try benches.bench(
      campaignID: attempt.campaignID, name: attempt.campaign, revision: attempt.revision)
    let schedule = bench.schedule(for: attempt.contact)
    let planned = schedule.replanned(
      step: attempt.step, contactID: attempt.contact.id, zone: zone,
      after: attempt.bounds.lastSent, from: from, because: .absence(back: back))
    guard let planned else {
      try store.finish(
        attempt.enrollmentID, because: schedule.whyNever(step: attempt.step), at: now)
      return nil
    }
    try store.move([AttemptMove(attemptID: attempt.id, from: attempt.dueAt, planned: planned)])
    return planned.instant
  }
}

extension BenchCache {
  /// The clock that a contact lives by, or the team's own where it is not known.
  func clock(of contact: ContactRecord) -> Zone {
    guard let name = contact.timeZone, let known = try? TimeZoneName(name, in: zones),
      let zone = try? zones.zone(known)
    else { return rules.home }
    return zone
  }
}
