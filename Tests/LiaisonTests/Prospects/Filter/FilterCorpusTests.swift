import FoundationEssentials
import Testing

@testable import Liaison

/// What the fuzzer starts from stays readable, and so do its inputs with bytes changed by lot.
struct FilterCorpusTests {
  private static let folder: String = {
    var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast(4)
    return parts.joined(separator: "/") + "/Fuzzing/corpus/filter"
  }()

  @Test func `every input is read or refused with a place inside it`() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder)
    #expect(names.count > 4)
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SplitMix64(seed: seed)
    for name in names {
      let bytes = [UInt8](try Data(contentsOf: URL(filePath: "\(Self.folder)/\(name)")))
      for _ in 0..<200 {
        var changed = bytes
        for _ in 0..<random.below(4) {
          changed[random.below(changed.count)] = UInt8(truncatingIfNeeded: random.next())
        }
        let text = String(decoding: changed, as: UTF8.self)
        do throws(FilterError) {
          let filter = try Filter(text)
          let again = try Filter(filter.root.description)
          #expect(again.root == filter.root, "seed \(seed): \(text)")
        } catch {
          #expect((1...text.count + 1).contains(error.column), "seed \(seed): \(text)")
        }
      }
    }
  }
}
