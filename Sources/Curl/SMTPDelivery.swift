/// How one attempt to deliver a message ended; the cases differ in what is certain.
package enum SMTPDelivery: Hashable, Sendable {
  /// The server took the message: it answered 2xx after the final dot.
  case accepted(SMTPReply, queueID: String?)
  /// The server said no, so it did not take the message. The reply is 4xx or 5xx; only at
  /// `.auth` it may be a 334 that carries the refusal of an access token.
  case refused(SMTPReply, at: SMTPStage)
  /// The last check said no: the server never saw the final dot.
  case withheld
  /// Not reached, dropped or timed out before the last check was asked: certainly not sent.
  case unavailable(String)
  /// TLS, the certificate or the login was not to be had as configured: nothing was sent in clear,
  /// neither credentials nor mail.
  case insecure(String)
  /// The last check said yes and no final reply came: it may or may not have been taken.
  case uncertain(String)
}

/// The step of an SMTP session that a reply belongs to.
package enum SMTPStage: String, Hashable, Sendable, CaseIterable {
  case greeting
  /// EHLO, or HELO where the server knows no other.
  case hello
  case auth
  case mailFrom
  case recipient
  case data
  /// After the final dot.
  case message
}
