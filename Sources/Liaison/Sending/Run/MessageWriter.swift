/// Writes messages one after the other on a thread of its own, beside all that is sent.
///
/// The benches' own caches of what writing takes are touched by this thread alone while it runs.
final class MessageWriter {
  private let drafts = BlockingQueue<(number: Int, draft: AttemptDraft)>()
  private let thread: WorkerThread

  /// - Throws: `SenderFault` where the system gives no more threads.
  init(events: BlockingQueue<DeliveryEvent>) throws(SenderFault) {
    thread = try WorkerThread { [drafts] in
      while let (number, draft) = drafts.take() {
        do throws(AttemptObstacle) {
          events.put(.written(number: number, .success(try draft.written())))
        } catch {
          events.put(.written(number: number, .failure(error)))
        }
      }
    }
  }

  /// Writes a message when those before it are written, and tells it as an event.
  func write(_ draft: AttemptDraft, number: Int) { drafts.put((number, draft)) }

  /// Takes back what is not begun, by its numbers.
  func takeBack() -> [Int] { drafts.takeAll(within: .zero).map(\.number) }

  /// Ends it once all is written.
  func close() {
    drafts.close()
    thread.join()
  }
}
