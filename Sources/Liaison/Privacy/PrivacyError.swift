import Mail

/// Why somebody's data could not be handed out or erased.
public enum PrivacyError: Error, Hashable, CustomStringConvertible {
  /// It is not an e-mail address.
  case notAnAddress(String, reason: String)
  /// Nothing is held under the address.
  case unknown(address: String)
  /// A message to them is being handed over right now.
  case beingSent(address: String)
  /// Somebody else has the database open, so that its files cannot be cleaned.
  case busy

  /// What is wrong and what to do.
  public var description: String {
    switch self {
    case .notAnAddress(let text, let reason): "'\(text)' is not an e-mail address: \(reason)"
    case .unknown(let address): "nothing is held about \(address)"
    case .beingSent(let address):
      "a message to \(address) is being handed over right now; try again in a minute"
    case .busy:
      "the person is erased, but another program has the database open, so traces may be left in "
        + "its files; end that program and give the same command again"
    }
  }

  /// Reads an address as somebody typed it.
  static func address(_ text: String) throws(PrivacyError) -> EmailAddress {
    do {
      return try EmailAddress(text)
    } catch {
      throw .notAnAddress(text, reason: "\(error)")
    }
  }
}
