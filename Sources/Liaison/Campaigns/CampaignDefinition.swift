import Scheduling
import Templating

/// A campaign as its file describes it: who is written to, by whom, when, and with which steps.
public struct CampaignDefinition: Codable, Hashable, Sendable {
  /// How the brand kit goes with the first touch.
  public enum KitDelivery: String, Codable, CaseIterable, Sendable {
    /// As an attachment.
    case attach
    /// As a link in the text, by `{{kit_link}}`.
    case link
    /// Not at all.
    case none
  }

  /// One step: a template and, but for the first, the days since the step before.
  public struct Step: Codable, Hashable, Sendable {
    /// The template's path below `templates/`, without a language: `creators/1-brand-story.md`.
    public let template: String
    /// The days since the step before was sent; 3 to 5 where nothing is said.
    public let gap: Gap?

    private enum CodingKeys: String, CodingKey, CaseIterable { case template, gap }

    /// Reads one entry of `steps`: the gap is a number of days or a pair, `4` or `[3, 5]`.
    public init(from decoder: any Decoder) throws {
      try decoder.refuseUnknownKeys(CodingKeys.self)
      let container = try decoder.container(keyedBy: CodingKeys.self)
      template = try container.text(.template)
      guard container.contains(.gap) else {
        gap = nil
        return
      }
      let days =
        try (try? container.decode(Int.self, forKey: .gap)).map { [$0] }
        ?? container.decode([Int].self, forKey: .gap)
      guard let first = days.first, let last = days.last, days.count <= 2, first <= last else {
        throw DecodingError.dataCorruptedError(
          forKey: .gap, in: container,
          debugDescription: "'gap' is a number of days or a pair such as [3, 5]")
      }
      do {
        gap = try Gap(days: first...last)
      } catch {
        throw DecodingError.dataCorruptedError(
          forKey: .gap, in: container, debugDescription: "\(error)")
      }
    }

    /// Writes the step back as its file has it.
    public func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(template, forKey: .template)
      if let gap { try container.encode([gap.days.lowerBound, gap.days.upperBound], forKey: .gap) }
    }
  }

  /// The language of files without a language in their name, and of contacts whose own language
  /// has no variant.
  public let language: LanguageTag
  /// The ids of the senders; contacts are shared out among them.
  public let senders: [String]
  /// Who is written to.
  public let segment: Segment
  /// The hours in which a recipient may be written to, on their own clock.
  public let window: SendWindow
  /// How the brand kit goes with the first touch.
  public let kit: KitDelivery
  /// The sequence, one to four steps.
  public let steps: [Step]

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case language, senders, segment, window, kit, steps
  }

  /// Reads a campaign's file; an unknown key is an error.
  public init(from decoder: any Decoder) throws {
    try decoder.refuseUnknownKeys(CodingKeys.self)
    let container = try decoder.container(keyedBy: CodingKeys.self)
    language = try container.decode(LanguageTag.self, forKey: .language)
    senders = try container.decode([String].self, forKey: .senders)
    segment = try container.decodeIfPresent(Segment.self, forKey: .segment) ?? Segment()
    window = try container.decode(SendWindow.self, forKey: .window)
    let kitWord = try container.decodeIfPresent(String.self, forKey: .kit) ?? "attach"
    guard let kit = KitDelivery(rawValue: kitWord) else {
      throw DecodingError.dataCorruptedError(
        forKey: .kit, in: container,
        debugDescription: "'\(kitWord)' is not one of attach, link, none")
    }
    self.kit = kit
    steps = try container.decode([Step].self, forKey: .steps)
    guard !senders.isEmpty else {
      throw DecodingError.dataCorruptedError(
        forKey: .senders, in: container, debugDescription: "a campaign needs at least one sender")
    }
    guard (1...4).contains(steps.count) else {
      throw DecodingError.dataCorruptedError(
        forKey: .steps, in: container,
        debugDescription: "a campaign has one to four steps, this one has \(steps.count)")
    }
    if steps[0].gap != nil {
      throw DecodingError.dataCorruptedError(
        forKey: .steps, in: container,
        debugDescription: "the first step has no gap: it goes when the campaign is launched")
    }
  }
}
