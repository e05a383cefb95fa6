import Mail
import Scheduling
import Templating
import Tone

/// A campaign's content, senders and clock laid out together: what writing its messages and
/// judging its contacts takes.
final class CampaignBench {
  let campaign: CompiledCampaign
  private let identity: MessageIdentity
  private var gate: Gate
  let homeZone: Zone
  private let senders: [String: SenderAccount]
  private let calendars: WorkspaceCalendars
  private let places: ContactZones
  private let meetings: MeetingOffer
  /// What to say of messages that are nearly too large, by step and language.
  var sizeWarnings: [String: String] = [:]
  private var composers: [String: MessageComposer] = [:]
  private var schedules: [Place: CampaignSchedule] = [:]

  init(
    campaign: CompiledCampaign, workspace: Workspace, workspaceID: String, zones: ZoneDatabase,
    calendars: WorkspaceCalendars, homeZone: Zone, linter: Linter
  ) {
    self.campaign = campaign
    self.calendars = calendars
    identity = MessageIdentity(workspaceID: workspaceID, campaign: campaign.name)
    gate = Gate(linter: linter)
    places = ContactZones(zones)
    self.homeZone = homeZone
    meetings = MeetingOffer(
      workspace.configuration, zone: homeZone, calendars: calendars,
      blackouts: campaign.definition.blackouts ?? [])
    senders = Dictionary(
      workspace.configuration.senders.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
  }

  /// When the campaign's steps go to a contact: by the contact's window and closed days.
  ///
  /// Writing a message never asks for it, so that one may be written ahead meanwhile.
  func schedule(for contact: ContactRecord) -> CampaignSchedule {
    let place = Place(country: contact.country, kind: contact.kind, window: contact.window)
    if let known = schedules[place] { return known }
    let definition = campaign.definition
    let window = WindowChoice(
      contact: contact.window, kind: contact.kind, country: contact.country,
      windows: definition.windows ?? CampaignWindows(definition.window),
      holidays: calendars.holidays)
    let schedule = CampaignSchedule(
      campaign: campaign.name, window: window, cadence: campaign.cadence,
      closed: calendars.closedDays(
        country: contact.country, blackouts: definition.blackouts ?? []),
      weekend: calendars.weekend(country: contact.country), end: definition.end)
    schedules[place] = schedule
    return schedule
  }

  /// Whether the holidays of a country are known, by rule or from a calendar of the team's own.
  func knowsHolidays(of country: String) -> Bool {
    calendars.holidays.market(country) != nil
      || calendars.files.contains { $0.country?.code == country }
  }

  /// What the schedule of a contact depends on.
  private struct Place: Hashable {
    let country: String?
    let kind: String
    let window: SendWindow?
  }

  /// The sender of a contact, the same one every time.
  func senderID(for contact: ContactRecord) -> String {
    let ids = campaign.definition.senders
    if ids.count == 1 { return ids[0] }
    let share = StableHash.seed("sender", campaign.name, contact.id) % UInt64(ids.count)
    return ids[Int(share)]
  }

  /// The contact's zone, or why there is none; with alternatives where several come in question.
  func zone(of contact: ContactRecord) throws(CompositionError) -> Zone {
    try places.zone(of: contact)
  }

  /// Where the contact's zone was found: written down, else inferred from what else is known.
  func zoneFinding(of contact: ContactRecord) throws(CompositionError) -> ZoneFinding {
    try places.finding(of: contact)
  }

  /// Why a step can never go to a contact, as a sentence without a full stop.
  func whyNever(step: Int, to contact: ContactRecord) -> String {
    let schedule = schedule(for: contact)
    return schedule.hasEnd ? schedule.whyNever(step: step) : neverOpens(for: contact)
  }

  /// What to say of a contact for whom the window never opens.
  func neverOpens(for contact: ContactRecord) -> String {
    guard let found = try? zoneFinding(of: contact), found.zones.count > 1 else {
      return "the window never opens there; see the campaign's 'window'"
    }
    return "the window, and 08:00-20:00, have under an hour in common in \(found.zonesText) "
      + "(\(found.detail)); import a 'timezone', 'city' or 'region'"
  }

  /// The Message-ID of a step for a contact.
  func messageID(contact: ContactRecord, sender: String, step: Int) -> String {
    identity.messageID(
      contactID: contact.id, step: step, domain: senders[sender]?.address.domain ?? "invalid")
  }

  /// Writes a message.
  func compose(
    _ request: CompositionRequest, sender id: String
  ) throws(CompositionError) -> ComposedMessage {
    guard let sender = senders[id] else {
      throw .faulty("the sender '\(id)' is not in liaison.json5 any more")
    }
    // Used where it lies: a copy would copy its renderers with every message.
    return try composers[
      id,
      default: MessageComposer(
        campaign: campaign, sender: sender, homeZone: homeZone, meetings: meetings)
    ].compose(request)
  }

  /// The very message that was sent, written again from what was kept of it.
  func message(sentAs past: PastAttempt) throws(CompositionError) -> ComposedMessage {
    guard let kept = KeptMessage(json: past.merge) else {
      throw .faulty("what was kept of it cannot be read")
    }
    return try compose(
      CompositionRequest(
        contact: past.attempt.contact, language: past.attempt.language, step: past.attempt.step,
        messageID: past.attempt.messageID, earlier: past.attempt.earlier, instant: past.datedAt,
        kept: kept), sender: past.sender)
  }

  /// Writes a step's message; steps before it that were not yet `sent` are written first, since
  /// the thread and the "Re:" come from them.
  func preview(
    contact: ContactRecord, sender: String, language: LanguageTag, step: Int, at instant: Instant,
    sent: [EarlierAttempt]
  ) throws(CompositionError) -> ComposedMessage {
    let hours = (try? zone(of: contact)).map { self.schedule(for: contact).meetingHours(in: $0) }
    var earlier: [EarlierAttempt] = []
    for number in 1..<max(step, 1) {
      if let known = sent.first(where: { $0.step == number }) {
        earlier.append(known)
        continue
      }
      let id = messageID(contact: contact, sender: sender, step: number)
      let message = try compose(
        CompositionRequest(
          contact: contact, language: language, step: number, messageID: id, earlier: earlier,
          instant: instant, hours: hours), sender: sender)
      earlier.append(
        EarlierAttempt(
          step: number, emphasis: campaign.steps[number - 1].emphasis.description, messageID: id,
          subject: message.subject))
    }
    return try compose(
      CompositionRequest(
        contact: contact, language: language, step: step,
        messageID: messageID(contact: contact, sender: sender, step: step), earlier: earlier,
        instant: instant, hours: hours), sender: sender)
  }

  /// What the tone gate says against a message.
  func objections(
    to message: ComposedMessage, step: Int, language: LanguageTag, overridden: Set<String>
  ) -> [Finding] {
    gate.objections(
      to: message, step: step, language: language.description, overridden: overridden)
  }
}
