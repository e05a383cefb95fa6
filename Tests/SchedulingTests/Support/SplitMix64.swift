import Foundation

/// A small random generator that a printed seed repeats.
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

extension SplitMix64 {
  /// The seed that LIAISON_SEED names, else one that is new in every run.
  static let anySeed =
    ProcessInfo.processInfo.environment["LIAISON_SEED"].flatMap { UInt64($0) }
    ?? UInt64.random(in: 0..<1 << 32)
}
