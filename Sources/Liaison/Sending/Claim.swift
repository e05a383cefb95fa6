import Scheduling
import Templating

/// An attempt that went out earlier in the same enrollment.
struct EarlierAttempt: Hashable, Sendable {
  let step: Int
  let emphasis: String
  let messageID: String
  let subject: String
}

/// One attempt with all that is needed to write its message.
struct AttemptRecord: Hashable, Sendable {
  let id: String
  let enrollmentID: String
  let campaignID: String
  let campaign: String
  let revision: Int
  let step: Int
  let dueAt: Instant
  let tries: Int
  let messageID: String
  let contact: ContactRecord
  let language: LanguageTag
  let sender: String
  /// The attempts sent before this one, first step first.
  let earlier: [EarlierAttempt]
  /// What else the store knows that bounds its moment.
  var bounds = Bounds()

  /// What bounds an attempt's moment besides its window.
  struct Bounds: Hashable, Sendable {
    /// When the step before it was really sent.
    var lastSent: Instant?
    /// When another campaign last wrote to the person.
    var lastElsewhere: Instant?
    /// The date on which the person, who is away, is back.
    var back: CivilDate?
    /// Until when nothing is sent because of that.
    var awayUntil: Instant?
  }
}

/// The attempts that are due, and those that would be if their day had room.
struct DueAttempts {
  var claims: [Claim]
  let overfull: [(attempt: AttemptRecord, cap: SendCap)]
}

/// An attempt that this worker may send, for as long as its lease runs and nobody took it over.
struct Claim: Hashable, Sendable {
  let attempt: AttemptRecord
  /// Grows with every claim; whoever holds an older one has lost the attempt.
  let token: Int64
}

/// What is written down in the moment before the server may see the final dot.
struct Commitment: Sendable {
  let claim: Claim
  let emphasis: String
  let subject: String
  /// The values that the message was written with, as JSON, so that it can be shown again.
  let merge: String
  /// The instant of the Date line.
  let datedAt: Instant
}

/// A message of which the server has all but the final dot, to be looked at a last time.
struct LastLook {
  let commitment: Commitment
  /// The instant once the write lock is held; nil where the window has closed by then.
  let moment: () -> Instant?
}

/// How an attempt ended, or why it goes back to wait.
struct Settlement: Sendable {
  enum Outcome: Sendable {
    /// The server has it. The next step, if there is one, is scheduled in the same transaction.
    case sent(reply: String, queueID: String?, next: Continuation)
    /// Not accepted, and worth another try at `until`. Only a server's refusal counts as a try.
    case deferred(until: Instant, reasons: [String], countsAsTry: Bool)
    /// Refused for good; the sequence ends for this person.
    case failed(SendFailure, reply: String)
    /// It may or may not have been accepted: held until somebody finds out.
    case unknown(reason: String)
    /// Something about the contact or the content must be mended first.
    case held(reason: String)
    /// It never can go, so the sequence ends.
    case finished(reason: String)
    /// Another worker or a last-moment check took it away; nothing of ours is left to record.
    case lost
  }

  let claim: Claim
  let outcome: Outcome
  let at: Instant
}

/// What comes after an attempt that was just sent.
enum Continuation: Sendable {
  /// The next step.
  case next(NextAttempt)
  /// Nothing; the reason says why, where it is not that all steps were sent.
  case finished(reason: String? = nil)
}

/// The attempt that follows one that was just sent.
struct NextAttempt: Sendable {
  let step: Int
  let emphasis: String
  let messageID: String
  let planned: PlannedSend
}

/// What kind of refusal ended an attempt.
enum SendFailure: String, Sendable {
  /// The address does not exist; it is suppressed.
  case address
  /// The server refuses us or what we wrote, not the person.
  case policy
  /// Refused for good for another reason, or for too long.
  case other
}
