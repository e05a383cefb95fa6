extension IMAPConnection {
  /// Finds messages of the open folder.
  ///
  /// - Returns: their UIDs, ascending.
  package func search(_ search: IMAPSearch) throws(IMAPError) -> [UInt32] {
    try requireOpenFolder()
    hasNews = false
    var found: [UInt32] = []
    try run(search.command) { (response) throws(IMAPError) in
      guard case .search(let uids) = response else { return }
      guard found.count + uids.count <= IMAPLimits.searchResults else {
        throw .protocolFault(
          "\(account.server) found more than \(IMAPLimits.searchResults) messages")
      }
      found += uids
    }
    // `9:*` also means the last message where its UID is below 9.
    if let uids = search.uids { found.removeAll { !uids.contains($0) } }
    found.sort()
    var last: UInt32 = 0
    found.removeAll { uid in
      defer { last = uid }
      return uid == last
    }
    return found
  }

  /// Fetches messages without marking them as read.
  ///
  /// All are in memory together: ask for a few dozen at a time.
  ///
  /// - Parameters:
  ///   - uids: messages of the open folder.
  ///   - maximumSize: how much of each is fetched at most, in bytes.
  /// - Returns: those that are there, ascending.
  package func fetch(
    _ uids: [UInt32], maximumSize: Int
  ) throws(IMAPError) -> [IMAPMessage] {
    try requireOpenFolder()
    guard maximumSize > 0, maximumSize < Int(UInt32.max), !uids.contains(0) else {
      throw .argument("A UID is never 0, and a message's size is from 1 to 4 billion")
    }
    let uids = Set(uids).sorted()
    var messages: [IMAPMessage] = []
    for start in stride(from: 0, to: uids.count, by: IMAPLimits.fetchMessages) {
      let part = uids[start..<min(start + IMAPLimits.fetchMessages, uids.count)]
      // One byte more than wanted tells whether there is more.
      var pieces = try fetchPieces(part, from: 0, count: maximumSize + 1)
      for uid in part {
        guard let first = pieces.removeValue(forKey: uid), var bytes = first.body else { continue }
        var last = bytes.count
        // A server that ignores the bounds gives no origin, and the whole at once.
        while first.origin != nil, last >= IMAPLimits.fetchPiece, bytes.count <= maximumSize {
          let next = try fetchPieces([uid], from: bytes.count, count: maximumSize + 1 - bytes.count)
          guard let piece = next[uid]?.body, !piece.isEmpty else { break }
          guard next[uid]?.origin == bytes.count else {
            throw protocolFault("it gave another part of a message than was asked for")
          }
          last = piece.count
          bytes += piece
        }
        messages.append(
          IMAPMessage(
            uid: uid, received: first.received, bytes: Array(bytes.prefix(maximumSize)),
            isTruncated: bytes.count > maximumSize))
      }
    }
    return messages
  }

  /// One piece of each message; a server may leave out some, and tell of others unasked.
  private func fetchPieces(
    _ uids: ArraySlice<UInt32>, from origin: Int, count: Int
  ) throws(IMAPError) -> [UInt32: IMAPFetched] {
    let count = min(count, IMAPLimits.fetchPiece)
    let items = "INTERNALDATE BODY.PEEK[]<\(origin).\(count)>"
    let command = IMAPCommand("UID FETCH", Self.uidSet(uids), "(UID \(items))")
    let asked = Set(uids)
    var pieces: [UInt32: IMAPFetched] = [:]
    try run(command) { (response) throws(IMAPError) in
      guard case .fetch(let piece) = response, let uid = piece.uid, asked.contains(uid),
        piece.body != nil, pieces[uid] == nil
      else { return }
      pieces[uid] = piece
    }
    return pieces
  }

  /// Such as `3:5,9`; only of those that are given.
  static func uidSet(_ uids: ArraySlice<UInt32>) -> String {
    var ranges: [ClosedRange<UInt32>] = []
    for uid in uids {
      if let last = ranges.last, last.upperBound == uid - 1 {
        ranges[ranges.count - 1] = last.lowerBound...uid
      } else {
        ranges.append(uid...uid)
      }
    }
    return ranges.map { range in
      range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound):\(range.upperBound)"
    }.joined(separator: ",")
  }

  /// Where a message that was appended stands (RFC 4315).
  package struct Appended: Hashable, Sendable {
    package let uidValidity: UInt32
    package let uid: UInt32
  }

  /// Puts a message into a folder, marked as read.
  ///
  /// Where it throws `unavailable`, the message may be there or not: look for it before another try.
  /// `refused` with the code `TRYCREATE` means that there is no such folder.
  ///
  /// - Parameter message: the whole message; lines end with CRLF, the last one too.
  /// - Returns: nil where the server does not tell.
  package func append(
    _ message: [UInt8], to folder: IMAPFolderName
  ) throws(IMAPError) -> Appended? {
    do {
      try SMTPEnvelope.check(message)
    } catch .message(let fault) {
      throw .message(fault)
    } catch {
      throw .library("\(error)")
    }
    var command = IMAPCommand("APPEND")
    command.add(string: folder.wire)
    command.add(#"(\Seen)"#)
    command.add(literal: message)
    let status = try run(command)
    guard status.code == "APPENDUID", let numbers = status.numbers, numbers.count == 2 else {
      return nil
    }
    return Appended(uidValidity: numbers[0], uid: numbers[1])
  }

  private func protocolFault(_ text: String) -> IMAPError {
    close()
    return .protocolFault("\(account.server) is not understood: \(text)")
  }
}
