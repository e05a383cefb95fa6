import Mail
import Scheduling

/// A mailbox to write from, with the SMTP account that delivers for it.
public struct SenderAccount: Codable, Hashable, Sendable {
  /// How campaigns name it.
  public let id: String
  /// The person's name in the From line.
  public let name: String
  /// The address in the From line.
  public let address: EmailAddress
  /// Where answers go, if not to `address`.
  public let replyTo: EmailAddress?
  /// How its mail is delivered; a sender without one can only be previewed.
  public let smtp: SMTPSettings?
  /// The mailbox that what was sent and what came back is read from.
  public let imap: IMAPSettings?
  /// How many messages it may send a day of the team's own calendar.
  public let cap: DailyCap
  /// How many connections to its server deliver side by side.
  public let connections: Int

  /// So many connections are the most: servers refuse more from one account, and often fewer.
  static let mostConnections = 16

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case id, name, address, replyTo, smtp, imap, daily, rampUp, connections
  }

  private struct RampUp: Codable {
    let start: Int
    let add: Int

    enum CodingKeys: String, CodingKey, CaseIterable { case start, add }

    init(_ rampUp: DailyCap.RampUp) {
      start = rampUp.start
      add = rampUp.add
    }

    init(from decoder: any Decoder) throws {
      var settings = try SettingsReader(decoder, CodingKeys.self)
      let start: Int? = settings.required(.start)
      let add: Int? = settings.required(.add)
      guard let start, let add, settings.isWell else { throw settings.faults }
      self.start = start
      self.add = add
    }
  }

  /// Reads one entry of `senders`; an unknown key is an error.
  public init(from decoder: any Decoder) throws {
    var settings = try SettingsReader(decoder, CodingKeys.self)
    let id = settings.text(.id)
    let name = settings.text(.name)
    let address: EmailAddress? = settings.required(.address)
    replyTo = settings.optional(.replyTo)
    smtp = settings.optional(.smtp)
    imap = settings.optional(.imap)
    let daily = settings.optional(.daily, as: Int.self)
    let rampUp = settings.optional(.rampUp, as: RampUp.self)
    var cap: DailyCap?
    do {
      cap = try DailyCap(
        daily: daily ?? DailyCap.standard.daily,
        rampUp: rampUp.map { .init(start: $0.start, add: $0.add) })
    } catch {
      settings.refuse(daily == nil ? .rampUp : .daily, "\(error)")
    }
    connections = settings.optional(.connections) ?? 1
    if !(1...Self.mostConnections).contains(connections) {
      settings.refuse(.connections, "'connections' is a number from 1 to \(Self.mostConnections)")
    }
    guard let id, let name, let address, let cap, settings.isWell else { throw settings.faults }
    self.id = id
    self.name = name
    self.address = address
    self.cap = cap
  }

  /// Writes the entry back as its file has it.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(name, forKey: .name)
    try container.encode(address, forKey: .address)
    try container.encodeIfPresent(replyTo, forKey: .replyTo)
    try container.encodeIfPresent(smtp, forKey: .smtp)
    try container.encodeIfPresent(imap, forKey: .imap)
    try container.encode(cap.daily, forKey: .daily)
    try container.encodeIfPresent(cap.rampUp.map(RampUp.init), forKey: .rampUp)
    try container.encode(connections, forKey: .connections)
  }
}

/// An SMTP account: server, port, security, and where its password is kept.
public struct SMTPSettings: Codable, Hashable, Sendable {
  /// How the connection is protected.
  public enum Security: String, Codable, CaseIterable, Sendable {
    /// TLS from the first byte, usually port 465 (RFC 8314).
    case tls
    /// STARTTLS, usually port 587 (RFC 3207); required, never optional.
    case startTLS = "starttls"
    /// No protection; only for a server on this machine's loopback.
    case none
  }

  /// The server's name.
  public let host: String
  /// The server's port.
  public let port: Int
  /// How the connection is protected.
  public let security: Security
  /// The account's name; nil sends without logging in.
  public let user: String?
  /// Where the password is kept.
  public let password: SecretSource?
  /// What we call ourselves in EHLO; the sender's domain where there is none.
  public let helloName: String?
  /// A file of certificate authorities to trust instead of the system's.
  public let certificateAuthorities: String?
  /// How many seconds connecting and logging in may take; 30 where nothing is said.
  public let connectTimeout: Int?
  /// How many seconds the server may take for a reply; the ten minutes of RFC 5321 section
  /// 4.5.3.2.6 where nothing is said.
  public let replyTimeout: Int?

  /// What a time-out may be, in seconds: less than a claim holds.
  static let timeouts = 1...600

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case host, port, security, user, password, helloName, certificateAuthorities
    case connectTimeout, replyTimeout
  }

  /// Reads an `smtp` object; an unknown key is an error.
  public init(from decoder: any Decoder) throws {
    var settings = try SettingsReader(decoder, CodingKeys.self)
    let host = settings.text(.host)
    let securityWord = settings.optional(.security, as: String.self) ?? "tls"
    let security = Security(rawValue: securityWord)
    if security == nil {
      settings.refuse(.security, "'\(securityWord)' is not one of tls, starttls, none")
    }
    port = settings.optional(.port) ?? (security == .tls ? 465 : security == .startTLS ? 587 : 25)
    if !(1...65_535).contains(port) {
      settings.refuse(.port, "a port is a number from 1 to 65535")
    }
    user = settings.optional(.user)
    password = settings.optional(.password)
    helloName = settings.optional(.helloName)
    certificateAuthorities = settings.optional(.certificateAuthorities)
    connectTimeout = settings.optional(.connectTimeout)
    replyTimeout = settings.optional(.replyTimeout)
    for (key, seconds) in [
      (CodingKeys.connectTimeout, connectTimeout), (.replyTimeout, replyTimeout),
    ] {
      if let seconds, !Self.timeouts.contains(seconds) {
        settings.refuse(key, "a time-out is from 1 to 600 seconds")
      }
    }
    if settings.has(.user), !settings.has(.password) {
      settings.refuse(.user, "'user' needs a 'password' beside it")
    }
    guard let host, let security, settings.isWell else { throw settings.faults }
    self.host = host
    self.security = security
  }
}
