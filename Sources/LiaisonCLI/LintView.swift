import CommandLineKit
import Tone

/// Shows findings with the line they are in and the phrase underlined.
struct LintView {
  private let terminal: Terminal

  init(_ terminal: Terminal) { self.terminal = terminal }

  func show(_ findings: [Finding], of text: String, path: String) {
    guard !findings.isEmpty else { return }
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    for finding in findings {
      terminal.print(
        "\(path):\(finding.line):\(finding.column): \(word(finding.severity)): \(finding.message) "
          + terminal.style.dim("[\(finding.rule)]"))
      if lines.indices.contains(finding.line - 1) {
        quote(String(lines[finding.line - 1]), finding)
      }
      if let replacement = finding.replacement {
        terminal.print("  better: \(terminal.style.green(replacement))")
      }
    }
    let counts = Severity.allCases.map { severity in
      (severity.rawValue, findings.count { $0.severity == severity })
    }
    let words = counts.filter { $0.1 > 0 }.map { "\($0.1) \($0.0)\($0.1 == 1 ? "" : "s")" }
    terminal.print("\(path): \(words.joined(separator: ", "))")
  }

  /// The line, shortened around the phrase where it is long, and marks under the phrase.
  private func quote(_ line: String, _ finding: Finding) {
    let scalars = Array(line.unicodeScalars)
    let start = min(max(finding.column - 1, 0), scalars.count)
    let isOneLine = !finding.match.contains { $0.isNewline }
    let end = isOneLine ? min(max(finding.endColumn - 1, start), scalars.count) : scalars.count
    let from = max(0, start - 40)
    let to = min(scalars.count, end + 30)
    func text(_ range: Range<Int>) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[range])
      return neutralised(String(view))
    }
    let before = (from > 0 ? "…" : "") + text(from..<start)
    terminal.print(
      "  \(before)\(text(start..<end))\(text(end..<to))" + (to < scalars.count ? "…" : ""))
    let indent = String(repeating: " ", count: DisplayWidth.of(before))
    let marks = String(repeating: "^", count: max(1, DisplayWidth.of(text(start..<end))))
    terminal.print("  \(indent)\(terminal.style.red(marks))")
  }

  private func word(_ severity: Severity) -> String {
    switch severity {
    case .error: terminal.style.red("error")
    case .warning: terminal.style.yellow("warning")
    case .note: terminal.style.cyan("note")
    }
  }
}
