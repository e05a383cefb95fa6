/// What to look for in the open folder; all that is given must hold.
package struct IMAPSearch: Hashable, Sendable {
  /// A day of the server's calendar, which knows no zone.
  package struct Day: Hashable, Sendable {
    package let year: Int
    package let month: Int
    package let day: Int

    /// Nil where a part is out of range.
    package init?(year: Int, month: Int, day: Int) {
      guard (1_000...9_999).contains(year), (1...12).contains(month), (1...31).contains(day) else {
        return nil
      }
      self.year = year
      self.month = month
      self.day = day
    }

    /// As in `1-Feb-2026`.
    var wire: String { "\(day)-\(IMAPDate.months[month - 1])-\(year)" }
  }

  package let uids: ClosedRange<UInt32>?
  package let since: Day?
  package let messageID: String?

  /// - Parameters:
  ///   - uids: to the highest there is where it ends with `UInt32.max`.
  ///   - since: came in on that day or later, by the server's date.
  ///   - messageID: whole, brackets included; servers find it as a part of the header, without
  ///     regard to case, so what is found must be looked at.
  /// - Throws: `argument` where the Message-ID is not of printable ASCII or the range has 0.
  package init(
    uids: ClosedRange<UInt32>? = nil, since: Day? = nil, messageID: String? = nil
  ) throws(IMAPError) {
    if let uids, uids.lowerBound == 0 { throw .argument("A UID is never 0") }
    if let messageID {
      let isFit = messageID.utf8.allSatisfy { (0x21...0x7E) ~= $0 }
      guard isFit, (1...998).contains(messageID.utf8.count) else {
        throw .argument(
          "\"\(printable(messageID.utf8.prefix(200)))\" is not a Message-ID to search for")
      }
    }
    self.uids = uids
    self.since = since
    self.messageID = messageID
  }

  var command: IMAPCommand {
    var command = IMAPCommand("UID SEARCH")
    if let uids {
      let end = uids.upperBound == .max ? "*" : String(uids.upperBound)
      command.add("UID \(uids.lowerBound):\(end)")
    }
    if let since { command.add("SINCE \(since.wire)") }
    if let messageID {
      command.add("HEADER Message-ID")
      command.add(string: Array(messageID.utf8))
    }
    if uids == nil, since == nil, messageID == nil { command.add("ALL") }
    return command
  }
}
