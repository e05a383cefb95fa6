import Foundation
import Testing

/// README's command reference is what the program itself says.
@Suite struct ReadmeTests {
  private static let readme = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("README.md")

  /// To write it anew: `LIAISON_UPDATE_GOLDEN=1 swift test --filter ReadmeTests`, or put what
  /// `liaison help --reference` prints between the two markers by hand.
  @Test func `the reference in README is the program's own`() throws {
    let text = try String(contentsOf: Self.readme, encoding: .utf8)
    let reference = try LiaisonProcess.run(["help", "--reference"], in: .temporaryDirectory).output
    let start = try #require(text.range(of: "<!-- reference -->\n"))
    let end = try #require(text.range(of: "<!-- /reference -->"))
    let wanted = "\n\(reference)\n"
    if ProcessInfo.processInfo.environment["LIAISON_UPDATE_GOLDEN"] == "1" {
      let whole = text[..<start.upperBound] + wanted + text[end.lowerBound...]
      try Data(whole.utf8).write(to: Self.readme)
      return
    }
    #expect(
      String(text[start.upperBound..<end.lowerBound]) == wanted,
      "put what 'liaison help --reference' prints between the markers in README.md")
  }
}
