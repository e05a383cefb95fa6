import FoundationEssentials
import Testing

@testable import Templating

/// Fills in the texts that once were trouble, or could be, beside the fuzzer that looks for more.
@Suite struct TemplateCorpusTests {
  private static let folder =
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    + "/Fuzzing/corpus/template"

  private static let values: [String: TemplateValue] = [
    "a": "b", "n": "1200.5", "d": "2026-11-03T14:30", "l": ["x", ["a": "y"], "z"],
    "o": ["a": "_1_", "o": ["a": "\r\n<"]], "t": true, "e": "",
  ]

  /// What becomes of each text, as a mail in strict mode.
  private enum Outcome: Equatable {
    case faults, missing, unknownPartial, tooDeep, tooLarge, mail
  }

  private static func outcome(_ name: String) throws -> Outcome {
    let bytes = Array(try Data(contentsOf: URL(filePath: "\(folder)/\(name)")))
    var texts = bytes.split(separator: 0, maxSplits: 2, omittingEmptySubsequences: false)
      .map { SourceText(path: name, text: String(decoding: $0, as: UTF8.self)) }
    let first = texts.removeFirst()
    do {
      var partials: [String: Template] = [:]
      for (name, text) in zip(["a", "b"], texts) { partials[name] = try Template(text) }
      let message = try MessageTemplate(first)
      _ = message.unknownNames(known: ["a"], partials: partials)
      _ = try MessageRenderer(partials: partials, language: .english)
        .render(message, values: values)
      return .mail
    } catch is TemplateErrors {
      return .faults
    } catch let error as RenderError {
      switch error {
      case .missing: return .missing
      case .unknownPartial: return .unknownPartial
      case .tooDeep: return .tooDeep
      case .tooLarge: return .tooLarge
      default: throw error
      }
    }
  }

  @Test func `every text of the corpus ends as it should`() throws {
    let wanted: [String: Outcome] = [
      "everything.md": .mail, "nested-sections.md": .faults, "layout-of-itself.md": .mail,
      "layout-without-end.md": .tooDeep,
      "block-in-itself.md": .mail, "partials-that-double.md": .tooDeep, "unclosed.md": .faults,
      "quotes.md": .faults, "spintax.md": .faults, "numbers.md": .missing, "many-tags.md": .mail,
      "many-faults.md": .faults, "lambda.md": .missing, "delimiters.md": .faults,
      "lists-that-multiply.md": .tooLarge,
    ]
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder).sorted()
    #expect(Set(names).isSuperset(of: wanted.keys))
    for name in names {
      let outcome = try Self.outcome(name)
      #expect(outcome == wanted[name] ?? outcome, "\(name)")
    }
  }
}
