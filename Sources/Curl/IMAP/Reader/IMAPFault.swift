/// How a server broke the protocol; nothing that comes after it can be understood.
package enum IMAPFault: Error, Hashable, Sendable, CustomStringConvertible {
  case literalTooLong(limit: Int)
  case responseTooLong(limit: Int)
  /// A line that ends with LF and no CR before it.
  case bareLineFeed
  /// A response of a kind that we need and in a form that it does not have.
  case malformed(String)

  package var description: String {
    switch self {
    case .literalTooLong(let limit): "it announced a literal of more than \(limit) bytes"
    case .responseTooLong(let limit): "it sent a response of more than \(limit) bytes"
    case .bareLineFeed: "it ended a line without CR"
    case .malformed(let name): "it sent a \(name) response that cannot be read"
    }
  }
}
