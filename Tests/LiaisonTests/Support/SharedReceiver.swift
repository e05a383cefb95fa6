import Curl
import Dispatch
import Synchronization

@testable import Liaison

/// A receiver in memory that several connections deliver to at once.
final class SharedReceiver: Sendable {
  private struct State {
    var received: [String] = []
    var connections = 0
    var inside = 0
    var mostInside = 0
  }

  private let state = Mutex(State())
  /// What becomes of the message to an address.
  let act: @Sendable (_ address: String) -> ScriptedTransport.Act
  /// Called when the receiver has everything but the final dot.
  let beforeDot: @Sendable (_ address: String) -> Void

  init(
    act: @escaping @Sendable (String) -> ScriptedTransport.Act = { _ in .accept },
    beforeDot: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    self.act = act
    self.beforeDot = beforeDot
  }

  /// The addresses whose messages it has.
  var received: [String] { state.withLock { $0.received } }
  /// How many connections were made to it.
  var connections: Int { state.withLock { $0.connections } }
  /// How many messages were on their way at once, at most.
  var mostInside: Int { state.withLock { $0.mostInside } }

  /// Another connection.
  func connect() -> any Transport {
    state.withLock { $0.connections += 1 }
    return Line(self)
  }

  private final class Line: Transport {
    private let receiver: SharedReceiver
    init(_ receiver: SharedReceiver) { self.receiver = receiver }

    func deliver(_ envelope: Envelope, commit: () -> Bool) throws -> SMTPDelivery {
      let address = envelope.to.description
      receiver.state.withLock {
        $0.inside += 1
        $0.mostInside = max($0.mostInside, $0.inside)
      }
      defer { receiver.state.withLock { $0.inside -= 1 } }
      let scripted = ScriptedTransport { [receiver] _ in receiver.act(address) }
      scripted.beforeDot = { [receiver] _ in receiver.beforeDot(address) }
      scripted.onReceived = { [receiver] _ in
        receiver.state.withLock { $0.received.append(address) }
      }
      return try scripted.deliver(envelope, commit: commit)
    }
  }
}

extension Office {
  /// Sends what is due now on as many connections as the senders have.
  @discardableResult
  func send(
    to receiver: SharedReceiver, through other: Store? = nil, limit: Int = .max,
    shouldStop: @escaping () -> Bool = { false }
  ) throws -> SendReport {
    let store = other ?? store
    let now = now
    return try SendRun(
      store: store, benches: makeBenches(store), clock: { now }, shouldStop: shouldStop
    ) { _ in receiver.connect() }.deliverDue(limit: limit)
  }
}

/// Lets so many threads wait for each other, and gives up after ten seconds.
final class Meeting: Sendable {
  private let arrived = Mutex(0)
  private let doors = DispatchSemaphore(value: 0)
  private let size: Int

  init(of size: Int) { self.size = size }

  /// Waits until all are there.
  ///
  /// - Returns: Whether they came.
  @discardableResult
  func wait() -> Bool {
    let count = arrived.withLock {
      $0 += 1
      return $0
    }
    if count == size { for _ in 1..<size { doors.signal() } }
    return count >= size || doors.wait(timeout: .now() + 10) == .success
  }
}
