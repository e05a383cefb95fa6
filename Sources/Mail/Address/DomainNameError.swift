/// Why a text is no domain that mail can be sent to.
public enum DomainNameError: Error, Hashable, Sendable {
  /// Nothing is there.
  case empty
  /// Two dots follow each other, or one stands at the start or the end.
  case emptyLabel
  /// The name has no dot, as in `gmail`.
  case noDot(String)
  /// A label has a character that no domain may have.
  case badCharacter(Unicode.Scalar, label: String)
  /// A label starts or ends with a hyphen.
  case hyphenAtEdge(label: String)
  /// A label is longer than 63 octets in its ASCII form.
  case labelTooLong(label: String)
  /// The name is longer than 253 octets in its ASCII form.
  case tooLong(octets: Int)
  /// The last label is a number, as in an IP address.
  case numericEnd(label: String)
  /// A label starts with `xn--`, and what follows is not Punycode.
  case badPunycode(label: String)
}

extension DomainNameError: CustomStringConvertible {
  /// A sentence that says what is wrong and what to do.
  public var description: String {
    switch self {
    case .empty:
      "The domain is missing; write the whole address, like maya@example.com."
    case .emptyLabel:
      "The domain has a dot too many; remove the one that is doubled or at its end."
    case .noDot(let name):
      "The domain “\(quoted(name))” has no dot; write it whole, like \(quoted(name)).com."
    case .badCharacter(let scalar, let label):
      "The domain part “\(quoted(label))” has \(named(scalar)), which no domain may have; "
        + "remove it."
    case .hyphenAtEdge(let label):
      "The domain part “\(quoted(label))” starts or ends with a hyphen; check its spelling."
    case .labelTooLong(let label):
      "The domain part “\(quoted(label))” is longer than 63 octets; check its spelling."
    case .tooLong(let octets):
      "The domain has \(octets) octets and may have 253; check its spelling."
    case .numericEnd(let label):
      "The domain ends in the number “\(quoted(label))”; write a name, not an IP address."
    case .badPunycode(let label):
      "The domain part “\(quoted(label))” is no valid Punycode; write the domain in its own script."
    }
  }
}

/// The first characters of a text, safe to print: invisible ones are spelled out.
func quoted(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars.prefix(40) {
    result += isInvisible(scalar) ? codePoint(scalar) : String(scalar)
  }
  return text.unicodeScalars.count > 40 ? result + "…" : result
}

/// A scalar as a person reads it: itself and its code point.
func named(_ scalar: Unicode.Scalar) -> String {
  isInvisible(scalar) ? codePoint(scalar) : "“\(scalar)” (\(codePoint(scalar)))"
}

private func codePoint(_ scalar: Unicode.Scalar) -> String {
  let digits = String(scalar.value, radix: 16, uppercase: true)
  return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
}

/// Marks are here too: alone they would sit on the quotation mark.
private func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator, .unassigned,
    .privateUse, .nonspacingMark, .enclosingMark:
    true
  default: false
  }
}
