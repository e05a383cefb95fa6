/// How many messages a sender may send on one day, with a slow start for a new mailbox.
public struct DailyCap: Hashable, Sendable {
  /// The slow start of a mailbox that nobody knows yet.
  public struct RampUp: Hashable, Sendable {
    /// The messages of the first day.
    public let start: Int
    /// How many more each following day allows.
    public let add: Int

    /// Makes a slow start; ``DailyCap/init(daily:rampUp:)`` checks it.
    public init(start: Int, add: Int) {
      self.start = start
      self.add = add
    }
  }

  /// What may be asked for.
  public static let allowed = 1...100_000

  /// 200 messages a day from the first on: what ordinary mailboxes carry without notice.
  public static let standard = DailyCap(unchecked: 200)

  /// The most messages of any day.
  public let daily: Int
  /// The slow start, where there is one.
  public let rampUp: RampUp?

  /// Checks the numbers: each from 1 to 100,000, and the start not above the daily cap.
  public init(daily: Int, rampUp: RampUp? = nil) throws(DailyCapError) {
    guard Self.allowed.contains(daily) else { throw .outOfRange("daily", daily) }
    if let rampUp {
      guard Self.allowed.contains(rampUp.start) else { throw .outOfRange("start", rampUp.start) }
      guard Self.allowed.contains(rampUp.add) else { throw .outOfRange("add", rampUp.add) }
      guard rampUp.start <= daily else {
        throw .startAboveDaily(start: rampUp.start, daily: daily)
      }
    }
    self.daily = daily
    self.rampUp = rampUp
  }

  private init(unchecked daily: Int) {
    self.daily = daily
    rampUp = nil
  }

  /// How many messages a day may have, so many days after the sender's first one.
  ///
  /// - Parameter age: 0 on the first day; a day before it counts as the first.
  @inline(__always)
  public func messages(age: Int) -> Int {
    guard let rampUp else { return daily }
    // No more days than that matter, and the product stays small.
    let days = min(max(age, 0), Self.allowed.upperBound)
    return min(daily, rampUp.start + days * rampUp.add)
  }
}

/// Why numbers do not make a daily cap.
public enum DailyCapError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A number is below 1 or above 100,000.
  case outOfRange(String, Int)
  /// The slow start begins above what it leads to.
  case startAboveDaily(start: Int, daily: Int)

  /// What is wrong and what to write instead.
  public var description: String {
    switch self {
    case .outOfRange(let name, let number):
      "'\(name)' is a number of messages from 1 to 100000, not \(number)"
    case .startAboveDaily(let start, let daily):
      "'start' (\(start)) is above 'daily' (\(daily)), which it should lead up to"
    }
  }
}
