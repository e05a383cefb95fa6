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
      var settings = try SettingsReader(decoder, CodingKeys.self)
      let template = settings.text(.template)
      let days = settings.optional(.gap, as: GapDays.self)
      var gap: Gap?
      if let days {
        do {
          gap = try Gap(days: days.range)
        } catch {
          settings.refuse(.gap, "\(error)")
        }
      }
      guard let template, settings.isWell else { throw settings.faults }
      self.template = template
      self.gap = gap
    }

    /// `4` or `[3, 5]`.
    private struct GapDays: Decodable {
      let range: ClosedRange<Int>

      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let days =
          (try? container.decode(Int.self)).map { [$0] } ?? (try? container.decode([Int].self))
        guard let first = days?.first, let last = days?.last, days?.count ?? 3 <= 2, first <= last
        else { throw decoder.refusal("'gap' is a number of days or a pair such as [3, 5]") }
        range = first...last
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
  public internal(set) var segment: Segment
  /// The hours in which a recipient may be written to, on their own clock: one window for all.
  public let window: SendWindow?
  /// The windows by kind and market; where there is neither, the usual hours of each kind.
  public let windows: CampaignWindows?
  /// The dates on which this campaign writes to nobody.
  public let blackouts: [DateSpan]?
  /// The last date, on the recipient's calendar, on which a message may go; nil for no end.
  public let end: CivilDate?
  /// How the brand kit goes with the first touch.
  public let kit: KitDelivery
  /// Whether messages are plain text without an HTML part, but for templates that say otherwise.
  public let plainText: Bool?
  /// Where the addresses of links stand in the text part; behind their words where nothing is said.
  public let links: TextLinks?
  /// The sequence, one to four steps.
  public let steps: [Step]

  private static let mostBlackouts = 100

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case language, senders, segment, window, windows, blackouts, end, kit, plainText, links, steps
  }

  /// Reads a campaign's file; an unknown key is an error.
  public init(from decoder: any Decoder) throws {
    var settings = try SettingsReader(decoder, CodingKeys.self)
    let language: LanguageTag? = settings.required(.language)
    let senders: [String]? = settings.required(.senders)
    segment = settings.optional(.segment) ?? Segment()
    window = settings.optional(.window)
    windows = settings.optional(.windows)
    end = settings.optional(.end)
    if settings.has(.window), settings.has(.windows) {
      settings.refuse(
        .windows, "write 'window' for everybody or 'windows' by kind and market, not both")
    }
    blackouts = settings.optionalList(.blackouts)
    if let count = blackouts?.count, count > Self.mostBlackouts {
      settings.refuse(.blackouts, "there are more than \(Self.mostBlackouts) black-outs")
    }
    let kitWord = settings.optional(.kit, as: String.self) ?? "attach"
    let kit = KitDelivery(rawValue: kitWord)
    if kit == nil { settings.refuse(.kit, "'\(kitWord)' is not one of attach, link, none") }
    plainText = settings.optional(.plainText)
    let linksWord = settings.optional(.links, as: String.self)
    let links = linksWord.flatMap(TextLinks.init(rawValue:))
    if let linksWord, links == nil {
      settings.refuse(.links, "'\(linksWord)' is not one of inline, footnotes")
    }
    if senders?.isEmpty == true {
      settings.refuse(.senders, "a campaign needs at least one sender")
    }
    let steps: [Step]? = settings.list(.steps)
    if let steps {
      if !(1...4).contains(steps.count) {
        settings.refuse(.steps, "a campaign has one to four steps, this one has \(steps.count)")
      } else if steps[0].gap != nil {
        settings.refuse(
          .steps, "the first step has no gap: it goes when the campaign is launched")
      }
    }
    guard let language, let senders, let kit, let steps, settings.isWell else {
      throw settings.faults
    }
    self.language = language
    self.senders = senders
    self.kit = kit
    self.links = links
    self.steps = steps
  }
}
