import Curl

extension SenderAccount {
  /// The IMAP account with its password; user, password and certificate authorities are those of
  /// `smtp` where `imap` names none.
  ///
  /// - Returns: nil where the sender has no `imap` settings.
  /// - Throws: `SenderFault`.
  func mailbox(
    environment: [String: String], workspace: Workspace
  ) throws(SenderFault) -> IMAPAccount? {
    guard let imap else { return nil }
    guard let user = imap.user ?? smtp?.user, let source = imap.password ?? smtp?.password else {
      throw SenderFault(description: "sender '\(id)': 'imap' needs a 'user' and a 'password'")
    }
    do {
      let secret = try source.secret(environment: environment, folder: workspace.folder)
      return try IMAPAccount(
        host: imap.host, port: imap.port, security: imap.security.transfer, user: user,
        credential: .password(secret.revealed),
        certificateAuthorityFile: smtp?.certificateAuthorities.map {
          $0.hasPrefix("/") ? $0 : workspace.path($0)
        })
    } catch {
      throw SenderFault(description: "sender '\(id)', imap: \(error)")
    }
  }
}
