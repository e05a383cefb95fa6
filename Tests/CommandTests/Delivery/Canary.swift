import Foundation
import Testing

/// Looks for the password of a `ScratchWorkspace` where it must not be.
enum Canary {
  /// The password as it is, and as AUTH carries it: the three ways in which Base64 can cut it.
  private static let secrets: [Data] = {
    let password = Data(ScratchWorkspace.password.utf8)
    let coded = (0..<3).map { skip in
      let text = password.dropFirst(skip)
      return Data(text.prefix(text.count / 3 * 3)).base64EncodedData()
    }
    return [password] + coded
  }()

  static func isTold(by data: Data) -> Bool { secrets.contains { data.range(of: $0) != nil } }

  /// Looks through all files of a workspace: the database, its write-ahead log, what was logged.
  static func expectNone(below folder: URL, except place: String? = nil) throws {
    let files = FileManager.default.enumerator(atPath: folder.path)
    var seen: [String] = []
    while let path = files?.nextObject() as? String {
      guard path != place, let data = try? Data(contentsOf: folder.appendingPathComponent(path))
      else { continue }
      seen.append(path)
      #expect(!isTold(by: data), "the password stands in \(path)")
    }
    #expect(seen.contains("liaison.db"))
  }
}
