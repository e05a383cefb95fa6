import Testing

/// A sender that was held waits for a person, who can find out why and release it.
@Suite struct SenderCommandTests {
  @Test func `a held sender is listed with its reason, released, and may send again`() throws {
    let workspace = try ScratchWorkspace()
    try workspace.sql(
      "INSERT INTO sender_hold (sender, until, reason, created_at) VALUES ('me', NULL, 'spam', 0)")
    let held = try workspace.run("sender", "list", "--json")
    #expect(try held.json()["senders"][0]["heldBecause"].string == "spam")
    #expect(try workspace.run("sender", "list").output.contains("held until it is released: spam"))
    let released = try workspace.run("sender", "release", "me")
    #expect(released.exitCode == 0)
    #expect(released.output == "'me' may send again.\n")
    #expect(try workspace.run("sender", "list").output.contains("may send"))
    #expect(try workspace.run("sender", "release", "me").output == "'me' was not held.\n")
  }

  @Test func `releasing a sender that there is not is an error`() throws {
    let workspace = try ScratchWorkspace()
    let result = try workspace.run("sender", "release", "you")
    #expect(result.exitCode == 66)
    #expect(result.errors.contains("there is no sender 'you'"))
  }
}
