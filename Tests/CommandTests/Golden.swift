import Foundation
import Testing

/// Texts that commands print, kept in Tests/Fixtures/commands so that a change of wording is seen in review.
///
/// To write them anew: `LIAISON_UPDATE_GOLDEN=1 swift test --filter CommandTests`, then read the
/// difference.
enum Golden {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Fixtures/commands")

  /// Expects a text to be what the file holds.
  static func expect(
    _ text: String, is name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = folder.appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["LIAISON_UPDATE_GOLDEN"] == "1" {
      try Data(text.utf8).write(to: file)
    }
    let known = try? String(contentsOf: file, encoding: .utf8)
    #expect(text == known, "\(name) differs", sourceLocation: sourceLocation)
  }
}
