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
    guard let smtp else { throw missingAccount }
    do {
      let secret = try smtp.password?.secret(environment: environment, folder: workspace.folder)
      return try account(smtp, secret: secret, workspace)
    } catch {
      throw SenderFault(description: "sender '\(id)': \(error)")
    }
  }

  /// All that keeps the account from being used: its settings, and its password's place.
  func faults(environment: [String: String], workspace: Workspace) -> [SenderFault] {
    guard let smtp else { return [missingAccount] }
    var found: [any Error] = []
    do {
      _ = try smtp.password?.secret(environment: environment, folder: workspace.folder)
    } catch {
      found.append(error)
    }
    do {
      // Any password will do, since only the settings beside it are looked at.
      _ = try account(smtp, secret: smtp.password.map { _ in Secret(revealed: "x") }, workspace)
    } catch {
      found.append(error)
    }
    return found.map { SenderFault(description: "\($0)") }
  }

  private var missingAccount: SenderFault {
    SenderFault(description: "sender '\(id)' has no 'smtp' settings in liaison.json5")
  }

  private func account(
    _ smtp: SMTPSettings, secret: Secret?, _ workspace: Workspace
  ) throws(SMTPAccountError) -> SMTPAccount {
    try SMTPAccount(
      host: smtp.host, port: smtp.port, security: smtp.security.transfer, user: smtp.user,
      credential: smtp.user == nil ? nil : secret.map { .password($0.revealed) },
      helloName: smtp.helloName ?? address.domain,
      certificateAuthorityFile: smtp.certificateAuthorities.map {
        $0.hasPrefix("/") ? $0 : workspace.path($0)
      }, connectTimeout: .seconds(smtp.connectTimeout ?? 30),
      replyTimeout: .seconds(smtp.replyTimeout ?? 600))
  }
}

extension SMTPSettings.Security {
  /// The same in the transfer's words.
  var transfer: Security {
    switch self {
    case .tls: .tls
    case .startTLS: .startTLS
    case .none: .plain
    }
  }
}
