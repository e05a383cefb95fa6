import FoundationEssentials
import Glibc
import Testing

@testable import Liaison

/// Where passwords come from, and that they go nowhere else.
struct SecretSourceTests {
  private static let canary = "canary-7f3a"
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func reveal(
    _ source: SecretSource, environment: [String: String] = [:]
  ) throws -> String {
    let secret = try source.secret(environment: environment, folder: folder.path)
    for shown in ["\(secret)", String(reflecting: secret), dumped(secret), dumped([secret])] {
      #expect(!shown.contains(Self.canary))
    }
    return secret.revealed
  }

  private func dumped(_ value: Any) -> String {
    var text = ""
    dump(value, to: &text)
    return text
  }

  private func refusal(_ source: SecretSource, environment: [String: String] = [:]) -> String {
    do {
      _ = try source.secret(environment: environment, folder: folder.path)
      return ""
    } catch {
      let text = "\(error) \(dumped(error))"
      #expect(!text.contains(Self.canary))
      return "\(error)"
    }
  }

  @Test func `an environment variable is read, and missing or empty ones are named`() throws {
    #expect(try reveal(.environment("PASS"), environment: ["PASS": Self.canary]) == Self.canary)
    #expect(refusal(.environment("PASS")).contains("PASS is not set"))
    #expect(refusal(.environment("PASS"), environment: ["PASS": ""]).contains("PASS"))
  }

  @Test func `a command's first line is read`() throws {
    #expect(try reveal(.command("printf '\(Self.canary)\\nuser: x\\n'")) == Self.canary)
    #expect(try reveal(.command("printf '\(Self.canary)\\r\\n'")) == Self.canary)
  }

  @Test func `a command that fails or says nothing is named, what it printed is not`() throws {
    try folder.write("echo \(Self.canary); exit 3", to: "tell")
    #expect(refusal(.command("sh \(folder.path)/tell")).contains("failed"))
    #expect(refusal(.command("true")).contains("holds no password"))
    #expect(refusal(.command("exec /no/such/program 2>/dev/null")).contains("failed"))
  }

  @Test(arguments: [
    (0o600, true), (0o400, true), (0o640, false), (0o604, false), (0o644, false), (0o660, false),
    (0o602, false), (0o601, false),
  ])
  func `a file is read only where nobody else can`(mode: UInt32, isRead: Bool) throws {
    try folder.write("\(Self.canary)\nrest\n", to: "pass")
    #expect(chmod(folder.path + "/pass", mode) == 0)
    if isRead {
      #expect(try reveal(.file("pass")) == Self.canary)
      #expect(try reveal(.file(folder.path + "/pass")) == Self.canary)
    } else {
      #expect(refusal(.file("pass")).contains("chmod 600"))
    }
  }

  @Test func `a missing, empty or strange file is an error`() throws {
    #expect(refusal(.file("none")).contains("cannot read"))
    try folder.write("", to: "empty")
    #expect(chmod(folder.path + "/empty", 0o600) == 0)
    #expect(refusal(.file("empty")).contains("holds no password"))
    #expect(!refusal(.file(".")).isEmpty)
  }

  @Test func `a link to a file that others can read is refused`() throws {
    try folder.write(Self.canary, to: "open")
    #expect(chmod(folder.path + "/open", 0o644) == 0)
    #expect(symlink(folder.path + "/open", folder.path + "/link") == 0)
    #expect(refusal(.file("link")).contains("chmod 600"))
  }

  @Test func `a sender's account keeps the password out of every description`() throws {
    let office = try Office(people: 0)
    try office.folder.write(
      Office.configuration(["me"]).replacing(
        "address: 'me@acme.example'",
        with: "address: 'me@acme.example', smtp: { host: 'smtp.acme.example', user: 'me', "
          + "password: { env: 'PASS' } }"), to: "liaison.json5")
    try office.reload()
    let sender = try #require(office.workspace.configuration.sender("me"))
    let environment = ["PASS": Self.canary]
    let account = try sender.account(environment: environment, workspace: office.workspace)
    #expect(!"\(account)".contains(Self.canary))
    #expect(!String(reflecting: account).contains(Self.canary))
    #expect(!dumped(account).contains(Self.canary))
    for diagnosis in Doctor.examine(
      folder: office.folder.path, environment: environment, at: office.now)
    {
      #expect(!"\(diagnosis)".contains(Self.canary))
    }
    // Nor does it reach the disk.
    for name in try office.folder.names()
    where !["brand", "campaigns", "templates"].contains(name) {
      let bytes = try office.folder.bytes(of: name)
      #expect(!String(decoding: bytes, as: UTF8.self).contains(Self.canary))
    }
  }

  @Test(arguments: ["liaison.db", "liaison.db-key", "secrets/smtp", "brand/link"])
  func `neither the database nor a password is carried by a message`(file: String) throws {
    let office = try Office(people: 1)
    try office.folder.write(
      Office.configuration(["me"]).replacing(
        "address: 'me@acme.example'",
        with: "address: 'me@acme.example', smtp: { host: 'smtp.acme.example', user: 'me', "
          + "password: { file: 'secrets/smtp' } }"
      ).replacing("kit.txt", with: file), to: "liaison.json5")
    try office.folder.write(Self.canary, to: "secrets/smtp")
    try office.folder.write("key", to: "liaison.db-key")
    #expect(symlink("../secrets/smtp", office.folder.path + "/brand/link") == 0)
    try office.folder.write(
      Office.campaign(["me"]).replacing("kit: 'none'", with: "kit: 'attach'"),
      to: "campaigns/spring.json5")
    try office.reload()
    let error = #expect(throws: (any Error).self) { try office.launch() }
    #expect(
      "\(error.map { "\($0)" } ?? "")".contains("no message carries"),
      "\(String(describing: error))")
  }
}
