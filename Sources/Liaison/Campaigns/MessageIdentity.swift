/// The Message-ID of each attempt, known before the attempt exists.
///
/// Derived from workspace, campaign, contact and step, so a preview shows the very id that will be
/// sent, a retry keeps it, and nobody outside can guess another's.
struct MessageIdentity: Sendable {
  let workspaceID: String
  let campaign: String

  /// The id with its angle brackets, in the sender's domain.
  func messageID(contactID: String, step: Int, domain: String) -> String {
    let seed = [workspaceID, campaign, contactID, "\(step)"].joined(separator: "\u{0}")
    return "<\(SHA256.hex(Array(seed.utf8)).prefix(32))@\(domain)>"
  }
}
