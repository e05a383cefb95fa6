/// A message as it was fetched.
package struct IMAPMessage: Hashable, Sendable {
  package let uid: UInt32
  /// When the server got it, in seconds since 1970; nil where it does not tell.
  package let received: Int?
  /// The message from its first byte, as it stands in the folder.
  package let bytes: [UInt8]
  /// Whether there is more of it than was asked for.
  package let isTruncated: Bool
}
