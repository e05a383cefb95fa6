import TestServers
import Testing

@Suite struct DeliverySentTests {
  @Test func `a due message is delivered`() throws {
    let server = try TestServer("misbehaving_smtp.py", [])
    defer { server.close() }
    let workspace = try ScratchWorkspace()
    try workspace.openWindow()
    try workspace.deliver(to: server.port)
    let found = try workspace.run("import", "prospects.csv")
    #expect(found.exitCode == 0, "\(found)")
    let launched = try workspace.run("campaign", "launch", "spring")
    #expect(launched.exitCode == 0, "\(launched)")
    try workspace.sql("UPDATE attempt SET due_at = 0")
    let sent = try workspace.run("send", "--live")
    #expect(sent.exitCode == 0, "\(sent)")
    #expect(try server.accepted().count == 4)
  }
}
