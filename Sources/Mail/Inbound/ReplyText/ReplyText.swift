/// What a person wrote anew in an answer.
package struct ReplyText: Sendable, Hashable {
  /// The new text: no quotes of the message answered, no signature.
  ///
  /// Where a person answers point by point without a word on whose they are, the points stay.
  package let text: String

  /// The person's own words alone, without any quoted line.
  package let words: String

  /// Reads the new text of a plain text.
  package init(_ plain: String) {
    self = ReplyTextReader.read(plain)
  }

  init(lines: [ArraySlice<UInt8>]) {
    text = Self.joined(lines)
    words =
      lines.contains(where: QuoteLine.isQuoted)
      ? Self.joined(lines.filter { !QuoteLine.isQuoted($0) }) : text
  }

  private static func joined(_ lines: [ArraySlice<UInt8>]) -> String {
    String(decoding: Array(lines.joined(separator: [0x0A])), as: UTF8.self)
  }
}
