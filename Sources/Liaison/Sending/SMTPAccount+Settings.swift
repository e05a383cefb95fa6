import Curl

/// Why mail cannot be sent for a sender.
public struct SenderFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong and what to do.
  public let description: String
}

extension SenderAccount {
  /// The SMTP account with its password, fetched from where the configuration says it is.
  ///
  /// - Throws: `SenderFault`.
  func account(
    environment: [String: String], workspace: Workspace
  ) throws(SenderFault) -> SMTPAccount {
    guard let smtp else {
      throw SenderFault(description: "sender '\(id)' has no 'smtp' settings in liaison.json5")
    }
    do {
      let secret = try smtp.password?.secret(environment: environment, folder: workspace.folder)
      return try SMTPAccount(
        host: smtp.host, port: smtp.port, security: smtp.security.transfer, user: smtp.user,
        credential: smtp.user == nil ? nil : secret.map { .password($0.revealed) },
        helloName: smtp.helloName ?? address.domain,
        certificateAuthorityFile: smtp.certificateAuthorities.map {
          $0.hasPrefix("/") ? $0 : workspace.path($0)
        })
    } catch {
      throw SenderFault(description: "sender '\(id)': \(error)")
    }
  }
}

extension SMTPSettings.Security {
  /// The same in the transfer's words.
  fileprivate var transfer: Security {
    switch self {
    case .tls: .tls
    case .startTLS: .startTLS
    case .none: .plain
    }
  }
}
