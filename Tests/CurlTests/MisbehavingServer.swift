import TestServers

@testable import Curl

/// `misbehaving_smtp.py` and a connection to it.
struct MisbehavingServer {
  let server: TestServer
  let connection: SMTPConnection
  /// Kept because the file is read when a connection is made.
  private let certificates: TestCertificates?

  /// - Parameters:
  ///   - rules: what goes wrong where, as `PLACE=ACTION`.
  ///   - arguments: further ones of the server.
  init(
    _ rules: [String] = [], arguments: [String] = [], host: String = "127.0.0.1",
    security: Security = .plain, user: String? = nil, credential: Credential? = nil,
    certificates: TestCertificates? = nil, connectTimeout: Duration = .seconds(20),
    replyTimeout: Duration = .seconds(20)
  ) throws {
    self.certificates = certificates
    server = try TestServer("misbehaving_smtp.py", rules.flatMap { ["--on", $0] } + arguments)
    let account = try SMTPAccount(
      host: host, port: server.port, security: security, user: user, credential: credential,
      helloName: "sender.test", certificateAuthorityFile: certificates?.authorityFile,
      connectTimeout: connectTimeout, replyTimeout: replyTimeout)
    connection = SMTPConnection(account)
  }

  /// Delivers a message and tells how often the question before the dot was asked.
  func deliver(
    _ message: [UInt8] = MisbehavingServer.message, committing answer: Bool = true
  ) throws -> (delivery: SMTPDelivery, questions: Int) {
    var questions = 0
    let delivery = try connection.deliver(
      message, from: "maya@brand.test", to: "noor@press.test"
    ) {
      questions += 1
      return answer
    }
    return (delivery, questions)
  }

  static let message = Array("Subject: Hello\r\n\r\n.A dot first\r\nbye\r\n".utf8)
}

extension SMTPDelivery {
  /// The case alone, with stage and code of a refusal, for tables of tests.
  var kind: String {
    switch self {
    case .accepted: "accepted"
    case .refused(let reply, let stage): "refused \(reply.code) \(stage.rawValue)"
    case .withheld: "withheld"
    case .unavailable: "unavailable"
    case .insecure: "insecure"
    case .uncertain: "uncertain"
    }
  }
}
