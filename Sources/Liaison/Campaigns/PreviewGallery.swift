import Mail
import Scheduling
import Templating

/// Every step of a campaign in every language, each written for somebody who reads it.
public struct PreviewGallery: Sendable {
  /// One message.
  public struct Entry: Sendable {
    /// The step, from 1.
    public let step: Int
    /// What the step stresses.
    public let emphasis: String
    /// The language's tag.
    public let language: String
    /// For whom it is written: a contact of the segment, or somebody made up.
    public let reader: String
    /// The message, or nil where it cannot be written.
    public let message: Message?
    /// Why it cannot be written, or what would hold it back.
    public let faults: [String]
  }

  /// What of a message is looked at.
  public struct Message: Sendable {
    /// The subject.
    public let subject: String
    /// The text part.
    public let text: String
    /// The HTML part; empty for a message of plain text.
    public let html: String
    /// What to say of its size, or nil.
    public let sizeWarning: String?
  }

  /// The campaign's name.
  public let campaign: String
  /// Whether this is the content of a launch, and not the files as they are.
  public let isApproved: Bool
  /// In the order of the steps, and of the languages for each.
  public internal(set) var entries: [Entry] = []
}

extension PreviewDesk {
  /// Every step of a campaign in every language.
  ///
  /// Each language is read by the first contact of the segment who would get it, else by the first
  /// contact there is, else by somebody made up.
  public func gallery(campaign name: String, at now: Instant) throws -> PreviewGallery {
    let record = try store.campaign(named: name)
    let bench = try bench(name, record)
    let overridden = try record.map { try benches.overrides(campaignID: $0.id) } ?? []
    let readers = try readers(of: bench, at: now)
    var gallery = PreviewGallery(campaign: name, isApproved: record != nil)
    for step in 1...bench.campaign.steps.count {
      for language in bench.campaign.languages {
        let reader = readers[language] ?? readers.first?.value ?? Self.nobody
        gallery.entries.append(
          entry(bench, reader, step: step, language: language, overridden, at: now))
      }
    }
    return gallery
  }

  /// The first contact in the segment for each language.
  private func readers(
    of bench: CampaignBench, at now: Instant
  ) throws -> [LanguageTag: ContactRecord] {
    var readers: [LanguageTag: ContactRecord] = [:]
    let clock = FilterClock(now: now, home: bench.homeZone)
    try store.forEachContact(in: (bench.campaign.definition.segment, clock)) { contact in
      guard readers.count < bench.campaign.languages.count else { return }
      let language = bench.campaign.language(for: contact)
      if readers[language] == nil { readers[language] = contact }
    }
    return readers
  }

  private func entry(
    _ bench: CampaignBench, _ reader: ContactRecord, step: Int, language: LanguageTag,
    _ overridden: Set<String>, at now: Instant
  ) -> PreviewGallery.Entry {
    var message: PreviewGallery.Message?
    var faults: [String]
    do throws(CompositionError) {
      let written = try bench.preview(
        contact: reader, sender: bench.senderID(for: reader), language: language, step: step,
        at: now, sent: [])
      faults = bench.objections(
        to: written, step: step, language: language, overridden: overridden
      ).map { "\($0.rule): \($0.message) (“\($0.match)”)" }
      message = .init(
        subject: written.subject, text: written.text, html: written.outgoing.pageWithImages,
        sizeWarning: written.sizeWarning)
    } catch {
      faults = [error.description]
    }
    return PreviewGallery.Entry(
      step: step, emphasis: bench.campaign.steps[step - 1].emphasis.description,
      language: language.description,
      reader: "\(reader.displayName) <\(reader.address)>", message: message, faults: faults)
  }

  /// Who reads where nobody is in the segment.
  private static let nobody = ContactRecord(
    id: "", address: "alex@example.com", addressKey: "alex@example.com", firstName: "Alex",
    lastName: "Example", prospect: "Example", kind: "creator", fields: [:],
    updatedAt: Instant(seconds: 0), tags: [])
}
