import Scheduling
import Tone

/// An attempt that may go at its instant, with all that writing its message takes.
///
/// Writing it needs the bench and nothing else: no store, no clock.
struct AttemptDraft {
  let attempt: AttemptRecord
  let bench: CampaignBench
  let schedule: CampaignSchedule
  let zone: Zone
  let overridden: Set<String>
  let instant: Instant

  /// Writes the message and passes it through the gate, or says why it cannot go.
  func written() throws(AttemptObstacle) -> PreparedAttempt {
    let message: ComposedMessage
    do throws(CompositionError) {
      message = try bench.compose(
        CompositionRequest(
          contact: attempt.contact, language: attempt.language, step: attempt.step,
          messageID: attempt.messageID, earlier: attempt.earlier, instant: instant,
          hours: schedule.meetingHours(in: zone)),
        sender: attempt.sender)
    } catch {
      throw .held(reason: error.description)
    }
    let findings = bench.objections(
      to: message, step: attempt.step, language: attempt.language, overridden: overridden)
    guard findings.isEmpty else {
      throw .held(
        reason: findings.map { "\($0.rule) at \"\($0.match)\"" }.joined(separator: "; "))
    }
    return PreparedAttempt(self, message: message)
  }
}
