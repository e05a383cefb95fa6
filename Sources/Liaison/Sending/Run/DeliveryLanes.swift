import Curl

/// A message that waits for a connection, or is on one.
struct DeliveryJob: Sendable {
  /// By what the run knows it again.
  let number: Int
  let envelope: Envelope
}

/// What the threads of a run tell the one that keeps its record.
enum DeliveryEvent {
  /// A message is written, or cannot be.
  case written(number: Int, Result<PreparedAttempt, AttemptObstacle>)
  /// The server has all but the final dot; the thread waits for the answer.
  case mayItGo(number: Int, answer: BlockingQueue<Bool>)
  /// The transport is done with it.
  case ended(number: Int, Result<SMTPDelivery, any Error>)
}

/// The connections of one sender, each on a thread of its own, that share the sender's messages.
final class DeliveryLanes {
  private let most: Int
  private let jobs = BlockingQueue<DeliveryJob>()
  private let events: BlockingQueue<DeliveryEvent>
  private let transport: () throws -> any Transport
  private var threads: [WorkerThread] = []
  /// How many messages wait for a connection or are on one.
  private(set) var busy = 0

  /// How many messages are on a connection.
  var going: Int { min(busy, threads.count) }

  init(
    most: Int, events: BlockingQueue<DeliveryEvent>, transport: @escaping () throws -> any Transport
  ) {
    self.most = most
    self.events = events
    self.transport = transport
  }

  /// Hands a message to the next connection that is free; opens another one where all are busy and
  /// there may be more.
  ///
  /// - Throws: Where there is no connection and none can be made.
  func deliver(_ job: DeliveryJob) throws {
    if busy >= threads.count, threads.count < most {
      do {
        threads.append(try lane())
      } catch {
        if threads.isEmpty { throw error }
      }
    }
    busy += 1
    jobs.put(job)
  }

  /// A message has come to its end.
  func end() { busy -= 1 }

  /// Takes back what no connection has begun.
  func takeBack() -> [DeliveryJob] {
    let taken = jobs.takeAll(within: .zero)
    busy -= taken.count
    return taken
  }

  /// Closes the connections, and waits until they are.
  func close() {
    jobs.close()
    for thread in threads { thread.join() }
    threads = []
  }

  private func lane() throws -> WorkerThread {
    // From here on the thread's alone.
    nonisolated(unsafe) let transport = try transport()
    return try WorkerThread { [jobs, events] in
      let answer = BlockingQueue<Bool>()
      while let job = jobs.take() {
        let ended = Result {
          try transport.deliver(job.envelope) {
            events.put(.mayItGo(number: job.number, answer: answer))
            return answer.take() ?? false
          }
        }
        events.put(.ended(number: job.number, ended))
      }
    }
  }
}
