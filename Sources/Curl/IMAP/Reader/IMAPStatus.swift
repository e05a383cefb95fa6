/// A status response: how a command ended, or what the server says of itself (RFC 3501, section 7.1).
///
/// All text in it is fit for a terminal.
package struct IMAPStatus: Hashable, Sendable, CustomStringConvertible {
  package enum Condition: String, Hashable, Sendable {
    case ok = "OK"
    case no = "NO"
    case bad = "BAD"
    case bye = "BYE"
    case preauth = "PREAUTH"
  }

  package let condition: Condition
  /// The name of the response code in upper case, such as `AUTHENTICATIONFAILED` or `TRYCREATE`.
  package let code: String?
  /// What stands behind the code's name inside the brackets.
  package let arguments: String
  /// For people, in the server's words.
  package let text: String

  package init(_ condition: Condition, code: String? = nil, arguments: String = "", text: String) {
    self.condition = condition
    self.code = code
    self.arguments = arguments
    self.text = text
  }

  /// The code's arguments as numbers, where all are.
  var numbers: [UInt32]? {
    let words = arguments.split(separator: " ")
    let numbers = words.compactMap { UInt32($0) }
    return numbers.count == words.count ? numbers : nil
  }

  /// On one line, as in `NO [TRYCREATE] no such folder`, cut where it is very long.
  package var description: String {
    let brackets = code.map { "[\($0)]" }
    let words = [condition.rawValue, brackets, text].compactMap { $0 }.filter { !$0.isEmpty }
    return printable(words.joined(separator: " ").utf8.prefix(IMAPLimits.shownText))
  }
}
