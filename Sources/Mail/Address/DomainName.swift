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
    if Self.isPlain(text.utf8) {
      description = text
      return
    }
    let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
    let name = isASCII ? text.lowercased() : Self.folded(text)

    var labels: [String] = []
    // By scalars: a dot with an accent upon it would be no dot among characters.
    for part in name.unicodeScalars.split(separator: ".", omittingEmptySubsequences: false) {
      let label = String(part)
      if label.isEmpty { throw .emptyLabel }
      labels.append(try Self.aLabel(label))
    }
    guard let last = labels.last, labels.count > 1 else { throw .noDot(name) }
    if last.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) {
      throw .numericEnd(label: last)
    }
    let result = labels.joined(separator: ".")
    if result.utf8.count > Self.longest { throw .tooLong(octets: result.utf8.count) }
    description = result
  }

  /// The name in its own script, for display only.
  ///
  /// A label that holds what could mislead (symbols, invisible characters, a mark upon the dot
  /// before it) stays an A-label.
  public var unicode: String {
    guard description.contains("xn--") else { return description }
    return description.split(separator: ".").map { label in
      guard label.hasPrefix("xn--"), let plain = Punycode.decode(label.dropFirst(4)),
        (try? Self.aLabel(plain)) == String(label)
      else { return String(label) }
      return plain
    }.joined(separator: ".")
  }

  /// Whether this is a provider where anybody gets a mailbox, such as gmail.com or qq.com.
  public var isFreeMail: Bool { FreeMailDomains.contains(description) }

  private static let longest = 253
  private static let longestLabel = 63

  /// Whether nothing needs to be changed or looked at closely, as with most domains.
  static func isPlain(_ name: some Collection<UInt8>) -> Bool {
    var length = 0
    var dots = 0
    var hasLetter = false
    var previous = UInt8(ascii: ".")
    for byte in name {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"):
        hasLetter = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        break
      case UInt8(ascii: "-"):
        // Two in a row may be an A-label.
        if previous == byte || previous == UInt8(ascii: ".") { return false }
      case UInt8(ascii: "."):
        if previous == byte || previous == UInt8(ascii: "-") { return false }
        dots += 1
        length = -1
        hasLetter = false
      default:
        return false
      }
      length += 1
      if length > longestLabel { return false }
      previous = byte
    }
    let endsWell = previous != UInt8(ascii: ".") && previous != UInt8(ascii: "-")
    return dots > 0 && hasLetter && endsWell && name.count <= longest
  }

  /// Checks a label in lower case, and gives its ASCII form.
  private static func aLabel(_ label: String) throws(DomainNameError) -> String {
    let isASCII = label.utf8.allSatisfy { $0 < 0x80 }
    for (position, scalar) in label.unicodeScalars.enumerated() {
      guard isASCII ? isPlain(scalar) : isLetterLike(scalar), position > 0 || !isMark(scalar) else {
        throw .badCharacter(scalar, label: label)
      }
    }
    let hyphen = UInt8(ascii: "-")
    if label.utf8.first == hyphen || label.utf8.last == hyphen { throw .hyphenAtEdge(label: label) }
    let isEncoded = label.utf8.starts(with: "xn--".utf8)
    // Only what encodes back to itself: else one domain would have two spellings.
    if isEncoded, !isASCII || !isCanonical(code: label.dropFirst(4)) {
      throw .badPunycode(label: label)
    }
    let code = isASCII ? label : Punycode.encode(label.unicodeScalars).map { "xn--" + $0 }
    guard let code, code.utf8.count <= longestLabel else { throw .labelTooLong(label: label) }
    return code
  }

  private static func isCanonical(code: Substring) -> Bool {
    guard let plain = Punycode.decode(code) else { return false }
    let scalars = plain.unicodeScalars
    return scalars.contains { !$0.isASCII } && !scalars.contains(where: isControl)
      && scalars.elementsEqual(folded(plain).unicodeScalars)
      && Punycode.encode(scalars) == String(code)
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "0"..."9", "-": true
    default: false
    }
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
