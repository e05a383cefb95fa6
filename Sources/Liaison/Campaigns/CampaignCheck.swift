import Scheduling
import Tone

/// Everything that would stop a campaign or embarrass it, found before anybody is written to.
public struct CampaignCheck: Sendable, Codable {
  /// A contact that would not be written to, and why.
  public struct Held: Hashable, Sendable, Codable {
    /// To whom.
    public let address: String
    /// How lists name the person.
    public let name: String
    /// Every reason.
    public let reasons: [String]
  }

  /// A contact that is left alone because of another campaign, and until when.
  public struct Cooling: Hashable, Sendable, Codable {
    /// Who.
    public let address: String
    /// How lists name the person.
    public let name: String
    /// Which campaign, and what it does.
    public let reason: String
    /// From when on this campaign may write; nil while the other one is still writing.
    public let until: Instant?
  }

  /// A tone finding in one of the campaign's files.
  public struct FileFinding: Hashable, Sendable, Codable {
    /// The file, relative to the workspace.
    public let path: String
    /// What the linter found there.
    public let finding: Finding
  }

  /// The campaign's name.
  public let campaign: String
  /// How many contacts are in the segment.
  public internal(set) var matched = 0
  /// How many of them would be enrolled, by language.
  public internal(set) var ready: [String: Int] = [:]
  /// How many are enrolled already.
  public internal(set) var enrolled = 0
  /// Those that would be held until something is mended.
  public internal(set) var held: [Held] = []
  /// Those that are suppressed and never written to.
  public internal(set) var suppressed: [String] = []
  /// Those who answered another campaign; they are left out unless the segment says otherwise.
  public internal(set) var answered: [String] = []
  /// Those to whom another campaign is writing, or wrote too short a while ago; they are left out
  /// until a launch after that.
  public internal(set) var cooling: [Cooling] = []
  /// What the linter found in the files, errors and warnings.
  public internal(set) var findings: [FileFinding] = []
  /// Advice that stops nothing.
  public internal(set) var advice: [String] = []
  /// What changed since the launch, as a line diff for each file; empty before the first launch.
  public internal(set) var changes: [ContentChange] = []
  /// Rules whose errors somebody has overridden.
  public internal(set) var overridden: Set<String> = []

  /// The error-level findings that nobody has overridden; with any, a launch is refused.
  public var blocking: [FileFinding] {
    findings.filter { $0.finding.severity == .error && !overridden.contains($0.finding.rule) }
  }

  init(campaign: String) { self.campaign = campaign }
}

extension CampaignBench {
  /// What the linter finds in the campaign's own files.
  func fileFindings(_ content: CampaignContent, linter: Linter) -> [CampaignCheck.FileFinding] {
    content.files.keys.filter { $0.hasSuffix(".md") }.sorted().flatMap { path in
      let text = String(decoding: content.files[path] ?? [], as: UTF8.self)
      return linter.findings(in: Draft(text: text, path: path, isTemplate: true))
        .filter { $0.severity > .note }
        .map { CampaignCheck.FileFinding(path: path, finding: $0) }
    }
  }

  /// Advice about the senders: a company mailbox is trusted more than a free one.
  func senderAdvice(_ workspace: Workspace) -> [String] {
    campaign.definition.senders.compactMap { workspace.configuration.sender($0) }
      .filter(\.address.isFreeMail)
      .map {
        "sender '\($0.id)' writes from \($0.address.domain), a free-mail domain; a company mailbox "
          + "is trusted more"
      }
  }
}
