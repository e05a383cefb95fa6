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
}
