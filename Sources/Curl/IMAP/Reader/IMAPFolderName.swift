/// The name of a folder, as people read it and as the server spells it.
///
/// On the wire it is modified UTF-7 (RFC 3501, section 5.1.3). A name that came from a server goes
/// back to it byte for byte, whether it could be decoded or not.
package struct IMAPFolderName: Hashable, Sendable, CustomStringConvertible {
  let wire: [UInt8]

  package static let inbox = IMAPFolderName(wire: Array("INBOX".utf8))
  package static let maximumLength = 1_000

  /// Nil where the name is empty, too long or holds control characters.
  package init?(_ name: String) {
    guard !name.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else {
      return nil
    }
    let wire = ModifiedUTF7.encode(name)
    guard (1...Self.maximumLength).contains(wire.count) else { return nil }
    self.init(wire: wire)
  }

  init(wire: [UInt8]) {
    // The one name without regard to case.
    let isInbox =
      wire.count == 5 && String(decoding: wire, as: UTF8.self).uppercased() == "INBOX"
    self.wire = isInbox ? Array("INBOX".utf8) : wire
  }

  /// The name decoded and fit for a terminal; it is not for telling names apart.
  package var description: String {
    printable((ModifiedUTF7.decode(wire).map { Array($0.utf8) } ?? wire).prefix(1_000))
  }
}
