/// A point in time, in microseconds since 1970-01-01T00:00:00Z.
///
/// Encoded as that integer. Leap seconds are not counted, as in POSIX time.
public struct Instant: Hashable, Sendable {
  /// The microseconds since 1970-01-01T00:00:00Z, negative before it.
  public let microseconds: Int64

  /// Makes an instant from microseconds since 1970-01-01T00:00:00Z.
  public init(microseconds: Int64) {
    self.microseconds = microseconds
  }

  /// Makes an instant from whole seconds since 1970-01-01T00:00:00Z.
  ///
  /// Seconds beyond the range of the type (some 292,000 years) become its first or last instant.
  public init(seconds: Int64) {
    microseconds = Self.saturatingProduct(seconds)
  }

  /// The whole seconds since 1970-01-01T00:00:00Z, rounded down.
  public var seconds: Int64 {
    let (quotient, remainder) = microseconds.quotientAndRemainder(dividingBy: 1_000_000)
    return remainder < 0 ? quotient - 1 : quotient
  }

  /// The instant that many seconds later, or earlier where negative.
  ///
  /// Beyond the range of the type this is its first or last instant.
  public func adding(seconds: Int64) -> Instant {
    let (sum, overflow) = microseconds.addingReportingOverflow(Self.saturatingProduct(seconds))
    guard overflow else { return Instant(microseconds: sum) }
    return Instant(microseconds: seconds < 0 ? .min : .max)
  }

  /// The first whole second that is not before this instant.
  var secondsRoundedUp: Int64 {
    let whole = seconds
    return Self.saturatingProduct(whole) < microseconds ? whole + 1 : whole
  }

  private static func saturatingProduct(_ seconds: Int64) -> Int64 {
    let (product, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000)
    guard overflow else { return product }
    return seconds < 0 ? .min : .max
  }
}

extension Instant: Comparable {
  /// Whether the first instant is before the second.
  public static func < (first: Instant, second: Instant) -> Bool {
    first.microseconds < second.microseconds
  }
}

extension Instant: Codable {
  /// Reads the integer of microseconds.
  public init(from decoder: any Decoder) throws {
    microseconds = try decoder.singleValueContainer().decode(Int64.self)
  }

  /// Writes the integer of microseconds.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(microseconds)
  }
}
