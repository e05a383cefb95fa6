/// A mailbox that is read by IMAP: server, port, security, login, and its folders.
public struct IMAPSettings: Codable, Hashable, Sendable {
  /// Whether a copy of what was sent is put into the Sent folder.
  public enum CopyToSent: String, Codable, CaseIterable, Sendable {
    /// Where the account does not file it itself.
    case auto
    /// Always.
    case yes
    /// Never.
    case no
  }

  /// The server's name.
  public let host: String
  /// The server's port.
  public let port: Int
  /// How the connection is protected.
  public let security: SMTPSettings.Security
  /// The account's name; nil stands for that of `smtp`.
  public let user: String?
  /// Where the password is kept; nil stands for that of `smtp`.
  public let password: SecretSource?
  /// The folders that are read for answers; nil stands for the inbox.
  public let folders: [String]?
  /// The folder of sent mail; nil stands for the one that the server names so.
  public let sentFolder: String?
  /// Whether a copy of what was sent is put into that folder.
  public let copyToSent: CopyToSent?

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case host, port, security, user, password, folders, sentFolder, copyToSent
  }

  /// Reads an `imap` object; an unknown key is an error.
  public init(from decoder: any Decoder) throws {
    var settings = try SettingsReader(decoder, CodingKeys.self)
    let host = settings.text(.host)
    let securityWord = settings.optional(.security, as: String.self) ?? "tls"
    let security = SMTPSettings.Security(rawValue: securityWord)
    if security == nil {
      settings.refuse(.security, "'\(securityWord)' is not one of tls, starttls, none")
    }
    port = settings.optional(.port) ?? (security == .tls ? 993 : 143)
    if !(1...65_535).contains(port) {
      settings.refuse(.port, "a port is a number from 1 to 65535")
    }
    user = settings.optional(.user)
    password = settings.optional(.password)
    folders = settings.optionalList(.folders)
    sentFolder = settings.has(.sentFolder) ? settings.text(.sentFolder) : nil
    let copyWord = settings.optional(.copyToSent, as: String.self)
    copyToSent = copyWord.flatMap(CopyToSent.init)
    if let copyWord, copyToSent == nil {
      settings.refuse(.copyToSent, "'\(copyWord)' is not one of auto, yes, no")
    }
    guard let host, let security, settings.isWell else { throw settings.faults }
    self.host = host
    self.security = security
  }
}
