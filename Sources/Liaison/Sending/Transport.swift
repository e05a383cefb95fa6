import Curl
import Mail

/// A message as it is handed over: its bytes and the addresses of its envelope.
struct Envelope: Sendable {
  let from: EmailAddress
  let to: EmailAddress
  let message: [UInt8]
  /// A name for the message that no other one has, fit for a file.
  let name: String
}

/// A way for messages to leave: SMTP, or a Maildir for trials.
protocol Transport: AnyObject {
  /// Hands a message over.
  ///
  /// `commit` is called once, at the last moment at which the receiver can still be kept from
  /// having the message; where it says no, the receiver never has it.
  /// - Throws: Where the message cannot be handed over at all, before anything was sent.
  func deliver(_ envelope: Envelope, commit: () -> Bool) throws -> SMTPDelivery
}

/// Delivers by SMTP over one connection that is kept open from message to message.
final class SMTPTransport: Transport {
  /// The versions of the transfer library and of the TLS library behind it.
  static var libraryVersion: String { curlVersion() }

  private let connection: SMTPConnection

  init(_ account: SMTPAccount) { connection = SMTPConnection(account) }

  func deliver(_ envelope: Envelope, commit: () -> Bool) throws -> SMTPDelivery {
    do throws(CurlError) {
      return try connection.deliver(
        envelope.message, from: envelope.from.description, to: envelope.to.description,
        beforeFinalDot: commit)
    } catch .library(let reason) {
      // A fault of this machine, which says nothing about the message or the person.
      return .unavailable(reason)
    }
  }
}
