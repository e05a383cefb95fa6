import Mail

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

  private enum CodingKeys: String, CodingKey, CaseIterable { case id, name, address, replyTo, smtp }

  /// Reads one entry of `senders`; an unknown key is an error.
  public init(from decoder: any Decoder) throws {
    try decoder.refuseUnknownKeys(CodingKeys.self)
    let container = try decoder.container(keyedBy: CodingKeys.self)
    id = try container.text(.id)
    name = try container.text(.name)
    address = try container.decode(EmailAddress.self, forKey: .address)
    replyTo = try container.decodeIfPresent(EmailAddress.self, forKey: .replyTo)
    smtp = try container.decodeIfPresent(SMTPSettings.self, forKey: .smtp)
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

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case host, port, security, user, password, helloName, certificateAuthorities
  }

  /// Reads an `smtp` object; an unknown key is an error.
  public init(from decoder: any Decoder) throws {
    try decoder.refuseUnknownKeys(CodingKeys.self)
    let container = try decoder.container(keyedBy: CodingKeys.self)
    host = try container.text(.host)
    let securityWord = try container.decodeIfPresent(String.self, forKey: .security) ?? "tls"
    guard let security = Security(rawValue: securityWord) else {
      throw DecodingError.dataCorruptedError(
        forKey: .security, in: container,
        debugDescription: "'\(securityWord)' is not one of tls, starttls, none")
    }
    self.security = security
    port =
      try container.decodeIfPresent(Int.self, forKey: .port)
      ?? (security == .tls ? 465 : security == .startTLS ? 587 : 25)
    guard (1...65_535).contains(port) else {
      throw DecodingError.dataCorruptedError(
        forKey: .port, in: container, debugDescription: "a port is a number from 1 to 65535")
    }
    user = try container.decodeIfPresent(String.self, forKey: .user)
    password = try container.decodeIfPresent(SecretSource.self, forKey: .password)
    helloName = try container.decodeIfPresent(String.self, forKey: .helloName)
    certificateAuthorities = try container.decodeIfPresent(
      String.self, forKey: .certificateAuthorities)
    if user != nil, password == nil {
      throw DecodingError.dataCorruptedError(
        forKey: .user, in: container, debugDescription: "'user' needs a 'password' beside it")
    }
  }
}
