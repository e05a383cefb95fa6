import Foundation

@testable import Tone

/// The package's root, from this file's place in it.
let packageRoot = URL(filePath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()

/// The rules under Templates/tone, read once.
enum ShippedRules {
  static let files: [(path: String, bytes: [UInt8])] = {
    let folder = packageRoot.appending(path: "Templates/tone")
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    return (names ?? []).filter { $0.hasSuffix(".json5") }.sorted().compactMap { name in
      guard let data = try? Data(contentsOf: folder.appending(path: name)) else { return nil }
      return ("tone/" + name, [UInt8](data))
    }
  }()

  static let linter: Result<Linter, any Error> = Result { try Linter(ruleFiles: files) }

  /// Findings of the shipped rules in a plain text.
  static func findings(
    _ body: String, subject: String? = nil, locale: String = "en"
  ) throws -> [Finding] {
    try linter.get().findings(in: Draft(subject: subject, body: body, locale: locale))
  }
}

/// A small generator whose runs can be repeated from a printed seed.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
