import Testing

@testable import Curl

@Suite struct SMTPDialogueTests {
  private func dialogue(_ credential: Credential?) throws -> SMTPDialogue {
    SMTPDialogue(
      try SMTPAccount(
        host: "localhost", port: 25, security: .plain, user: credential == nil ? nil : "maya",
        credential: credential, helloName: "sender.test"))
  }

  /// Plays commands (`C:`) and lines of the server (`S:`); false where the session was stopped.
  private func play(_ script: [String], _ dialogue: inout SMTPDialogue) -> Bool {
    for entry in script {
      let text = Array(entry.utf8.dropFirst(2)) + [0x0D, 0x0A]
      if entry.hasPrefix("C:") {
        dialogue.commandSent(text)
      } else if !dialogue.lineReceived(text) {
        return false
      }
    }
    return true
  }

  @Test func `An answer to a challenge that looks like a command is none`() throws {
    var dialogue = try dialogue(.password("x"))
    dialogue.connect()
    let script = ["S:220 hi", "C:EHLO a", "S:250-mx", "S:250 AUTH PLAIN", "C:AUTH PLAIN", "S:334 "]
    #expect(play(script + ["C:DATA"], &dialogue))
    #expect(dialogue.stage == .auth)
    #expect(play(["S:235 ok", "C:MAIL FROM:<a@b>", "S:250 ok"], &dialogue))
    #expect(dialogue.stage == .mailFrom)
  }

  @Test func `Mail without the login that is configured is stopped at its first reply`() throws {
    var dialogue = try dialogue(.password("x"))
    dialogue.connect()
    let script = ["S:220 hi", "C:EHLO a", "S:250 AUTH PLAIN", "C:MAIL FROM:<a@b>"]
    #expect(play(script, &dialogue))
    #expect(!play(["S:250 ok"], &dialogue))
    #expect(dialogue.insecurity != nil)
  }

  @Test func `A login lasts as long as its connection`() throws {
    var dialogue = try dialogue(.bearer("x"))
    dialogue.connect()
    let login = ["S:220 hi", "C:EHLO a", "S:250 AUTH XOAUTH2", "C:AUTH XOAUTH2 zz", "S:235 ok"]
    #expect(play(login + ["C:MAIL FROM:<a@b>", "S:250 ok"], &dialogue))
    dialogue.begin()
    #expect(play(["C:MAIL FROM:<a@b>", "S:250 ok"], &dialogue))
    dialogue.connect()
    #expect(!play(["S:220 hi", "C:MAIL FROM:<a@b>", "S:250 ok"], &dialogue))
  }

  @Test func `What follows QUIT changes nothing`() throws {
    var dialogue = try dialogue(nil)
    dialogue.connect()
    let script = ["S:220 hi", "C:EHLO a", "S:250 mx", "C:MAIL FROM:<a@b>", "S:550 5.7.1 no"]
    #expect(play(script + ["C:QUIT", "S:221 bye"], &dialogue))
    #expect(dialogue.stage == .mailFrom)
    #expect(dialogue.reply?.code == 550)
  }
}
