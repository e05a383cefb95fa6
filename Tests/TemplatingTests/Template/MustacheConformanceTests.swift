import FoundationEssentials
import Testing

@testable import Templating

private let folder = Conformance.folder("mustache/specs", suite: "mustache")

@Suite(.enabled(if: folder != nil)) struct MustacheConformance {
  private struct Specification: Decodable {
    struct Case: Decodable {
      let name: String
      let data: TemplateValue
      let template: String
      let partials: [String: String]?
      let expected: String
    }
    let tests: [Case]
  }

  /// All of the core; the optional modules are not built yet.
  @Test func `the specification holds in lenient mode`() throws {
    let folder = try #require(folder)
    var passed = 0
    var total = 0
    var coreFaults: [String] = []
    for file in try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    where file.hasSuffix(".json") {
      let specification = try JSONDecoder().decode(
        Specification.self, from: Conformance.data("\(folder)/\(file)"))
      for test in specification.tests {
        total += 1
        let result = try? render(test)
        if result == test.expected {
          passed += 1
        } else if !file.hasPrefix("~") {
          coreFaults.append("\(file) \(test.name): \(result ?? "nil")")
        }
      }
    }
    print("conformance mustache: \(passed) of \(total)")
    #expect(coreFaults == [])
    #expect(total == 194)
    #expect(passed >= 136)
  }

  private func render(_ test: Specification.Case) throws -> String {
    let template = try Template(SourceText(path: test.name, text: test.template))
    var partials: [String: Template] = [:]
    for (name, text) in test.partials ?? [:] {
      partials[name] = try Template(SourceText(path: name, text: text))
    }
    return try template.render(test.data, partials: partials, strictness: .lenient)
  }
}
