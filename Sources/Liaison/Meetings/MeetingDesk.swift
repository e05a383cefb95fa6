import Mail
import Scheduling
import Templating

/// An invitation to a meeting that was agreed on, ready to be attached to an answer.
public struct Invitation: Sendable, Codable {
  /// Who is invited.
  public let address: String
  /// How lists name the person.
  public let name: String
  /// The id of the sender who invites.
  public let sender: String
  /// What calendars tell the meeting by; the same for the same person and time, always.
  public let id: String
  /// When it begins.
  public let begins: Instant
  /// When it ends.
  public let ends: Instant
  /// The beginning on their clock, in their language; nil where their zone is not known for sure.
  public let theirTime: String?
  /// The beginning on our clock, in their language.
  public let ourTime: String
  /// What speaks against that time, such as a holiday, a sentence each without a full stop.
  public let doubts: [String]
  /// The file: text/calendar, `method=REQUEST`, in UTF-8 (RFC 5545).
  public let calendar: String
}

/// Why there is no invitation.
public enum InvitationError: Error, Hashable, CustomStringConvertible {
  /// The clocks skip that time.
  case skipped(date: CivilDate, zone: String)
  /// It is over.
  case past(Instant)
  /// It is not known by which clock they live.
  case unknownZone(String)
  /// There is nobody to invite in whose name.
  case noSender(String)
  /// The contact has no address that mail can be sent to.
  case address(String)

  /// What is wrong and what to do.
  public var description: String {
    switch self {
    case .skipped(let date, let zone):
      "the clocks in \(zone) skip that time on \(date); name another"
    case .past(let instant): "\(instant) is past already; name a time that is still to come"
    case .unknownZone(let reason): "\(reason); or name the time on our clock, with --zone ours"
    case .noSender(let name):
      "the sender '\(name)' is not in liaison.json5; name one as 'sender' of 'meetings'"
    case .address(let reason): reason
    }
  }
}

/// Whose clock a time is read on.
public enum MeetingClock: String, CaseIterable, Sendable {
  /// The contact's.
  case theirs
  /// The team's, which is the workspace's `timeZone`.
  case ours
}

/// Writes invitations to meetings.
public struct MeetingDesk {
  private let workspace: Workspace
  private let store: Store
  private let homeZone: Zone
  private let zones: ContactZones
  private let calendars: WorkspaceCalendars

  /// A desk over a workspace and its open store.
  public init(workspace: Workspace, store: Store, zones: ZoneDatabase) throws {
    self.workspace = workspace
    self.store = store
    self.zones = ContactZones(zones)
    homeZone = try workspace.homeZone(in: zones)
    calendars = try WorkspaceCalendars(of: workspace)
  }

  /// The invitation of a contact to a meeting at a date and minute of a clock.
  ///
  /// The file is written in the contact's zone, or in ours where theirs is not known for sure.
  /// - Throws: `InvitationError`.
  public func invitation(
    for contact: ContactRecord, on date: CivilDate, minute: Int, clock: MeetingClock,
    at now: Instant
  ) throws -> Invitation {
    let theirs = knownZone(of: contact)
    let zone =
      switch clock {
      case .ours: homeZone
      case .theirs: try theirs.get()
      }
    guard let begins = zone.instant(of: date, minute: minute) else {
      throw InvitationError.skipped(date: date, zone: zone.name)
    }
    guard begins > now else { throw InvitationError.past(begins) }
    let settings = workspace.configuration.meetings
    let time = begins..<begins.adding(seconds: Int64(settings.minutes) * 60)
    let known = try? theirs.get()
    let sender = try sender(for: contact)
    let id = try id(of: contact, sender, begins)
    let text = MomentText(
      language: MeetingWords(for: contact.language ?? .english).language,
      region: contact.formatRegion)
    let theirTime = known.map { text.text(begins, in: $0) }
    let ourTime = text.text(begins, in: homeZone)
    let file = InvitationFile(
      id: id, time: time, zone: known ?? homeZone,
      summary: "\(workspace.configuration.brand.name) – \(contact.displayName)",
      details: [theirTime, ourTime].compactMap { $0 }.joined(separator: "\n"),
      organizer: (sender.name, sender.address),
      attendee: (contact.displayName, try address(of: contact)), stamp: now)
    return Invitation(
      address: contact.address, name: contact.displayName, sender: sender.id, id: id,
      begins: time.lowerBound, ends: time.upperBound, theirTime: theirTime, ourTime: ourTime,
      doubts: doubts(about: begins, contact, known), calendar: file.text)
  }

  /// The contact's zone where there is no doubt which one it is.
  private func knownZone(of contact: ContactRecord) -> Result<Zone, InvitationError> {
    do throws(CompositionError) {
      let finding = try zones.finding(of: contact)
      guard finding.zones.count == 1 else {
        return .failure(
          .unknownZone(
            "they may be in \(finding.zonesText) (\(finding.detail)); import a 'timezone', 'city' or "
              + "'region'"))
      }
      return .success(try zones.zone(of: contact))
    } catch {
      return .failure(.unknownZone(error.description))
    }
  }

  /// Who takes the meetings, else who wrote to the person, else the first of all.
  private func sender(for contact: ContactRecord) throws -> SenderAccount {
    let configuration = workspace.configuration
    let name = try configuration.meetings.sender ?? store.sender(of: contact.id)
    guard let name else {
      if let first = configuration.senders.first { return first }
      throw InvitationError.noSender("")
    }
    guard let sender = configuration.sender(name) else { throw InvitationError.noSender(name) }
    return sender
  }

  private func address(of contact: ContactRecord) throws(InvitationError) -> EmailAddress {
    do {
      return try EmailAddress(contact.address)
    } catch {
      throw .address("\(error)")
    }
  }

  /// Derived, so that the same invitation written twice is one event in a calendar.
  private func id(
    of contact: ContactRecord, _ sender: SenderAccount, _ begins: Instant
  ) throws -> String {
    let seed = ["meeting", try store.workspaceID(), contact.id, "\(begins.seconds)"]
      .joined(separator: "\u{0}")
    return "\(SHA256.hex(Array(seed.utf8)).prefix(32))@\(sender.address.domain)"
  }

  private func doubts(
    about begins: Instant, _ contact: ContactRecord, _ theirs: Zone?
  ) -> [String] {
    let sides = [
      ("theirs", contact.country, theirs),
      ("ours", workspace.configuration.country?.code, homeZone),
    ]
    return sides.compactMap { whose, country, zone in
      guard let zone else { return nil }
      return calendars.closedDays(country: country, blackouts: [])
        .name(on: LocalTime(begins, in: zone).date).map { "a day off of \(whose): \($0)" }
    }
  }
}
