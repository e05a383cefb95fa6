/// How long to wait for a server: for all of an answer, and for the next bytes of it.
struct IMAPPatience {
  private let end: ContinuousClock.Instant
  private let silence: Duration?
  private var heard: ContinuousClock.Instant

  init(total: Duration, silence: Duration? = nil) {
    heard = .now
    end = heard + total
    self.silence = silence
  }

  /// Something came, or was taken.
  mutating func renew() { heard = .now }

  /// What is left in milliseconds, rounded up; zero when it is over.
  var milliseconds: Int32 {
    let limit = silence.map { min(heard + $0, end) } ?? end
    let left = ContinuousClock.now.duration(to: limit)
    guard left > .zero else { return 0 }
    // At most a day by the account's limits; the minimum keeps the conversion safe all the same.
    return Int32(min((left / .milliseconds(1)).rounded(.up), 1e9))
  }
}
