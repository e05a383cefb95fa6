import Glibc

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
    if message.isEmpty { throw .message(.empty) }
    if let fault = message.withUnsafeBytes(firstFault) { throw .message(fault) }
  }

  // By memchr, which looks at many bytes at a time; a message may be megabytes long.
  private static func firstFault(_ message: UnsafeRawBufferPointer) -> CurlError.MessageFault? {
    if let nul = offset(of: 0, in: message, 0..<message.count) { return .nul(offset: nul) }
    var start = 0
    while start < message.count {
      let lineFeed = offset(of: 0x0A, in: message, start..<message.count)
      let end = lineFeed ?? message.count
      let carriageReturn = offset(of: 0x0D, in: message, start..<end)
      if let carriageReturn, carriageReturn + 1 != lineFeed {
        return .bareLineBreak(offset: carriageReturn)
      }
      guard let lineFeed else { return .noFinalLineBreak }
      if carriageReturn == nil { return .bareLineBreak(offset: lineFeed) }
      start = lineFeed + 1
    }
    return nil
  }

  private static func offset(
    of byte: Int32, in message: UnsafeRawBufferPointer, _ range: Range<Int>
  ) -> Int? {
    guard let base = message.baseAddress, !range.isEmpty else { return nil }
    // Inside the buffer: the range is never empty here and never ends beyond its count.
    guard let found = memchr(base + range.lowerBound, byte, range.count) else { return nil }
    return UnsafeRawPointer(found) - base
  }
}
