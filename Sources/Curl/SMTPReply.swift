/// What a server answered to one command, made safe to show: bounded, one text for all its lines.
package struct SMTPReply: Hashable, Sendable, CustomStringConvertible {
  /// The three-digit reply code of the last line (RFC 5321, section 4.2).
  package let code: Int
  /// The first enhanced status of the same class as the code, where the server gives one.
  package let enhanced: EnhancedStatus?
  /// The lines' texts joined by LF, without codes and enhanced statuses, and without control
  /// characters; at most `SMTPReply.maximumTextLength` bytes of them.
  package let text: String

  /// Enough for every text that says something; a hostile server's megabytes are dropped.
  package static let maximumTextLength = 2_048

  package init(code: Int, enhanced: EnhancedStatus? = nil, text: String) {
    self.code = code
    self.enhanced = enhanced
    self.text = text
  }

  package var isPositive: Bool { (200...299).contains(code) }
  package var isTransient: Bool { (400...499).contains(code) }
  package var isPermanent: Bool { (500...599).contains(code) }

  /// On one line, as in `550 5.1.1 no such user`.
  package var description: String {
    let words = [String(code), enhanced?.description, printable(text.utf8)]
    return words.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
  }
}
