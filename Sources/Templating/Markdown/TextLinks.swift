/// Where the addresses of links stand in the text part.
public enum TextLinks: String, Hashable, Sendable, Codable {
  /// Behind the words: `the kit (https://acme.example/kit)`.
  case inline
  /// At the end of the text, by number: `the kit [1]`; mail addresses stand behind their words.
  case footnotes
}
