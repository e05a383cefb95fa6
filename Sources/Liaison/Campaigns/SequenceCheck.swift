import Scheduling
import Templating

/// Looks at what the messages of one folder say of their emphasis and subject.
struct SequenceCheck {
  private struct Variant {
    let file: TemplateFile
    let emphasis: String?
    let hasSubject: Bool
  }

  private(set) var faults: [TemplateCheck.Fault] = []

  /// Checks the files of a folder; those that cannot be read as templates have faults of their own.
  init(_ files: [TemplateFile]) {
    let variants = files.sorted { $0.name < $1.name }.compactMap { file -> Variant? in
      guard file.invalidLine == nil, let message = try? MessageTemplate(file.source) else {
        return nil
      }
      return Variant(file: file, emphasis: message.emphasis, hasSubject: message.subject != nil)
    }
    var owners: [String: String] = [:]
    for (stem, step) in Dictionary(grouping: variants, by: \.file.stem).sorted(by: { $0.0 < $1.0 })
    {
      look(at: step)
      guard let emphasis = step.lazy.compactMap(\.emphasis).first else { continue }
      if let owner = owners[emphasis], Self.number(of: owner) != Self.number(of: stem) {
        add(
          step[0],
          "'\(owner)' has the emphasis \(emphasis) already: each step needs something new to say")
      }
      owners[emphasis] = owners[emphasis] ?? stem
    }
  }

  /// What is wrong among the languages of one step.
  private mutating func look(at step: [Variant]) {
    let lead = step.first { $0.file.suffix == nil } ?? step.first { $0.emphasis != nil }
    guard let lead else { return }
    if let word = lead.emphasis {
      if (try? Emphasis(word)) == nil {
        add(lead, "'\(word)' is not an emphasis: write something like brand-story")
      }
      for variant in step {
        if let other = variant.emphasis, other != word {
          add(variant, "its emphasis is \(other), that of \(lead.file.name) is \(word)")
        }
      }
    } else {
      add(lead, "the front matter names no emphasis: add a line such as 'emphasis: product'")
    }
    let isFirst = Self.number(of: lead.file.stem) == 1
    for variant in step where !variant.hasSubject && (isFirst || lead.hasSubject) {
      add(
        variant,
        isFirst
          ? "the first step needs a subject: add a line 'subject: …' to the front matter"
          : "it has no subject, \(lead.file.name) has one")
    }
  }

  /// The number that a step's name begins with, as in `1-brand-story`.
  private static func number(of stem: String) -> Int? { Int(stem.prefix { $0.isNumber }) }

  private mutating func add(_ variant: Variant, _ message: String) {
    faults.append(TemplateCheck.Fault(variant.file, message))
  }
}
