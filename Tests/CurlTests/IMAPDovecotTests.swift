import Foundation
import TestServers
import Testing

@testable import Curl

/// Against a real server.
@Suite struct IMAPDovecotTests {
  private static let password = "s3cret \"with\" \\ signs"

  private func account(
    _ server: DovecotServer, _ security: Security = .plain, user: String = "maya",
    password: String = IMAPDovecotTests.password, certificates: TestCertificates? = nil,
    verifiesCertificate: Bool = true
  ) throws -> IMAPAccount {
    try IMAPAccount(
      host: "localhost", port: security == .tls ? server.tlsPort : server.port,
      security: security, user: user, credential: .password(password),
      certificateAuthorityFile: certificates?.authorityFile,
      verifiesCertificate: verifiesCertificate, replyTimeout: .seconds(30))
  }

  private func message(_ number: Int, padding: Int = 0) -> [UInt8] {
    let filler = String(repeating: "0123456789012345678901234567890123456789\r\n", count: padding)
    return Array(
      "Subject: \(number)\r\nMessage-ID: <id-\(number)@brand.test>\r\n\r\nA004 OK done\r\n\(filler)"
        .utf8)
  }

  @Test(arguments: [Security.tls, .startTLS, .plain])
  func `Messages are found and fetched, and stay unseen`(security: Security) throws {
    let certificates = security == .plain ? nil : try TestCertificates()
    let server = try DovecotServer(users: ["maya": Self.password], certificates: certificates)
    for number in 1...5 { try server.deliver(message(number), to: "maya") }
    let connection = try IMAPConnection(account(server, security, certificates: certificates))
    let mailbox = try connection.examine(.inbox)
    #expect(mailbox.messageCount == 5)
    #expect(mailbox.uidNext == 6)
    #expect(try #require(mailbox.uidValidity) > 0)
    #expect(mailbox.isReadOnly)

    #expect(try connection.search(IMAPSearch()) == [1, 2, 3, 4, 5])
    #expect(try connection.search(IMAPSearch(uids: 4...UInt32.max)) == [4, 5])
    #expect(try connection.search(IMAPSearch(uids: 6...UInt32.max)) == [])
    let found = try connection.search(IMAPSearch(messageID: "<id-3@brand.test>"))
    #expect(found.count == 1)
    let fetched = try connection.fetch(found, maximumSize: 1 << 20)
    #expect(fetched.map(\.bytes) == [message(3)])
    #expect(fetched.first?.isTruncated == false)
    #expect(fetched.first?.received != nil)
    #expect(
      try connection.fetch([1, 2, 3, 4, 5, 9], maximumSize: 1 << 20).map(\.uid) == [1, 2, 3, 4, 5])
    connection.logOut()
    #expect(!connection.isOpen)
    #expect(try server.files(of: "maya").allSatisfy { !$0.contains("S") })
  }

  @Test func `Fetching marks nothing as read, in a folder open for writing either`() throws {
    let server = try DovecotServer(users: ["maya": Self.password])
    try server.deliver(message(1), to: "maya")
    let connection = try IMAPConnection(account(server))
    #expect(try !connection.select(.inbox).isReadOnly)
    #expect(try connection.fetch([1], maximumSize: 1 << 20).count == 1)
    connection.logOut()
    #expect(try server.files(of: "maya").allSatisfy { !$0.hasSuffix("S") })
  }

  @Test func `A large message comes in pieces and is cut where it is asked to be`() throws {
    let server = try DovecotServer(users: ["maya": Self.password])
    let large = message(1, padding: 30_000)
    try server.deliver(large, to: "maya")
    let connection = try IMAPConnection(account(server))
    _ = try connection.examine(.inbox)
    #expect(try connection.fetch([1], maximumSize: large.count).map(\.bytes) == [large])
    let cut = try #require(try connection.fetch([1], maximumSize: large.count - 1).first)
    #expect(cut.isTruncated)
    #expect(cut.bytes == large.dropLast())
  }

  @Test func `A sent message is appended and found again`() throws {
    let server = try DovecotServer(
      users: ["maya": Self.password],
      settings: "namespace inbox {\n mailbox \"Entwürfe & mehr\" {\n auto = create\n }\n}")
    let connection = try IMAPConnection(account(server))
    let folders = try connection.folders()
    let sent = try #require(folders.first { $0.uses.contains(.sent) })
    #expect(folders.contains { $0.uses == [.junk] })
    #expect(sent.isSelectable)
    let drafts = try #require(folders.first { $0.name.description == "Entwürfe & mehr" })
    #expect(drafts.name == IMAPFolderName("Entwürfe & mehr"))
    for folder in [sent.name, drafts.name] {
      let copy = message(7, padding: 20_000)
      let appended = try #require(try connection.append(copy, to: folder))
      let mailbox = try connection.examine(folder)
      #expect(mailbox.uidValidity == appended.uidValidity)
      let search = try IMAPSearch(
        since: IMAPSearch.Day(year: 2020, month: 1, day: 1), messageID: "<id-7@brand.test>")
      #expect(try connection.search(search) == [appended.uid])
      #expect(try connection.fetch([appended.uid], maximumSize: 1 << 24).map(\.bytes) == [copy])
    }
    #expect(try connection.search(IMAPSearch(messageID: "<id-8@brand.test>")).isEmpty)
    let missing = try #require(IMAPFolderName("None such"))
    let error = #expect(throws: IMAPError.self) { try connection.append(message(8), to: missing) }
    guard case .refused(let status, _, _) = error else {
      Issue.record("not refused but \(String(describing: error))")
      return
    }
    #expect(status.code == "TRYCREATE")
    #expect(connection.isOpen)
  }

  @Test(arguments: [Security.plain, .tls])
  func `Waiting ends when a message comes, or by a stop`(security: Security) throws {
    let certificates = security == .plain ? nil : try TestCertificates()
    let server = try DovecotServer(users: ["maya": Self.password], certificates: certificates)
    let account = try account(server, security, certificates: certificates)
    let reading = try IMAPConnection(account)
    _ = try reading.examine(.inbox)
    #expect(try reading.search(IMAPSearch()).isEmpty)
    let writing = try IMAPConnection(account)
    #expect(try writing.append(message(1), to: .inbox) != nil)
    #expect(try reading.idle(for: .seconds(60)) == .news)
    #expect(try reading.search(IMAPSearch()) == [1])
    let stop = try IMAPStop()
    Thread.detachNewThread { stop.stop() }
    #expect(try reading.idle(for: .seconds(60), stop: stop) == .stopped)
    #expect(try reading.search(IMAPSearch()) == [1])
  }

  @Test func `A wrong password is refused and not repeated`() throws {
    let server = try DovecotServer(users: ["maya": Self.password])
    let error = #expect(throws: IMAPError.self) {
      try IMAPConnection(account(server, password: "canary"))
    }
    guard case .loginRefused(let status, _) = error else {
      Issue.record("not refused but \(String(describing: error))")
      return
    }
    #expect(status.code == "AUTHENTICATIONFAILED")
    #expect(!"\(status)".contains("canary"))
  }

  @Test(arguments: [
    TestCertificates.Kind.selfSigned, .expired, .wrongHost,
  ])
  func `A certificate that does not hold stops everything`(kind: TestCertificates.Kind) throws {
    let certificates = try TestCertificates()
    let server = try DovecotServer(
      users: ["maya": Self.password], certificates: certificates, kind)
    for security in [Security.tls, .startTLS] {
      let error = #expect(throws: IMAPError.self) {
        try IMAPConnection(account(server, security, certificates: certificates))
      }
      guard case .insecure = error else {
        Issue.record("not insecure but \(String(describing: error))")
        continue
      }
      // Told not to look, it does without; only here on this machine.
      let connection = try IMAPConnection(account(server, security, verifiesCertificate: false))
      #expect(connection.isOpen)
      connection.logOut()
    }
  }
}
