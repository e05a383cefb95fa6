import Foundation
import Testing

@testable import Curl

/// What the fuzzer starts from, and what it once found, is read without control characters and
/// without mail before a login.
@Suite struct SMTPCorpusTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fuzzing/corpus/smtp")

  @Test func `every session is followed`() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(names.count > 3)
    for name in names {
      let bytes = [UInt8](try Data(contentsOf: Self.folder.appending(path: name)))
      var dialogue = SMTPDialogue(
        try SMTPAccount(
          host: "localhost", port: 25, security: .plain, user: "maya",
          credential: .password("canary"), helloName: "a.example"))
      dialogue.connect()
      var isLoggedIn = false
      for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
        if line.starts(with: Array("C ".utf8)) {
          dialogue.commandSent(line.dropFirst(2))
          continue
        }
        let stage = dialogue.stage
        let mayGoOn = dialogue.lineReceived(Array(line))
        for text in [dialogue.reply?.description, dialogue.insecurity, dialogue.reply?.queueID] {
          let isShown = text?.unicodeScalars.allSatisfy {
            $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value)
          }
          #expect(isShown != false, "\(name)")
        }
        if stage == .auth, dialogue.reply?.isPositive == true { isLoggedIn = true }
        if stage == .mailFrom, dialogue.reply != nil, !isLoggedIn {
          #expect(!mayGoOn, "\(name)")
        }
        if !mayGoOn { break }
      }
    }
  }
}
