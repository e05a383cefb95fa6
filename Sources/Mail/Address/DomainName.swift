// The standard library has NFC only behind this name; Foundation's would bring in ICU.
@_spi(_Unicode) import Swift

/// A domain that mail can be sent to, in the ASCII form that SMTP takes.
///
/// Letters outside ASCII are turned into lower case, then NFC, then A-labels (`bücher.example` →
/// `xn--bcher-kva.example`; RFC 5890, RFC 3492). The full-width letters and dots that East Asian
/// keyboards give are read as the ASCII ones (UTS 46). IP addresses and names without a dot are
/// refused. The Bidi rule of RFC 5893 is not checked: only registries can break it.
public struct DomainName: Hashable, Sendable, CustomStringConvertible {
  /// The name in lower case with A-labels, at most 253 octets.
  public let description: String

  /// Reads a domain in any script; case does not matter.
  public init(_ text: String) throws(DomainNameError) {
    let octets = text.utf8.count
    if octets == 0 { throw .empty }
    // A label in any script is at most four octets for one of its ASCII form.
    if octets > 4 * Self.longest { throw .tooLong(octets: octets) }
    let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
    let name = isASCII ? text.lowercased() : Self.folded(text)

    var result = ""
    result.reserveCapacity(name.utf8.count)
    var last: Substring = ""
    let labels = name.split(separator: ".", omittingEmptySubsequences: false)
    for label in labels {
      if !result.isEmpty { result += "." }
      if label.isEmpty { throw .emptyLabel }
      if label.utf8.allSatisfy({ $0 < 0x80 }) {
        try Self.check(label)
        result += label
      } else {
        result += try Self.aLabel(label)
      }
      last = label
    }
    if labels.count == 1 { throw .noDot(name) }
    if last.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) {
      throw .numericEnd(label: String(last))
    }
    if result.utf8.count > Self.longest { throw .tooLong(octets: result.utf8.count) }
    description = result
  }

  /// The name in its own script, for display only.
  ///
  /// A label that holds what could mislead (symbols, invisible characters) stays an A-label.
  public var unicode: String {
    guard description.contains("xn--") else { return description }
    return description.split(separator: ".").map { label in
      guard label.hasPrefix("xn--"), let plain = Punycode.decode(label.dropFirst(4)),
        plain.unicodeScalars.allSatisfy(Self.isLetterLike)
      else { return String(label) }
      return plain
    }.joined(separator: ".")
  }

  /// Whether this is a provider where anybody gets a mailbox, such as gmail.com or qq.com.
  public var isFreeMail: Bool { FreeMailDomains.contains(description) }

  private static let longest = 253
  private static let longestLabel = 63

  private static func check(_ label: Substring) throws(DomainNameError) {
    for scalar in label.unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9", "-": continue
      default: throw .badCharacter(scalar, label: String(label))
      }
    }
    if label.hasPrefix("-") || label.hasSuffix("-") { throw .hyphenAtEdge(label: String(label)) }
    if label.utf8.count > longestLabel { throw .labelTooLong(label: String(label)) }
    guard label.hasPrefix("xn--") else { return }
    let code = label.dropFirst(4)
    // Only what encodes back to itself: else one domain would have two spellings.
    guard let plain = Punycode.decode(code), plain.utf8.contains(where: { $0 >= 0x80 }),
      Punycode.encode(plain.unicodeScalars) == String(code),
      plain.unicodeScalars.elementsEqual(Self.folded(plain).unicodeScalars),
      !plain.unicodeScalars.contains(where: isControl)
    else { throw .badPunycode(label: String(label)) }
  }

  private static func aLabel(_ label: Substring) throws(DomainNameError) -> String {
    for (position, scalar) in label.unicodeScalars.enumerated() {
      guard isLetterLike(scalar), position > 0 || !isMark(scalar) else {
        throw .badCharacter(scalar, label: String(label))
      }
    }
    if label.hasPrefix("-") || label.hasSuffix("-") { throw .hyphenAtEdge(label: String(label)) }
    guard let code = Punycode.encode(label.unicodeScalars),
      code.utf8.count <= longestLabel - 4
    else { throw .labelTooLong(label: String(label)) }
    return "xn--" + code
  }

  /// Letters, marks and digits, and the signs that RFC 5892 (2.6, appendix A) lets stand in a
  /// label; the joiners of some scripts are left out, since their contexts are not checked here.
  private static func isLetterLike(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", "·", "͵", "׳", "״", "་", "〇", "・": true
    default:
      switch scalar.properties.generalCategory {
      case .lowercaseLetter, .otherLetter, .modifierLetter, .nonspacingMark, .spacingMark,
        .decimalNumber:
        true
      default: false
      }
    }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    let category = scalar.properties.generalCategory
    return category == .nonspacingMark || category == .spacingMark
  }

  private static func folded(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x3002, 0xFF61: plain.append(".")
      case 0xFF01...0xFF5E: plain.append(Unicode.Scalar(UInt8(scalar.value - 0xFF01 + 0x21)))
      default: plain.append(scalar)
      }
    }
    var normal = String.UnicodeScalarView()
    for scalar in String(plain).lowercased()._nfc { normal.append(scalar) }
    return String(normal)
  }
}
