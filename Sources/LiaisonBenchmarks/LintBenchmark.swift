import Liaison
import Tone

/// All shipped rules over a long English draft made of the shipped sequences.
enum LintBenchmark {
  @Sendable
  static func run(_ scale: Scale) throws -> [Measurement] {
    let linter = try Linter.shipped()
    let size = scale.pick(8_000_000, quick: 400_000)
    let texts = ShippedFiles.all.filter {
      $0.path.hasPrefix("sequences/") && $0.path.split(separator: ".").count == 2
    }.map { file in
      // The front matter belongs at the top of a file only.
      String(decoding: file.bytes, as: UTF8.self).split(separator: "---\n").last.map(String.init)
        ?? ""
    }
    let once = texts.joined(separator: "\n")
    guard !once.isEmpty else { throw BenchmarkError("there are no shipped sequences") }
    let text = String(repeating: once, count: size / once.utf8.count + 1)
    let draft = Draft(text: text, path: "draft.md")
    let seconds = Stopwatch.best(of: 3) { _ = linter.findings(in: draft) }
    return [
      Measurement(
        name: "lint", value: Double(text.utf8.count) / seconds / 1e6, unit: "MB/s")
    ]
  }
}
