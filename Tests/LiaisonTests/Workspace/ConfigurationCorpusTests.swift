import Testing

@testable import Liaison

/// What the fuzzer starts from, and what it once found, ends as an error with its place.
@Suite struct ConfigurationCorpusTests {
  @Test func `every input is refused with a place in it`() throws {
    let inputs = try FuzzingCorpus.inputs("configuration")
    #expect(inputs.count > 5)
    for (name, bytes) in inputs {
      let error = #expect(throws: ConfigurationError.self, "\(name)") {
        try ConfigurationError.decode(
          WorkspaceConfiguration.self, from: bytes, path: "liaison.json5")
      }
      let lines = bytes.count { $0 == UInt8(ascii: "\n") } + 1
      #expect((1...lines).contains(error?.line ?? 0), "\(name): \(error?.description ?? "")")
    }
  }
}
