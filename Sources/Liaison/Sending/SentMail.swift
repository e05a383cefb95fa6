import Curl
import Mail
import Scheduling

/// Looks in a sender's mailbox for what was sent.
final class SentMail {
  private let connection: IMAPConnection
  private let folders: [IMAPFolderName]
  /// Where copies go; nil where only a folder of all mail is found.
  private let filing: IMAPFolderName?
  /// So much of a message is fetched: its header, and no more of it than is needed.
  private static let headerBytes = 64 << 10

  /// Connects, and finds the folders of sent mail and of all mail.
  ///
  /// - Throws: `SenderFault`.
  init(_ account: IMAPAccount, sentFolder: String?) throws(SenderFault) {
    do throws(IMAPError) {
      connection = try IMAPConnection(account)
      let listed = try connection.folders().filter(\.isSelectable)
      var found = listed.filter { !$0.uses.isDisjoint(with: [.sent, .all]) }.map(\.name)
      if let sentFolder {
        guard let name = IMAPFolderName(sentFolder) else {
          throw .argument("\"\(sentFolder)\" is no folder's name")
        }
        found.removeAll { $0 == name }
        found.insert(name, at: 0)
      } else if found.isEmpty {
        // A server that names no uses; these are the names that programs give it.
        found = ["Sent", "INBOX.Sent", "Sent Items", "Sent Messages"].compactMap {
          IMAPFolderName($0)
        }.filter { name in listed.contains { $0.name == name } }
      }
      guard !found.isEmpty else {
        throw .unsupported("No folder of sent mail is found; name it in 'sentFolder'")
      }
      folders = found
      let sent = listed.first { $0.uses.contains(.sent) }?.name
      let allMail = Set(listed.filter { $0.uses.contains(.all) }.map(\.name))
      filing =
        sentFolder.flatMap { IMAPFolderName($0) } ?? sent ?? found.first { !allMail.contains($0) }
    } catch {
      throw SenderFault(description: error.description)
    }
  }

  deinit { connection.logOut() }

  /// The folders that are looked into.
  var folderNames: String { folders.map { "\"\($0)\"" }.joined(separator: ", ") }

  /// Whether the server is of a kind that files what it takes by SMTP itself.
  var isFiledByServer: Bool { connection.isOfGmail }

  /// Puts a copy into the Sent folder, marked as read.
  ///
  /// - Throws: `SenderFault`; then it may be there or not.
  func file(_ message: [UInt8]) throws(SenderFault) {
    guard let filing else {
      throw SenderFault(description: "no Sent folder is found; name it in 'sentFolder'")
    }
    do throws(IMAPError) {
      _ = try connection.append(message, to: filing)
    } catch {
      throw SenderFault(description: error.description)
    }
  }

  /// How many of some messages are there.
  ///
  /// - Throws: `SenderFault` where that cannot be found out.
  func count(of messageIDs: [String]) throws(SenderFault) -> Int {
    var count = 0
    for id in messageIDs where try moment(of: id) != nil { count += 1 }
    return count
  }

  /// When a message was sent, by its Date line or else by when the server filed it.
  ///
  /// - Returns: nil where it is in none of the folders, which proves nothing: few servers file what
  ///   goes out by SMTP.
  /// - Throws: `SenderFault` where that cannot be found out.
  func moment(of messageID: String) throws(SenderFault) -> Instant? {
    do throws(IMAPError) {
      let search = try IMAPSearch(messageID: messageID)
      for folder in folders {
        _ = try connection.examine(folder)
        let uids = try connection.search(search)
        for message in try connection.fetch(uids, maximumSize: Self.headerBytes) {
          let read = InboundMessage(message.bytes)
          // The server looks for parts of the line, and in drafts as well.
          guard let own = read.messageID, "<\(own)>" == messageID else { continue }
          if let date = read.date { return Instant(microseconds: date.seconds * 1_000_000) }
          if let received = message.received {
            return Instant(microseconds: Int64(received) * 1_000_000)
          }
        }
      }
      return nil
    } catch {
      throw SenderFault(description: error.description)
    }
  }
}
