/// Why a text is no e-mail address that mail can be sent to.
public enum EmailAddressError: Error, Hashable, Sendable {
  /// Nothing is there.
  case empty
  /// A line break, a NUL or another control character is inside.
  case control(Unicode.Scalar)
  /// A space, or an invisible character that acts like one, is inside.
  case space
  /// There is no `@`.
  case missingAt
  /// There is more than one `@`.
  case severalAts
  /// Nothing stands before the `@`.
  case emptyLocalPart
  /// The part before the `@` has letters outside ASCII, which most mail servers cannot take.
  case nonASCIILocalPart(Unicode.Scalar)
  /// The part before the `@` has a character that may not stand there.
  case badCharacter(Unicode.Scalar)
  /// The part before the `@` starts or ends with a dot, or has two in a row.
  case misplacedDot
  /// The part before the `@` is longer than 64 octets.
  case localPartTooLong(octets: Int)
  /// The address is longer than 254 octets in its ASCII form.
  case tooLong(octets: Int)
  /// The domain is an IP address in brackets.
  case ipLiteral
  /// The domain is wrong.
  case domain(DomainNameError)
}

extension EmailAddressError: CustomStringConvertible {
  /// A sentence that says what is wrong and what to do.
  public var description: String {
    switch self {
    case .empty:
      "The address is empty; write one, like maya@example.com."
    case .control(let scalar):
      "The address has the control character \(named(scalar)) (a line break, tab or the like); "
        + "remove it."
    case .space:
      "The address has a space or an invisible character inside; write one address and nothing else."
    case .missingAt:
      "The address has no @; write it whole, like maya@example.com."
    case .severalAts:
      "The address has more than one @; write one address and nothing else."
    case .emptyLocalPart:
      "Nothing stands before the @; write the whole address."
    case .nonASCIILocalPart(let scalar):
      "The part before the @ has \(named(scalar)), and most mail servers take ASCII letters only "
        + "there; ask for an address without it."
    case .badCharacter(let scalar):
      "The part before the @ has \(named(scalar)), which may not stand there; remove it."
    case .misplacedDot:
      "The part before the @ starts or ends with a dot or has two in a row; check its spelling."
    case .localPartTooLong(let octets):
      "The part before the @ has \(octets) octets and may have 64; check its spelling."
    case .tooLong(let octets):
      "The address has \(octets) octets and may have 254; check its spelling."
    case .ipLiteral:
      "The domain is an IP address in brackets; write a domain name."
    case .domain(let error):
      error.description
    }
  }
}
