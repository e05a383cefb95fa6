/// What a server says it can do in its answer to EHLO (RFC 5321 section 4.1.1.1).
package struct SMTPOffer: Hashable, Sendable {
  /// The ways to log in (RFC 4954), as they stand there.
  package private(set) var mechanisms: [String] = []
  /// The largest message in bytes (RFC 1870); nil where it names none, or 0, which stands for none.
  package private(set) var maximumSize: Int?
  /// Whether it takes addresses outside ASCII (RFC 6531).
  package private(set) var takesInternationalAddresses = false
  /// Whether the offer was made inside TLS.
  package let isEncrypted: Bool

  init(isEncrypted: Bool) { self.isEncrypted = isEncrypted }

  /// Takes one line of the answer, without its code.
  mutating func take(_ line: ArraySlice<UInt8>) {
    let words = String(decoding: line.prefix(2000), as: UTF8.self)
      .split(separator: " ", maxSplits: 65).map { String($0.prefix(20)) }
    switch words.first?.uppercased() {
    // As libcurl reads it, capitals only: if we took more for an offer, it would go on without.
    case "AUTH" where words[0] == "AUTH":
      mechanisms += words.dropFirst().prefix(64 - min(mechanisms.count, 64))
    case "SIZE":
      maximumSize = words.dropFirst().first.flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
    case "SMTPUTF8": takesInternationalAddresses = true
    default: break
    }
  }
}
