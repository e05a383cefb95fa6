import Foundation
import Mail
import Testing

/// What the fuzzer starts from, and what it once found, stays readable.
struct InboundFuzzingCorpusTests {
  private static let folder: URL = {
    var root = URL(filePath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    return root.appending(path: "Fuzzing/corpus/inbound")
  }()

  @Test func `every input is read and classified`() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(names.count > 5)
    for name in names {
      let bytes = [UInt8](try Data(contentsOf: Self.folder.appending(path: name)))
      let message = InboundMessage(bytes)
      _ = InboundClassifier().classify(message)
      let inside = message.parts.allSatisfy {
        $0.body.lowerBound <= $0.body.upperBound && $0.body.upperBound <= message.bytes.count
      }
      #expect(inside, "\(name)")
    }
  }
}
