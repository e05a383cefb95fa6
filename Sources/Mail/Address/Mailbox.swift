/// An address with the name of the person or team behind it, as in `From` and `To`.
public struct Mailbox: Hashable, Sendable, CustomStringConvertible {
  /// The name in plain Unicode; `nil` where there is none.
  public let name: String?

  /// The address behind the name.
  public let address: EmailAddress

  /// Joins a name and an address; spaces around the name are dropped, and a blank one is none.
  ///
  /// Throws where the name has a line break, a NUL or another control character.
  public init(name: String? = nil, address: EmailAddress) throws(HeaderError) {
    if let name {
      let value = try HeaderValue(name, field: "display name")
      let trimmed = value.trimmed
      self.name = trimmed.isEmpty ? nil : trimmed
    } else {
      self.name = nil
    }
    self.address = address
  }

  /// The mailbox for people to read: `Maya Chen <maya@example.com>`; not a header's form.
  public var description: String {
    if let name { "\(name) <\(address)>" } else { address.description }
  }

  /// Appends the header's form (RFC 5322 section 3.4, RFC 2047 section 5).
  func write(to header: inout HeaderFolding) {
    guard let name else {
      header.append(address.description.utf8)
      return
    }
    let isPlain = name.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
    if !isPlain || name.utf8.holdsEncodedWordOrGap || name.utf8.count > 60 {
      header.appendEncoded(name)
    } else if name.utf8.allSatisfy({ $0.isAtext || $0 == UInt8(ascii: " ") }) {
      for word in name.utf8.split(separator: UInt8(ascii: " ")) { header.append(word) }
    } else {
      var word: [UInt8] = [UInt8(ascii: "\"")]
      for byte in name.utf8 {
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
          word.append(UInt8(ascii: "\\"))
        }
        word.append(byte)
      }
      word.append(UInt8(ascii: "\""))
      header.append(word)
    }
    header.append("<\(address)>".utf8)
  }
}
