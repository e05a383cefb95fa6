import Curl

extension SenderAccount {
  /// Logs in to the sender's servers as a run would, and says what came of it; no mail is sent.
  func connections(environment: [String: String], workspace: Workspace) -> [Diagnosis] {
    var found = [smtpConnection(environment, workspace)]
    if imap != nil { found.append(imapConnection(environment, workspace)) }
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
      let delivery = try SMTPConnection(account).deliver(
        Array(message.utf8), from: own, to: own, beforeFinalDot: { false })
      switch delivery {
      case .withheld, .accepted:
        let login = smtp?.user == nil ? "takes mail without a login" : "takes the login and mail"
        return Diagnosis(
          subject: subject, state: .good,
          detail: "\(smtp?.host ?? "") \(login) from \(own); none was sent")
      case .insecure(let reason), .unavailable(let reason), .uncertain(let reason):
        return fault(reason)
      case .refused(let reply, let stage): return fault("refused at \(stage): \(reply)")
      }
    } catch {
      return fault("\(error)")
    }
  }

  private func imapConnection(
    _ environment: [String: String], _ workspace: Workspace
  ) -> Diagnosis {
    let subject = "imap of \(id)"
    do {
      guard let account = try mailbox(environment: environment, workspace: workspace) else {
        return Diagnosis(subject: subject, state: .fault, detail: "it has no settings")
      }
      let mail = try SentMail(account, sentFolder: imap?.sentFolder)
      return Diagnosis(
        subject: subject, state: .good,
        detail: "\(account.host) takes the login; sent mail is in \(mail.folderNames)")
    } catch {
      return Diagnosis(subject: subject, state: .fault, detail: "\(error)")
    }
  }
}
