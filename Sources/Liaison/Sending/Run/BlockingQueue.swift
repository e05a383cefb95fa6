import Glibc

/// A queue between threads: whoever takes from it waits until there is something.
///
/// What is put in belongs to the one who takes it out. How much may wait in it is for its owner to
/// bound.
final class BlockingQueue<Element>: @unchecked Sendable {
  // Owned: made in `init`, freed in `deinit`; all that follows is touched with the lock held.
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let change = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var elements: [Element] = []
  private var isClosed = false

  init() {
    pthread_mutex_init(lock, nil)
    // By the clock that never jumps, so that a wait is as long as it says.
    var attributes = pthread_condattr_t()
    pthread_condattr_init(&attributes)
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
    pthread_cond_init(change, &attributes)
    pthread_condattr_destroy(&attributes)
  }

  deinit {
    pthread_cond_destroy(change)
    pthread_mutex_destroy(lock)
    change.deallocate()
    lock.deallocate()
  }

  /// Puts something in at the end.
  func put(_ element: Element) {
    pthread_mutex_lock(lock)
    elements.append(element)
    pthread_cond_signal(change)
    pthread_mutex_unlock(lock)
  }

  /// Takes the first, waiting for it; nil once the queue is closed and empty.
  func take() -> Element? {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    while elements.isEmpty, !isClosed { pthread_cond_wait(change, lock) }
    return elements.isEmpty ? nil : elements.removeFirst()
  }

  /// Takes all that is there, waiting so long for the first.
  func takeAll(within wait: Duration) -> [Element] {
    var end = timespec()
    clock_gettime(CLOCK_MONOTONIC, &end)
    let (seconds, attoseconds) = max(wait, .zero).components
    end.tv_nsec += Int(attoseconds / 1_000_000_000)
    end.tv_sec += Int(seconds) + end.tv_nsec / 1_000_000_000
    end.tv_nsec %= 1_000_000_000
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    while elements.isEmpty, !isClosed {
      guard pthread_cond_timedwait(change, lock, &end) == 0 else { break }
    }
    defer { elements.removeAll(keepingCapacity: true) }
    return elements
  }

  /// Lets those who wait, and all who come, find it empty once it is.
  func close() {
    pthread_mutex_lock(lock)
    isClosed = true
    pthread_cond_broadcast(change)
    pthread_mutex_unlock(lock)
  }
}
