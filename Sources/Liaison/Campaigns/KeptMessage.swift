import FoundationEssentials
import Mail
import Scheduling
import Templating

/// What a message takes from outside the approved content: kept with a sent attempt, so that its
/// very bytes can be shown again whatever is changed in the contact or the settings later.
struct KeptMessage: Codable, Hashable, Sendable {
  let values: [String: TemplateValue]
  let from: EmailAddress
  let fromName: String
  let replyTo: EmailAddress?
  let to: EmailAddress
  let toName: String?
  /// How far the clock of the Date line is ahead of UTC.
  let offsetSeconds: Int
  /// The region whose ways of writing numbers and dates the reader is used to.
  let formatRegion: String?

  init(
    _ merge: MergeValues, contact: ContactRecord, sender: SenderAccount, zone: Zone, at now: Instant
  ) throws(EmailAddressError) {
    values = merge.values
    from = sender.address
    fromName = sender.name
    replyTo = sender.replyTo
    to = try EmailAddress(contact.address)
    toName = contact.personName
    offsetSeconds = zone.offset(at: now.seconds)
    formatRegion = contact.formatRegion
  }

  /// Reads what was kept with a sent attempt; nil where it cannot be read.
  init?(json: String) {
    guard let kept = try? JSONDecoder().decode(KeptMessage.self, from: Data(json.utf8)) else {
      return nil
    }
    self = kept
  }

  /// The form in which it is kept.
  func json() -> String {
    JSONText.object { text in
      text.add("formatRegion", formatRegion)
      text.add("from", from.description)
      text.add("fromName", fromName)
      text.add("offsetSeconds", offsetSeconds)
      text.add("replyTo", replyTo?.description)
      text.add("to", to.description)
      text.add("toName", toName)
      text.add("values", values)
    }
  }
}
