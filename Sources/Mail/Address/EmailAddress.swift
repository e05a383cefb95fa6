/// The address of one mailbox, checked so that it can be put into SMTP and headers as it is.
///
/// The local part is kept as written, since a server may tell `Maya` from `maya`; but none in use
/// does, so identity (`==`, `hash`, ``key``) does not: one person must not be two. The domain is
/// lower case with A-labels, so that no server needs SMTPUTF8. RFC 5321 sections 2.3.11, 4.1.2 and
/// 4.5.3.1.
public struct EmailAddress: Sendable, CustomStringConvertible {
  /// The address as it is sent: the local part as written, the domain in its ASCII form.
  public let description: String

  /// The whole address in lower case: equal for two addresses of one mailbox.
  public let key: String

  private let localLength: Int

  /// Reads one address; spaces around it and a pair of angle brackets are dropped.
  ///
  /// A quoted local part is taken where the quotes only allow dots at odd places
  /// (`"maya..k"@docomo.ne.jp`).
  public init(_ text: String) throws(EmailAddressError) {
    if let length = Self.plainLocalLength(text) {
      description = text
      key = Self.key(text)
      localLength = length
      return
    }
    let bare = try Self.bare(text)
    guard let at = bare.utf8.lastIndex(of: UInt8(ascii: "@")) else { throw .missingAt }
    let local = try Self.local(bare[..<at])
    let domainText = bare[bare.utf8.index(after: at)...]
    if domainText.utf8.first == UInt8(ascii: "[") { throw .ipLiteral }
    let domain: DomainName
    do { domain = try DomainName(String(domainText)) } catch { throw .domain(error) }

    let address = "\(local)@\(domain)"
    if address.utf8.count > Self.longest { throw .tooLong(octets: address.utf8.count) }
    description = address
    key = Self.key(address)
    localLength = local.utf8.count
  }

  /// What stands before the `@`, as written.
  public var localPart: String { String(description.utf8.prefix(localLength)) ?? description }

  /// What stands after the `@`: lower case, with A-labels.
  public var domain: String { String(description.utf8.dropFirst(localLength + 1)) ?? "" }

  /// The domain in its own script, for display only.
  public var unicodeDomain: String { (try? DomainName(domain))?.unicode ?? domain }

  /// Whether the domain is a provider where anybody gets a mailbox, such as gmail.com or qq.com.
  public var isFreeMail: Bool { FreeMailDomains.contains(domain) }

  private static let longest = 254
  private static let longestLocalPart = 64

  /// Shares the storage of the address where that is lower case already.
  private static func key(_ address: String) -> String {
    let capitals = UInt8(ascii: "A")...UInt8(ascii: "Z")
    return address.utf8.contains(where: capitals.contains) ? address.lowercased() : address
  }

  /// The length of the local part where nothing needs to be changed, as with most addresses.
  private static func plainLocalLength(_ text: String) -> Int? {
    let length = text.utf8.withContiguousStorageIfAvailable { bytes -> Int? in
      guard bytes.count <= longest, let at = bytes.firstIndex(of: UInt8(ascii: "@")),
        at <= longestLocalPart
      else { return nil }
      var previous = UInt8(ascii: ".")
      for byte in bytes[..<at] {
        let isDot = byte == UInt8(ascii: ".")
        guard isDot ? previous != byte : byte.isAtext else { return nil }
        previous = byte
      }
      guard previous != UInt8(ascii: "."), DomainName.isPlain(bytes[(at + 1)...]) else {
        return nil
      }
      return at
    }
    return length ?? nil
  }

  /// Strips what surrounds an address, and refuses what may stand nowhere in one.
  private static func bare(_ text: String) throws(EmailAddressError) -> Substring {
    // Far above any address, so that hostile input costs nothing.
    if text.utf8.count > 4096 { throw .tooLong(octets: text.utf8.count) }
    var bare = trimmed(text[...])
    if bare.utf8.first == UInt8(ascii: "<"), bare.utf8.last == UInt8(ascii: ">") {
      bare = trimmed(bare.dropFirst().dropLast())
    }
    if bare.isEmpty { throw .empty }
    for scalar in bare.unicodeScalars {
      if scalar.value > 0x20 && scalar.value < 0x7F { continue }
      if isSpace(scalar) { throw .space }
      if isControl(scalar) { throw .control(scalar) }
    }
    return bare
  }

  private static func local(_ text: Substring) throws(EmailAddressError) -> String {
    var local = text
    var isQuoted = false
    if local.utf8.count > 1, local.hasPrefix("\""), local.hasSuffix("\"") {
      local = local.dropFirst().dropLast()
      isQuoted = true
    }
    if local.isEmpty { throw .emptyLocalPart }
    var previous = UInt8(ascii: ".")
    var hasOddDot = false
    for byte in local.utf8 {
      if byte == UInt8(ascii: ".") {
        if previous == byte { hasOddDot = true }
      } else if !byte.isAtext {
        throw refusal(of: local)
      }
      previous = byte
    }
    if previous == UInt8(ascii: ".") { hasOddDot = true }
    if hasOddDot && !isQuoted { throw .misplacedDot }
    let result = hasOddDot ? "\"\(local)\"" : String(local)
    if result.utf8.count > longestLocalPart { throw .localPartTooLong(octets: result.utf8.count) }
    return result
  }

  private static func refusal(of local: Substring) -> EmailAddressError {
    for scalar in local.unicodeScalars {
      if !scalar.isASCII { return .nonASCIILocalPart(scalar) }
      if scalar == "@" { return .severalAts }
      if scalar != ".", !UInt8(ascii: scalar).isAtext { return .badCharacter(scalar) }
    }
    return .emptyLocalPart
  }

  private static func trimmed(_ text: Substring) -> Substring {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isSpace($0) }),
      let last = scalars.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return Substring(scalars[first...last])
  }

  /// Spreadsheets leave more than U+0020: no-break and ideographic spaces, byte order marks.
  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar == " " }
    switch scalar.value {
    case 0xFEFF, 0x200B...0x200F, 0x2060: return true
    default: return scalar.properties.generalCategory == .spaceSeparator
    }
  }
}

extension EmailAddress: Hashable {
  /// Whether both are the same mailbox, whatever the case of their letters.
  public static func == (left: EmailAddress, right: EmailAddress) -> Bool { left.key == right.key }

  /// Hashes the ``key``.
  public func hash(into hasher: inout Hasher) { hasher.combine(key) }
}

extension EmailAddress: Codable {
  /// Reads the address from a string.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    do {
      try self.init(container.decode(String.self))
    } catch let error as EmailAddressError {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: error.description)
    }
  }

  /// Writes the address as a string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
