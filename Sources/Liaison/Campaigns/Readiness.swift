import Scheduling
import Templating

/// Whether a contact can be enrolled, judged by writing all of its messages.
enum Readiness {
  /// Everything is there; the first touch goes as planned.
  case ready(language: LanguageTag, sender: String, first: PlannedSend)
  /// Something must be mended first; every reason, not just the first.
  case held(language: LanguageTag, sender: String, reasons: [String])
}

extension CampaignBench {
  /// Judges a contact for a launch at `now`.
  ///
  /// - Parameter absence: When the person is back and may be written to again, who is away.
  func readiness(
    of contact: ContactRecord, at now: Instant, absence: (back: CivilDate, until: Instant)?,
    overridden: Set<String>
  ) -> Readiness {
    let language = campaign.language(for: contact)
    let sender = senderID(for: contact)
    var reasons: [String] = []
    var first: PlannedSend?
    var hours: MeetingHours?
    do throws(CompositionError) {
      let zone = try zone(of: contact)
      let schedule = schedule(for: contact)
      hours = schedule.meetingHours(in: zone)
      first =
        absence.map {
          schedule.replanned(
            step: 1, contactID: contact.id, zone: zone, after: nil, from: max(now, $0.until),
            because: .absence(back: $0.back))
        } ?? schedule.firstTouch(contactID: contact.id, zone: zone, from: now)
      if first == nil { reasons.append(whyNever(step: 1, to: contact)) }
    } catch {
      reasons.append(error.description)
    }
    reasons += contentReasons(contact, hours, language, sender, now, overridden)
    guard reasons.isEmpty, let first else {
      return .held(language: language, sender: sender, reasons: reasons)
    }
    return .ready(language: language, sender: sender, first: first)
  }

  /// What is wrong with the contact's messages, over all steps, each thing once.
  private func contentReasons(
    _ contact: ContactRecord, _ hours: MeetingHours?, _ language: LanguageTag, _ sender: String,
    _ now: Instant, _ overridden: Set<String>
  ) -> [String] {
    var missing: [String] = []
    var reasons: [String] = []
    var earlier: [EarlierAttempt] = []
    for (index, step) in campaign.steps.enumerated() {
      let id = messageID(contact: contact, sender: sender, step: index + 1)
      var subject = ""
      do throws(CompositionError) {
        let message = try compose(
          CompositionRequest(
            contact: contact, language: language, step: index + 1, messageID: id,
            earlier: earlier, instant: now, hours: hours), sender: sender)
        subject = message.subject
        if let warning = message.sizeWarning {
          sizeWarnings["step \(index + 1) in \(language)"] = warning
        }
        for finding in objections(
          to: message, step: index + 1, language: language, overridden: overridden)
        {
          reasons.append("step \(index + 1): \(finding.rule) at \"\(finding.match)\"")
        }
      } catch .missing(let names) {
        missing += names.filter { !missing.contains($0) }
      } catch {
        if !reasons.contains(error.description) { reasons.append(error.description) }
      }
      earlier.append(
        EarlierAttempt(
          step: index + 1, emphasis: step.emphasis.description, messageID: id, subject: subject))
    }
    if !missing.isEmpty { reasons.append(CompositionError.sentence(missing: missing)) }
    return reasons
  }
}
