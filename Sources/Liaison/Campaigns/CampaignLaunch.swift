import Mail
import Scheduling
import Templating
import Tone

/// Why a launch was refused; nothing was changed.
public enum LaunchRefusal: Error, Sendable, CustomStringConvertible {
  /// The tone gate found errors in the campaign's files.
  case findings([CampaignCheck.FileFinding])
  /// The content is not what was approved; the changes are to be looked at first.
  case changed([ContentChange])
  /// The campaign was stopped, and stays so.
  case stopped(campaign: String)
  /// An override names a rule that has no error-level finding here.
  case idleOverride(rule: String)

  /// What is wrong and what to do.
  public var description: String {
    switch self {
    case .findings(let findings):
      "the launch is refused: \(findings.count) tone error\(findings.count == 1 ? "" : "s") "
        + "(\(Set(findings.map(\.finding.rule)).sorted().joined(separator: ", ")))"
    case .changed(let changes):
      "the content changed since it was approved: \(changes.map(\.path).joined(separator: ", "))"
    case .stopped(let campaign): "the campaign '\(campaign)' was stopped and stays so"
    case .idleOverride(let rule): "there is no error of the rule '\(rule)' to override"
    }
  }
}

/// What a launch is asked for.
public struct LaunchRequest: Sendable {
  /// The campaign's name.
  public var campaign: String
  /// Whether changed content is approved.
  public var approve = false
  /// Rules whose errors are overridden, with the reason for all of them.
  public var overrides: [String] = []
  /// Why they are overridden.
  public var reason = ""
  /// Who launches.
  public var who: String

  /// A plain launch.
  public init(campaign: String, who: String) {
    self.campaign = campaign
    self.who = who
  }
}

/// What a launch did.
public struct LaunchReport: Sendable, Codable {
  /// The campaign's name.
  public let campaign: String
  /// The approved revision that applies now.
  public let revision: Int
  /// How many people were newly enrolled.
  public let enrolled: Int
  /// How many were enrolled before.
  public let enrolledBefore: Int
  /// Those that are held, and why.
  public let held: [CampaignCheck.Held]
  /// What to think over, such as readers of a language without a template.
  public let advice: [String]
  /// Those who are left alone because of another campaign, and until when.
  public let cooling: [CampaignCheck.Cooling]
  /// How many are suppressed and left out.
  public let suppressed: Int
  /// The first and the last moment of the new first touches.
  public let firstTouches: [Instant]
}
