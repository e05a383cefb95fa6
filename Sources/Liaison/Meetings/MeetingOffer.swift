import Mail
import Scheduling
import Templating

/// The times that a message offers to talk at: `{{#meeting_slots}}`.
struct MeetingOffer: Sendable {
  /// The name of the section in templates.
  static let name = "meeting_slots"
  /// The names that there are within the section.
  static let names = ["their_time", "our_time", "link"].map { "\(name).\($0)" }

  private let settings: MeetingSettings
  private let ours: MeetingHours
  /// Who takes the meetings, where that is not whoever writes.
  private let host: SenderAccount?

  /// What a team offers, outside of its holidays and of a campaign's black-outs.
  init(
    _ configuration: WorkspaceConfiguration, zone: Zone, calendars: WorkspaceCalendars,
    blackouts: [DateSpan]
  ) {
    settings = configuration.meetings
    let country = configuration.country?.code
    ours = MeetingHours(
      window: settings.hours, zone: zone,
      weekend: calendars.weekend(country: country),
      closed: calendars.closedDays(country: country, blackouts: blackouts))
    host = settings.sender.flatMap(configuration.sender)
  }

  /// The times for a person; an empty list where none is found, or where no hours are known.
  func values(
    for theirs: MeetingHours?, language: LanguageTag, region: String?, sender: SenderAccount,
    after instant: Instant
  ) -> TemplateValue {
    guard let theirs else { return .list([]) }
    let search = MeetingSearch(theirs: theirs, ours: ours, minutes: settings.minutes)
    let words = MeetingWords(for: language)
    let text = MomentText(language: language, region: region)
    let linkText = MomentText(language: words.language, region: region)
    let host = host ?? sender
    return .list(
      search.times(settings.slots, after: instant).map { time in
        let answer = linkText.text(time.lowerBound, in: theirs.zone)
        return [
          "their_time": .string(text.text(time.lowerBound, in: theirs.zone)),
          "our_time": .string(text.text(time.lowerBound, in: ours.zone)),
          "link": .string(
            MailtoAddress(
              host.replyTo ?? host.address, subject: words.subject(answer),
              body: words.sentence(answer)
            ).description),
        ]
      })
  }
}

extension MomentText {
  /// Writes an instant as a zone's clock shows it.
  func text(_ instant: Instant, in zone: Zone) -> String {
    let offset = zone.offset(at: instant.seconds)
    return text(localSeconds: instant.seconds + Int64(offset), zone: zone.name, offset: offset)
  }
}
