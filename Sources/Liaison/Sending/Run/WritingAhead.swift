import Dispatch
import Scheduling

/// Writes the next message on a second thread while the server and the disk take the one before,
/// which is most of the time that sending takes.
///
/// A message is only handed out for the very second that it was written for, so it is the one that
/// would be written then. Its owner writes nothing with the same bench in between.
final class WritingAhead {
  private typealias Written = Result<PreparedAttempt, AttemptObstacle>

  /// Set on the queue and read on it.
  private final class Page: @unchecked Sendable {
    var written: Written?
  }

  private let queue = DispatchQueue(label: "liaison.writing-ahead")
  private var draft: AttemptDraft?
  private var page = Page()

  /// Begins to write; what was written before and not taken is dropped.
  func begin(_ draft: AttemptDraft) {
    finish()
    let page = Page()
    self.page = page
    self.draft = draft
    // Read on the queue alone until `take` or `finish` has waited for it.
    nonisolated(unsafe) let draft = draft
    queue.async {
      do throws(AttemptObstacle) {
        page.written = .success(try draft.written())
      } catch {
        page.written = .failure(error)
      }
    }
  }

  /// The message of this attempt as of this second, once it is written; nil where it is another's
  /// or was written for another second.
  func take(
    _ attempt: AttemptRecord, at now: Instant
  ) throws(AttemptObstacle) -> PreparedAttempt? {
    guard let draft else { return nil }
    finish()
    guard draft.attempt.id == attempt.id, draft.instant.seconds == now.seconds else { return nil }
    return try page.written?.get()
  }

  /// Waits until nothing is being written.
  func finish() {
    guard draft != nil else { return }
    queue.sync {}
    draft = nil
  }
}
