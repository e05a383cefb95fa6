import Foundation
import Testing

@testable import Tone

/// The shared cases: `LIAISON_CONFORMANCE`, else `../shared/conformance` beside the package.
private enum Cases {
  static let folder: URL = {
    let path = ProcessInfo.processInfo.environment["LIAISON_CONFORMANCE"]
    return path.map { URL(filePath: $0) }
      ?? packageRoot.deletingLastPathComponent().appending(path: "shared/conformance")
  }()

  static let areHere: Bool = {
    let file = folder.appending(path: "tone/pairs.tsv").path
    let found = FileManager.default.fileExists(atPath: file)
    if !found { print("conformance tone: skipped, no cases at \(folder.path)") }
    return found
  }()

  static func rows(_ name: String) throws -> [[String]] {
    let text = try String(contentsOf: folder.appending(path: "tone/\(name)"), encoding: .utf8)
    return text.split(whereSeparator: \.isNewline).dropFirst().map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// What the phrase rules find in a text, as a subject and as a body.
  static func findings(_ text: String, locale: String) throws -> [Finding] {
    try
      (ShippedRules.findings("", subject: text, locale: locale)
      + ShippedRules.findings(text, locale: locale)).filter { $0.group != "template" }
  }
}

@Suite(.enabled(if: Cases.areHere))
struct ToneConformanceTests {
  @Test func badPhrasesAreFoundByTheirOwnRule() throws {
    let rows = try Cases.rows("pairs.tsv").filter { $0.count >= 4 }
    var missed: [[String]] = []
    for row in rows {
      let found = try Cases.findings(row[2], locale: row[1])
      if !found.contains(where: { $0.rule == row[0] }) { missed.append(row) }
    }
    print("conformance tone-bad: \(rows.count - missed.count) of \(rows.count)")
    #expect(missed.filter { $0[1] == "en" }.isEmpty)
  }

  @Test func betterPhrasesAreLeftAlone() throws {
    let rows = try Cases.rows("pairs.tsv").filter { $0.count >= 4 }
    var flagged: [(text: String, rule: String)] = []
    for row in rows {
      let found = try Cases.findings(row[3], locale: row[1]).first { $0.severity > .note }
      if let found { flagged.append((row[3], found.rule)) }
    }
    print("conformance tone-better: \(rows.count - flagged.count) of \(rows.count)")
    #expect(flagged.isEmpty)
  }

  @Test func theScoreSeparatesPoliteFromImpoliteRequests() throws {
    let rows = try Cases.rows("requests.tsv").filter { $0.count >= 6 }
    func scores(_ label: String) -> [Double] {
      rows.filter { $0[1] == label }.map { ToneScore(of: $0[5]).value }
    }
    let area = Self.areaUnderCurve(scores("polite"), scores("impolite"))
    let rounded = String((area * 1000).rounded() / 1000)
    print("conformance tone-auc: \(rounded.padding(toLength: 5, withPad: "0", startingAt: 0))")
    #expect(area >= 0.88)
  }

  /// The share of pairs in which the first score is the higher one; a tie counts half.
  private static func areaUnderCurve(_ higher: [Double], _ lower: [Double]) -> Double {
    let wins = higher.reduce(0.0) { sum, score in
      sum + lower.reduce(0.0) { $0 + ($1 < score ? 1 : $1 == score ? 0.5 : 0) }
    }
    return wins / Double(max(1, higher.count * lower.count))
  }

  @Test func politeSentencesAreLeftAlone() throws {
    let polite = try Cases.rows("requests.tsv").filter { $0.count >= 6 && $0[1] == "polite" }
    var sentences = 0
    var flagged = 0
    for row in polite {
      sentences += max(1, row[5].split { ".!?".contains($0) }.count { $0.contains(" ") })
      let found = try ShippedRules.findings(row[5])
        .filter { $0.group != "template" && $0.severity > .note }
      flagged += found.count
    }
    print("conformance tone-polite: \(sentences - flagged) of \(sentences)")
    #expect(flagged * 100 <= sentences)
  }
}
