/// Checks of what a caller hands over, before any of it reaches a connection.
enum SMTPEnvelope {
  /// An address must be printable ASCII without spaces and angle brackets: with a CR or LF it would
  /// become a second command, and libcurl sends other scripts raw even where SMTPUTF8 is not offered.
  static func check(_ address: String, _ role: CurlError.AddressRole) throws(CurlError) {
    let isFit = address.utf8.allSatisfy { byte in
      (0x21...0x7E) ~= byte && byte != UInt8(ascii: "<") && byte != UInt8(ascii: ">")
    }
    // 254: the longest that fits a path of RFC 5321, section 4.5.3.1.3.
    guard isFit, (1...254).contains(address.utf8.count) else { throw .address(address, role: role) }
  }

  /// A message must be of whole CRLF lines without NUL, so that it arrives byte for byte.
  static func check(_ message: [UInt8]) throws(CurlError) {
    guard !message.isEmpty else { throw .message(.empty) }
    var previous: UInt8 = 0
    for (offset, byte) in message.enumerated() {
      if byte == 0 { throw .message(.nul(offset: offset)) }
      if (byte == 0x0A) != (previous == 0x0D) {
        throw .message(.bareLineBreak(offset: byte == 0x0A ? offset : offset - 1))
      }
      previous = byte
    }
    guard previous == 0x0A else {
      throw .message(
        previous == 0x0D ? .bareLineBreak(offset: message.count - 1) : .noFinalLineBreak)
    }
  }
}
