/// What stands between the braces of a variable: `name`, `name|words` or `name | default: "words"`.
struct TagContent {
  private(set) var name: String
  private(set) var fallback: String?

  /// Words that are filters or will be; as a bare fallback they would change their meaning.
  private static let filters: Set<String> = [
    "capitalize", "currency", "date", "default", "list", "lower", "number", "percent", "plural",
    "upper", "url",
  ]

  init(_ content: String) { self.name = TagContent.trimmed(content[...]) }

  /// Takes the fallback off the name.
  ///
  /// - Returns: nil, or the message on what is wrong with it.
  mutating func readFallback() -> String? {
    guard let bar = name.firstIndex(of: "|") else { return nil }
    let rest = TagContent.trimmed(name[name.index(after: bar)...])
    name = TagContent.trimmed(name[..<bar])
    guard let colon = rest.firstIndex(of: ":") else {
      if TagContent.filters.contains(rest) { return TagContent.message(unsupported: rest) }
      fallback = TagContent.unquoted(rest)
      return nil
    }
    let word = TagContent.trimmed(rest[..<colon])
    if word == "default" {
      let value = TagContent.trimmed(rest[rest.index(after: colon)...])
      guard value.count >= 2, let quote = value.first, quote == "\"" || quote == "'",
        value.last == quote
      else { return "a default is written in quotes: {{\(name.excerpt) | default: \"there\"}}." }
      fallback = TagContent.unquoted(value)
      return nil
    }
    if TagContent.filters.contains(word) { return TagContent.message(unsupported: word) }
    fallback = TagContent.unquoted(rest)
    return nil
  }

  /// The message on a text that is no name.
  static func message(notAName text: String) -> String {
    if text.isEmpty { return "this tag has no name in it." }
    let words = text.split { $0 == " " || $0 == "\t" }.joined(separator: "_")
    if words != text, TemplateName(words) != nil {
      return "'\(text.excerpt)' is not a name: names have no spaces; did you mean \(words.excerpt)?"
    }
    return "'\(text.excerpt)' is not a name: use letters, digits, _ and -, and dots between names."
  }

  private static func message(unsupported filter: String) -> String {
    "the filter '\(filter)' is not supported; for that word as a fallback write "
      + "default: \"\(filter)\"."
  }

  private static func unquoted(_ text: String) -> String {
    guard text.count >= 2, let quote = text.first, quote == "\"" || quote == "'", text.last == quote
    else { return text }
    return String(text.dropFirst().dropLast())
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
