import Glibc

/// A thread of our own, for work that blocks.
final class WorkerThread {
  private let thread: pthread_t

  /// Starts it.
  ///
  /// - Throws: `SenderFault` where the system gives no more threads.
  init(_ body: @escaping @Sendable () -> Void) throws(SenderFault) {
    var thread = pthread_t()
    // Retained here, and released by the thread that takes it over.
    let box = Unmanaged.passRetained(Body(body))
    let code = pthread_create(
      &thread, nil,
      { context in
        guard let context else { return nil }
        Unmanaged<Body>.fromOpaque(context).takeRetainedValue().run()
        return nil
      }, box.toOpaque())
    guard code == 0 else {
      box.release()
      throw SenderFault(
        description: "a thread cannot be started: \(String(cString: strerror(code)))")
    }
    self.thread = thread
  }

  /// Waits for its end; called once.
  func join() { pthread_join(thread, nil) }

  private final class Body {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }
}
