import Mail

/// A mailto address (RFC 6068), with an answer filled in where there is one.
///
/// All but letters, digits, `-._~` and the `@` is percent-encoded, so that a mail program finds each
/// part as it was, and no part can begin another.
struct MailtoAddress: Hashable, Sendable, CustomStringConvertible {
  /// The whole address, `mailto:` included.
  let description: String

  init(_ address: EmailAddress) {
    description = "mailto:" + Self.encoded(address.description, keeping: "@")
  }

  init(_ address: EmailAddress, subject: String, body: String) {
    description =
      "\(MailtoAddress(address))?subject=\(Self.encoded(subject))&body=\(Self.encoded(body))"
  }

  private static func encoded(_ text: String, keeping kept: String = "") -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        bytes.append(byte)
      case _ where "-._~".utf8.contains(byte) || kept.utf8.contains(byte): bytes.append(byte)
      default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 0xF)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
