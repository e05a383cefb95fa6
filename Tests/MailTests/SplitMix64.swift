import Foundation

/// A small generator whose runs can be repeated: the seed is printed, and LIAISON_SEED sets it.
struct SplitMix64: RandomNumberGenerator {
  let seed: UInt64
  private var state: UInt64

  init(_ test: String) {
    let given = ProcessInfo.processInfo.environment["LIAISON_SEED"].flatMap { UInt64($0) }
    seed = given ?? UInt64.random(in: 0...UInt64.max)
    state = seed
    print("seed of \(test): \(seed)")
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A text of scalars from everywhere, with more of what breaks mail than chance would give.
  mutating func text(upTo length: Int, controls: Bool) -> String {
    var scalars = String.UnicodeScalarView()
    let risky: [Unicode.Scalar] = [
      " ", " ", "=", "?", "_", ".", "\"", "\\", "<", ">", "@", ",", ";", ":", "-", "F", "r", "é",
      "品", "م", "\u{1F600}", "\u{200D}", "\u{301}",
    ]
    let control: [Unicode.Scalar] = [
      "\r", "\n", "\0", "\t", "\u{B}", "\u{C}", "\u{1B}", "\u{7F}", "\u{85}", "\u{2028}",
    ]
    for _ in 0..<Int.random(in: 0...length, using: &self) {
      let kind = Int.random(in: 0..<10, using: &self)
      if controls, kind == 0 {
        scalars.append(control.randomElement(using: &self) ?? "\n")
      } else if kind < 4 {
        scalars.append(risky.randomElement(using: &self) ?? " ")
      } else if kind < 8 {
        scalars.append(Unicode.Scalar(UInt8.random(in: 0x20...0x7E, using: &self)))
      } else if let scalar = Unicode.Scalar(UInt32.random(in: 0xA0...0x2FFFF, using: &self)) {
        if scalar.value != 0x2028, scalar.value != 0x2029 { scalars.append(scalar) }
      }
    }
    return String(scalars)
  }
}
