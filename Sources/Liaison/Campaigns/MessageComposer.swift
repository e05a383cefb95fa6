import Mail
import Scheduling
import Templating

/// A message written for one contact, with the parts that it was built from.
struct ComposedMessage: Sendable {
  let envelope: Envelope
  let subject: String
  let text: String
  let html: String
  /// What to say of an HTML part near the size at which mailboxes cut it, or nil.
  let sizeWarning: String?
  /// The message before it became bytes.
  let outgoing: OutgoingMessage
  let kept: KeptMessage
}

/// What a message must be written for: who, which step, and where it stands in its thread.
struct CompositionRequest: Sendable {
  let contact: ContactRecord
  let language: LanguageTag
  let step: Int
  let messageID: String
  let earlier: [EarlierAttempt]
  /// The instant of the Date line.
  let instant: Instant
  /// When the contact can talk; nil where that is not known.
  var hours: MeetingHours?
  /// What was kept of a message that was sent; it stands in place of the contact as it is now.
  var kept: KeptMessage?
}

/// Why a message could not be written.
enum CompositionError: Error, CustomStringConvertible {
  /// Names without a value; all of them.
  case missing([String])
  /// Anything else about the content or the address.
  case faulty(String)

  var description: String {
    switch self {
    case .missing(let names): Self.sentence(missing: names)
    case .faulty(let reason): reason
    }
  }
}

extension CompositionError {
  /// Names what is missing; a greeting is made of other columns, so those are named with it.
  static func sentence(missing names: [String]) -> String {
    let words = names.map {
      $0 == "salutation" ? "salutation (from first_name, full_name or salutation)" : $0
    }
    return "no value for \(words.joined(separator: ", "))"
  }
}

/// Writes a campaign's messages: the same code, hence the same bytes, for preview and sending.
struct MessageComposer {
  let campaign: CompiledCampaign
  let sender: SenderAccount
  /// The zone of the Date line.
  let homeZone: Zone
  private let meetings: MeetingOffer
  private var offering: [Place: Bool] = [:]
  private var writers: [LanguageTag: Writer] = [:]

  /// What all messages of a language have in common.
  private struct Writer {
    let renderer: MessageRenderer
    let facts: [String: TemplateValue]
  }

  private struct Place: Hashable {
    let step: Int
    let language: LanguageTag
  }

  init(campaign: CompiledCampaign, sender: SenderAccount, homeZone: Zone, meetings: MeetingOffer) {
    self.campaign = campaign
    self.sender = sender
    self.homeZone = homeZone
    self.meetings = meetings
  }

  /// Writes the message for a step.
  mutating func compose(_ request: CompositionRequest) throws(CompositionError) -> ComposedMessage {
    guard let template = campaign.template(step: request.step, language: request.language) else {
      throw .faulty("the campaign has no step \(request.step)")
    }
    let attachments = request.step == 1 ? [campaign.kit].compactMap { $0 } : []
    let kept =
      if let kept = request.kept { kept } else {
        try keep(request, template, isKitAttached: !attachments.isEmpty)
      }
    let rendered = try render(template, kept, request.language)
    let subject = try subject(of: rendered, request)
    do {
      let message = try OutgoingMessage(
        from: Mailbox(name: kept.fromName, address: kept.from),
        replyTo: kept.replyTo.map { try Mailbox(name: nil, address: $0) },
        to: Mailbox(name: kept.toName, address: kept.to),
        subject: subject,
        date: request.instant.seconds,
        dateOffsetSeconds: kept.offsetSeconds,
        messageID: MessageID(request.messageID),
        inReplyTo: request.earlier.last.map { try MessageID($0.messageID) },
        references: request.earlier.map { try MessageID($0.messageID) },
        listUnsubscribe: ListUnsubscribe(
          address: campaign.brand.optOutAddress.map { try EmailAddress($0) } ?? kept.from,
          subject: "unsubscribe \(kept.to.description)"),
        language: request.language.description,
        text: rendered.text, html: rendered.html,
        attachments: attachments, images: images(in: rendered.html))
      // The Message-ID's own part is hexadecimal and unlike any other; the time sorts the files.
      let unique = request.messageID.dropFirst().prefix { $0 != "@" }
      let envelope = Envelope(
        from: kept.from, to: kept.to, message: message.bytes(),
        name: "\(request.instant.seconds).\(unique)")
      return ComposedMessage(
        envelope: envelope, subject: subject, text: rendered.text, html: rendered.html,
        sizeWarning: rendered.sizeWarning, outgoing: message, kept: kept)
    } catch {
      throw .faulty("\(error)")
    }
  }

