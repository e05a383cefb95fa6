extension IMAPConnection {
  /// Opens a folder without changing anything in it: its messages stay unseen.
  package func examine(_ folder: IMAPFolderName) throws(IMAPError) -> IMAPMailbox {
    try open(folder, by: "EXAMINE")
  }

  /// Opens a folder for reading and writing.
  package func select(_ folder: IMAPFolderName) throws(IMAPError) -> IMAPMailbox {
    try open(folder, by: "SELECT")
  }

  private func open(_ folder: IMAPFolderName, by verb: String) throws(IMAPError) -> IMAPMailbox {
    // Where this fails, no folder is open.
    mailbox = nil
    hasNews = false
    var command = IMAPCommand(verb)
    command.add(string: folder.wire)
    var found = IMAPMailbox(folder: folder, isReadOnly: verb == "EXAMINE", messageCount: 0)
    let status = try run(command) { (response) throws(IMAPError) in
      switch response {
      case .exists(let count): found.messageCount = count
      case .status(tag: nil, let status) where status.code == "UIDVALIDITY":
        found.uidValidity = status.numbers?.first.flatMap { $0 > 0 ? $0 : nil }
      case .status(tag: nil, let status) where status.code == "UIDNEXT":
        found.uidNext = status.numbers?.first.flatMap { $0 > 0 ? $0 : nil }
      default: break
      }
    }
    if status.code == "READ-ONLY" { found.isReadOnly = true }
    mailbox = found
    return found
  }

  /// All folders of the mailbox, with what they are for where the server tells (RFC 6154).
  package func folders() throws(IMAPError) -> [IMAPFolder] {
    let asksForUses = has("SPECIAL-USE") && has("LIST-EXTENDED")
    var command = IMAPCommand("LIST", #""" "*""#)
    if asksForUses { command.add("RETURN (SPECIAL-USE)") }
    var found: [IMAPFolder] = []
    try run(command) { (response) throws(IMAPError) in
      guard case .folder(let folder) = response else { return }
      guard found.count < IMAPLimits.folders else {
        throw .protocolFault("\(account.server) lists more than \(IMAPLimits.folders) folders")
      }
      found.append(folder)
    }
    return found
  }

  func requireOpenFolder() throws(IMAPError) {
    guard mailbox != nil else { throw .argument("No folder is open") }
  }
}
