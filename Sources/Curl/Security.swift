/// How a connection to a mail server is protected.
package enum Security: Hashable, Sendable {
  /// TLS from the first byte (for SMTP port 465, RFC 8314); to be preferred.
  case tls
  /// Plain text that must turn into TLS by STARTTLS before anything else is said (port 587).
  case startTLS
  /// No TLS. Only for this machine's own loopback addresses.
  case plain
}
