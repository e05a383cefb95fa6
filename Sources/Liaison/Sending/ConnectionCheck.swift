import Curl
import Scheduling

extension SenderAccount {
  /// Logs in to the sender's servers as a run would, and says what came of it; no mail is sent.
  func connections(
    environment: [String: String], workspace: Workspace, at now: Instant
  ) -> [Diagnosis] {
    var found = [smtpConnection(environment, workspace)]
    if imap != nil { found.append(imapConnection(environment, workspace, now)) }
    return found
  }

  /// Goes as far as a delivery to the sender's own address goes before the message counts.
  private func smtpConnection(
    _ environment: [String: String], _ workspace: Workspace
  ) -> Diagnosis {
    let subject = "smtp of \(id)"
    func fault(_ reason: String) -> Diagnosis {
      Diagnosis(subject: subject, state: .fault, detail: reason)
    }
    do {
      let account = try account(environment: environment, workspace: workspace)
      let own = address.description
      let message = "From: <\(own)>\r\nTo: <\(own)>\r\nSubject: Connection check\r\n\r\n\r\n"
      let connection = SMTPConnection(account)
      let delivery = try connection.deliver(
        Array(message.utf8), from: own, to: own, beforeFinalDot: { false })
      switch delivery {
      case .withheld, .accepted:
        let login = smtp?.user == nil ? "takes mail without a login" : "takes the login and mail"
        return Diagnosis(
          subject: subject, state: .good,
          detail: "\(smtp?.host ?? "") \(login) from \(own); none was sent"
            + (connection.offer.map { ". It offers \(Self.words($0))" } ?? ""))
      case .insecure(let reason), .unavailable(let reason), .uncertain(let reason):
        return fault(reason)
      case .refused(let reply, let stage): return fault("refused at \(stage): \(reply)")
      }
    } catch {
      return fault("\(error)")
    }
  }

  /// What a server offers, in words.
  private static func words(_ offer: SMTPOffer) -> String {
    var words = [offer.isEncrypted ? "TLS" : "no TLS"]
    words.append(
      offer.mechanisms.isEmpty
        ? "no login" : "login by \(offer.mechanisms.joined(separator: ", "))")
    words.append(
      offer.maximumSize.map { "messages up to \($0 / 1_000_000) MB" } ?? "messages of any size")
    words.append(offer.takesInternationalAddresses ? "SMTPUTF8" : "no SMTPUTF8")
    return words.joined(separator: "; ")
  }

  private func imapConnection(
    _ environment: [String: String], _ workspace: Workspace, _ now: Instant
  ) -> Diagnosis {
    let subject = "imap of \(id)"
    do {
      guard let account = try mailbox(environment: environment, workspace: workspace) else {
        return Diagnosis(subject: subject, state: .fault, detail: "it has no settings")
      }
      let mail = try SentMail(account, sentFolder: imap?.sentFolder)
      return Diagnosis(
        subject: subject, state: .good,
        detail: "\(account.host) takes the login; sent mail is in \(mail.folderNames); "
          + (try filing(mail, in: workspace.openStore(.write), at: now)))
    } catch {
      return Diagnosis(subject: subject, state: .fault, detail: "\(error)")
    }
  }

  /// Who puts sent mail into its folder: found out by looking for what was sent a while ago.
  private func filing(_ mail: SentMail, in store: Store, at now: Instant) throws -> String {
    switch imap?.copyToSent ?? .auto {
    case .yes: return "we file a copy of each message"
    case .no: return "no copies are filed"
    case .auto: break
    }
    var habit = try store.sentFolderHabit(of: id)
    let earlier = now.adding(seconds: -600)
    let ids = try store.lastUncopied(of: id, before: earlier, limit: SentFolderHabit.enough)
    let count = try mail.count(of: ids)
    habit.isFiledByServer =
      mail.isFiledByServer || count > 0 || habit.isFiledByServer && ids.isEmpty
    habit.missing = max(habit.missing, ids.count - count)
    try store.keep(habit, of: id, at: now)
    if habit.isFiledByServer { return "the server files sent mail itself" }
    return habit.missing >= SentFolderHabit.enough
      ? "the server files none, so we file a copy of each message"
      : "the first messages will show whether the server files sent mail itself"
  }
}