  /// The images that go along: the logo where it is shown.
  private func images(in html: String) -> [Attachment] {
    guard let logo = campaign.logo, let id = logo.contentID else { return [] }
    // Over bytes, since this is done for each message and `contains` takes ten times as long.
    let needle = Array("cid:\(id)".utf8)
    var html = html
    let isShown = html.withUTF8 { page in
      page.indices.dropLast(needle.count - 1).contains { index in
        page[index] == needle[0] && page[index...].starts(with: needle)
      }
    }
    return isShown ? [logo] : []
  }

  /// Gathers what the message takes from contact, settings and clock.
  private mutating func keep(
    _ request: CompositionRequest, _ template: MessageTemplate, isKitAttached: Bool
  ) throws(CompositionError) -> KeptMessage {
    let merge = MergeValues(
      contact: request.contact, brand: campaign.brand, sender: sender,
      language: request.language, formality: try formality(of: request.contact, template),
      kit: campaign.definition.kit, isKitAttached: isKitAttached, meetings: meetingTimes(request))
    do {
      return try KeptMessage(
        merge, contact: request.contact, sender: sender, zone: homeZone, at: request.instant)
    } catch {
      throw .faulty("\(error)")
    }
  }

  /// The times to talk at, where the step offers any.
  private mutating func meetingTimes(_ request: CompositionRequest) -> TemplateValue? {
    let place = Place(step: request.step, language: request.language)
    let offers =
      offering[place] ?? campaign.offersMeetings(step: request.step, language: request.language)
    offering[place] = offers
    guard offers else { return nil }
    return meetings.values(
      for: request.hours, language: request.language, region: request.contact.formatRegion,
      sender: sender, after: request.instant)
  }

  /// How a contact is greeted: by a column of its own, else by the template, else by the kind.
  private func formality(
    of contact: ContactRecord, _ template: MessageTemplate
  ) throws(CompositionError) -> Formality {
    if let word = contact.fields["formality"] {
      if let own = Formality(rawValue: word.lowercased()) { return own }
      throw .faulty("the column 'formality' says '\(word)': write formal or informal")
    }
    return template.formality ?? ProspectKind(rawValue: contact.kind)?.formality ?? .formal
  }

  private mutating func render(
    _ template: MessageTemplate, _ kept: KeptMessage, _ language: LanguageTag
  ) throws(CompositionError) -> RenderedMessage {
    let writer: Writer
    if let known = writers[language] {
      writer = known
    } else {
      let definition = campaign.definition
      writer = Writer(
        renderer: MessageRenderer(
          partials: campaign.blocks(for: language), language: language, style: campaign.style,
          links: definition.links ?? .inline,
          format: definition.plainText == true ? .text : .html),
        facts: campaign.facts(for: language))
      writers[language] = writer
    }
    let values =
      writer.facts.isEmpty ? kept.values : kept.values.merging(writer.facts) { $1 }
    do throws(RenderError) {
      return try writer.renderer.render(template, values: values, region: kept.formatRegion)
    } catch .missing(let names) {
      var seen: Set<String> = []
      let words = names.map { name in name.fault.map { "\(name.name) (\($0))" } ?? name.name }
      throw .missing(words.filter { seen.insert($0).inserted })
    } catch {
      throw .faulty("\(error)")
    }
  }

  /// A follow-up without a subject of its own answers the first touch's.
  private func subject(
    of rendered: RenderedMessage, _ request: CompositionRequest
  ) throws(CompositionError) -> String {
    if let own = rendered.subject { return own }
    guard let first = request.earlier.first else {
      throw .faulty("the first step needs a subject")
    }
    return "Re: \(first.subject)"
  }
}
