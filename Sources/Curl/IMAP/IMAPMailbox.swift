/// An open folder as EXAMINE or SELECT found it (RFC 3501, section 6.3.1).
package struct IMAPMailbox: Hashable, Sendable {
  package let folder: IMAPFolderName
  /// Where it changes, all UIDs known before mean nothing; nil where the server keeps none.
  package internal(set) var uidValidity: UInt32?
  /// The UID the next message will have or exceed; nil where the server does not tell.
  package internal(set) var uidNext: UInt32?
  package internal(set) var isReadOnly: Bool
  /// How many messages there are, kept up to date by what the server says.
  package internal(set) var messageCount: Int
}
