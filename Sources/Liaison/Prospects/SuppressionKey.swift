import Mail

/// The form in which an address or a domain is suppressed: `anna@example.com`, `@example.com`.
public struct SuppressionKey: Hashable, Sendable, CustomStringConvertible {
  /// The address in key form, or the domain with an `@` before it.
  public let description: String

  /// Reads what somebody typed.
  ///
  /// - Throws: `EmailAddressError` or `DomainNameError`.
  public init(_ text: String) throws {
    description =
      text.hasPrefix("@")
      ? "@\(try DomainName(String(text.dropFirst())))" : try EmailAddress(text).key
  }
}
