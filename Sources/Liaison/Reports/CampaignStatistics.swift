/// Counts of people, and the share of them that answered.
public struct ReplyCounts: Hashable, Sendable, Codable {
  /// A group with fewer people than this says too little to decide by.
  public static let enough = 30

  /// What the row is about: a step, an emphasis, or everything.
  public let label: String
  /// People who were sent this.
  public let sent: Int
  /// Those whose message did not come back.
  public let delivered: Int
  /// People whose answer counts for this; auto-replies and opt-outs are not answers.
  public let replied: Int
  /// Those who were interested or accepted.
  public let interested: Int
  /// Those who accepted.
  public let accepted: Int
  /// Those who asked to be left alone.
  public let optedOut: Int
  /// Replied of delivered, with its interval; nil where nothing was delivered.
  public let replyRate: WilsonInterval?
  /// Whether the group is too small to decide by.
  public let isTooSmall: Bool

  init(
    label: String, sent: Int, bounced: Int, replied: Int, interested: Int, accepted: Int,
    optedOut: Int
  ) {
    self.label = label
    self.sent = sent
    delivered = sent - bounced
    self.replied = replied
    self.interested = interested
    self.accepted = accepted
    self.optedOut = optedOut
    replyRate = WilsonInterval(min(replied, sent - bounced), of: sent - bounced)
    isTooSmall = sent - bounced < Self.enough
  }
}

/// What a campaign has come to so far.
public struct CampaignStatistics: Hashable, Sendable, Codable {
  /// The campaign's name.
  public let campaign: String
  /// Whether it runs, is paused or was stopped.
  public let state: CampaignRecord.State
  /// People by the state of their enrollment.
  public let people: [String: Int]
  /// Attempts of unknown fate.
  public let unknown: Int
  /// Everybody who was written to at least once.
  public let total: ReplyCounts
  /// By step; an answer counts for the last step sent before it.
  public let bySteps: [ReplyCounts]
  /// By emphasis, the same way.
  public let byEmphasis: [ReplyCounts]
}
