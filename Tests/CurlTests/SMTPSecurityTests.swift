import Foundation
import TestServers
import Testing

@testable import Curl

@Suite struct SMTPSecurityTests {
  private static let user = "maya@brand.test"
  private static let password = "canary p4ssw0rd"

  @Test(arguments: [Security.tls, .startTLS])
  func `A certificate that does not hold stops everything`(security: Security) throws {
    let certificates = try TestCertificates()
    for kind in [TestCertificates.Kind.wrongHost, .expired, .selfSigned] {
      let server = try MisbehavingServer(
        arguments: try certificates.serverArguments(kind) + [
          security == .tls ? "--tls" : "--starttls"
        ]
          + ["--auth", "PLAIN,LOGIN"], host: "localhost", security: security, user: Self.user,
        credential: .password(Self.password), certificates: certificates)
      let outcome = try server.deliver()
      #expect(outcome.delivery.kind == "insecure", "\(kind): \(outcome.delivery)")
      #expect(outcome.questions == 0)
      try expectNothingTold(server)
    }
  }

  @Test func `An authority that is not trusted stops everything`() throws {
    let certificates = try TestCertificates()
    let server = try MisbehavingServer(
      arguments: try certificates.serverArguments(.valid) + ["--tls", "--auth", "PLAIN"],
      host: "localhost", security: .tls, user: Self.user, credential: .password(Self.password))
    #expect(try server.deliver().delivery.kind == "insecure")
    try expectNothingTold(server)
  }

  /// What is wrong with TLS or the login, by the rules and arguments of the server.
  @Test(arguments: [
    (["ehlo=reply:250 mx.test"], ["--starttls"]),
    (["starttls=reply:454 4.7.0 not now"], ["--starttls"]),
    (["starttls=reply:502 5.5.1 no"], ["--starttls"]),
    (["starttls=say:220 go ahead\\n250 slipped in"], ["--starttls"]),
    (["starttls=last:220 go ahead"], ["--starttls"]),
    ([], []),
    ([], ["--auth", "PLAIN"]),
    // No AUTH, or none that we use, though TLS is there.
    ([], ["--starttls", "--auth", ""]),
    ([], ["--starttls", "--auth", "CRAM-MD5,XOAUTH2"]),
    (["ehlo#2=reply:250-mx.test\\n250-auth plain\\n250 AUTH=PLAIN"], ["--starttls"]),
    (["ehlo#2=reply:502 5.5.1 only HELO inside"], ["--starttls", "--auth", "PLAIN"]),
  ])
  func `Without TLS and a login that was offered nothing is sent`(
    rules: [String], arguments: [String]
  ) throws {
    let certificates = try TestCertificates()
    let server = try MisbehavingServer(
      rules, arguments: try certificates.serverArguments(.valid) + arguments, host: "localhost",
      security: .startTLS, user: Self.user, credential: .password(Self.password),
      certificates: certificates)
    let outcome = try server.deliver()
    #expect(outcome.delivery.kind == "insecure", "\(outcome.delivery)")
    #expect(outcome.questions == 0)
    try expectNothingTold(server)
  }

  @Test func `A plain server without AUTH gets no mail from a sender with a login`() throws {
    let server = try MisbehavingServer(
      user: Self.user, credential: .password(Self.password))
    #expect(try server.deliver().delivery.kind == "insecure")
    try expectNothingTold(server)
  }

  @Test(arguments: ["starttls=drop", "starttls=garbage"])
  func `A server that drops before it answers STARTTLS is only unavailable`(rule: String) throws {
    let server = try MisbehavingServer(
      [rule], arguments: ["--starttls"], security: .startTLS, user: Self.user,
      credential: .password(Self.password))
    #expect(try server.deliver().delivery.kind == "unavailable")
    try expectNothingTold(server)
  }

  @Test(arguments: [
    ("auth=reply:535 5.7.8 wrong", "refused 535 auth"),
    ("auth=reply:454 4.7.0 later", "refused 454 auth"),
    ("auth=reply:504 5.5.4 unknown mechanism", "refused 504 auth"),
    ("auth=drop", "unavailable"), ("auth=stall", "unavailable"),
  ])
  func `A login that fails sends no mail`(rule: String, kind: String) throws {
    let server = try MisbehavingServer(
      [rule], arguments: ["--auth", "PLAIN"], user: Self.user,
      credential: .password(Self.password), connectTimeout: .seconds(2))
    let outcome = try server.deliver()
    #expect(outcome.delivery.kind == kind)
    #expect(outcome.questions == 0)
    #expect(try server.server.events().allSatisfy { !$0.hasPrefix("line MAIL") })
  }

  @Test(arguments: ["PLAIN", "LOGIN", "CRAM-MD5,LOGIN", "LOGIN,PLAIN"])
  func `A password is sent by PLAIN or LOGIN`(offer: String) throws {
    let server = try MisbehavingServer(
      arguments: ["--auth", offer, "--login", "\(Self.user):\(Self.password)"], user: Self.user,
      credential: .password(Self.password))
    #expect(try server.deliver().delivery.kind == "accepted")
    // Once a connection, not once a message.
    #expect(try server.deliver().delivery.kind == "accepted")
    #expect(try server.server.events().filter { $0.hasPrefix("line AUTH") }.count == 1)
  }

  @Test func `A token is sent by XOAUTH2`() throws {
    let server = try MisbehavingServer(
      arguments: ["--auth", "LOGIN,XOAUTH2", "--login", "\(Self.user):ya29.token"],
      user: Self.user, credential: .bearer("ya29.token"))
    #expect(try server.deliver().delivery.kind == "accepted")
    #expect(try server.server.events().contains { $0.hasPrefix("line AUTH XOAUTH2") })
  }

  @Test func `A token that is over is refused`() throws {
    let server = try MisbehavingServer(
      arguments: ["--auth", "XOAUTH2", "--login", "\(Self.user):fresh"], user: Self.user,
      credential: .bearer("stale"))
    guard case .refused(_, at: .auth) = try server.deliver().delivery else {
      Issue.record("not refused")
      return
    }
  }

  /// The server's log shows neither a login nor an envelope nor, in any form, a secret.
  private func expectNothingTold(_ server: MisbehavingServer) throws {
    let lines = try server.server.events()
    #expect(lines.contains("connect"))
    for line in lines {
      for verb in ["AUTH", "MAIL", "RCPT", "DATA"] { #expect(!line.hasPrefix("line \(verb)")) }
      for secret in [Self.user, Self.password] {
        #expect(!line.contains(secret))
        #expect(!line.contains(Data(secret.utf8).base64EncodedString()))
      }
    }
    #expect(try server.server.accepted().isEmpty)
  }
}
