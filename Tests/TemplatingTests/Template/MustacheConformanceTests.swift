import FoundationEssentials
import Synchronization
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

  @Test func `the specification holds in lenient mode`() throws {
    let folder = try #require(folder)
    var passed = 0
    var total = 0
    var faults: [String] = []
    for file in try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    where file.hasSuffix(".json") {
      let specification = try JSONDecoder().decode(
        Specification.self, from: Conformance.data("\(folder)/\(file)"))
      for test in specification.tests {
        total += 1
        let lambda = file.contains("lambdas") ? Self.lambdas[test.name]?() : nil
        let result = Result { try render(test, lambda) }
        if case .success(test.expected) = result {
          passed += 1
        } else {
          faults.append("\(file) \(test.name): \(result)")
        }
      }
    }
    print("conformance mustache: \(passed) of \(total)")
    #expect(faults == [])
    #expect(total >= 194)
  }

  private func render(_ test: Specification.Case, _ lambda: TemplateLambda?) throws -> String {
    let template = try Template(SourceText(path: test.name, text: test.template))
    var partials: [String: Template] = [:]
    for (name, text) in test.partials ?? [:] {
      partials[name] = try Template(SourceText(path: name, text: text))
    }
    var data = test.data
    if lambda != nil, case .object(var members) = data {
      members["lambda"] = nil
      data = .object(members)
    }
    return try template.render(
      data, partials: partials, lambdas: lambda.map { ["lambda": $0] } ?? [:],
      strictness: .lenient)
  }

  /// The functions that the lambda cases describe in other languages; made anew for each case,
  /// since one of them counts.
  private static let lambdas: [String: @Sendable () -> TemplateLambda] = [
    "Interpolation": { TemplateLambda { _ in "world" } },
    "Interpolation - Expansion": { TemplateLambda { _ in "{{planet}}" } },
    "Interpolation - Alternate Delimiters": {
      TemplateLambda { _ in "|planet| => {{planet}}" }
    },
    "Interpolation - Multiple Calls": {
      let calls = Mutex(0)
      return TemplateLambda { _ in
        calls.withLock { count in
          count += 1
          return String(count)
        }
      }
    },
    "Escaping": { TemplateLambda { _ in ">" } },
    "Section": { TemplateLambda { $0 == "{{x}}" ? "yes" : "no" } },
    "Section - Expansion": { TemplateLambda { $0 + "{{planet}}" + $0 } },
    "Section - Alternate Delimiters": { TemplateLambda { $0 + "{{planet}} => |planet|" + $0 } },
    "Section - Multiple Calls": { TemplateLambda { "__\($0)__" } },
    "Inverted Section": { TemplateLambda { _ in "" } },
  ]
}
