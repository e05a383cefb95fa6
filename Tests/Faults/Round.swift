import Foundation
import Testing

/// How much is tried: a short round by default, the full one with `LIAISON_FAULTS=full`.
///
/// `LIAISON_FAULTS_SEED` repeats a round with the seed that it printed.
enum Round {
  static let isFull = environment["LIAISON_FAULTS"] == "full"
  static let seed =
    environment["LIAISON_FAULTS_SEED"].flatMap(UInt64.init) ?? UInt64.random(in: 0...UInt64.max)

  private static var environment: [String: String] { ProcessInfo.processInfo.environment }

  static func size(short: Int, full: Int) -> Int { isFull ? full : short }

  /// Randomness of one test's own, so that it does not depend on which others run.
  static func random(_ test: String = #function) -> SplitMix64 {
    print("faults: seed \(seed) for \(test)")
    let name = test.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
    return SplitMix64(seed: seed ^ name)
  }
}

/// Steele, Lea and Flood: "Fast splittable pseudorandom number generators", 2014.
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
