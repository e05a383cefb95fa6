/// What an answer comes to, as the person who read it says.
public enum ReplyOutcome: String, CaseIterable, Codable, Sendable {
  /// Wants to hear more.
  case interested
  /// Asks something first.
  case question
  /// Talks about the fee or the terms.
  case price
  /// Asks to be written to another time.
  case notNow = "not-now"
  /// Says no.
  case notInterested = "not-interested"
  /// Is not the one to ask.
  case wrongPerson = "wrong-person"
  /// Takes the offer.
  case accepted
  /// Turns it down after talking.
  case declined
  /// Wants no more mail from us; the address is suppressed.
  case optOut = "opt-out"
}

/// An answer as it was recorded, and what followed from it.
public struct RecordedReply: Hashable, Sendable, Codable {
  /// Whose answer it is.
  public let address: String
  /// How lists name the person.
  public let name: String
  /// What it comes to.
  public let outcome: ReplyOutcome
  /// The attempt that it counts for: the last one sent before it.
  public let credited: CreditedAttempt?
  /// How many sequences it stopped.
  public let stopped: Int
}

/// The attempt that an answer counts for.
public struct CreditedAttempt: Hashable, Sendable, Codable {
  /// The attempt's campaign.
  public let campaign: String
  /// Its step.
  public let step: Int
  /// Its emphasis.
  public let emphasis: String
}
