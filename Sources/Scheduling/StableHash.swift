/// A hash that gives the same number on every machine, in every run and in every version.
///
/// Swift's own hashing is seeded anew in each process, so a plan made with it would move.
public enum StableHash {
  /// The hash of the parts in their order.
  ///
  /// FNV-1a (64 bits) over the UTF-8 bytes, each part ended by a byte that UTF-8 never has, so
  /// that `("ab", "c")` and `("a", "bc")` differ; then mixed so that every bit depends on all.
  public static func seed(_ parts: String...) -> UInt64 {
    var begun = Begun()
    for part in parts { begun.add(part) }
    return begun.seed
  }

  /// A hash whose first parts are in it already, for many that share them.
  public struct Begun: Hashable, Sendable {
    private var hash: UInt64 = 0xCBF2_9CE4_8422_2325

    /// A hash of no parts.
    public init() {}

    /// Adds a part.
    @inline(__always)
    public mutating func add(_ part: String) {
      for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      hash = (hash ^ 0xFF) &* 0x100_0000_01B3
    }

    /// The hash of the parts so far.
    @inline(__always)
    public var seed: UInt64 { StableHash.mixed(hash) }

    /// The hash of the parts so far and a further one of one digit.
    @inline(__always)
    public func seed(digit: Int) -> UInt64 {
      var longer = self
      longer.hash = (hash ^ UInt64(0x30 + digit % 10)) &* 0x100_0000_01B3
      longer.hash = (longer.hash ^ 0xFF) &* 0x100_0000_01B3
      return longer.seed
    }
  }

  /// A number from 0 up to, not including, 1, spread evenly over the seeds.
  public static func fraction(_ seed: UInt64) -> Double {
    // 53 bits are what a Double holds exactly.
    Double(mixed(seed) >> 11) * 0x1p-53
  }

  /// An index from 0 up to, not including, the count, spread evenly over the seeds.
  ///
  /// Returns 0 where the count is 1 or less.
  public static func index(_ seed: UInt64, below count: Int) -> Int {
    guard count > 1 else { return 0 }
    return Int(mixed(seed).multipliedFullWidth(by: UInt64(count)).high)
  }

  /// Another seed, independent of the first, for the purpose of that number.
  static func derived(_ seed: UInt64, _ purpose: UInt64) -> UInt64 {
    mixed(seed &+ (purpose &+ 1) &* 0x9E37_79B9_7F4A_7C15)
  }

  /// A bijection in which every input bit moves about half of the output bits.
  fileprivate static func mixed(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
