import Templating

/// A text of the brand: one for all readers, or one for each language.
///
///     text: "Every part can be replaced."
///     text: { en: "Every part can be replaced.", de: "Jedes Teil ist ersetzbar." }
public struct LocalText: Codable, Hashable, Sendable {
  private let plain: String?
  private let texts: [String: String]

  /// Reads a text, or an object of texts by language.
  public init(from decoder: any Decoder) throws {
    if let plain = try? decoder.singleValueContainer().decode(String.self) {
      self.plain = plain
      texts = [:]
      return
    }
    plain = nil
    guard let texts = try? [String: String](from: decoder), !texts.isEmpty else {
      throw decoder.refusal("this is a text, or texts by language such as { en: \"…\", de: \"…\" }")
    }
    for name in texts.keys.sorted() where (try? LanguageTag(name)) == nil {
      throw decoder.refusal("'\(name)' is not a language; write one such as de, pt-BR or zh-Hant")
    }
    self.texts = texts
  }

  /// Writes the text back as its file has it.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let plain { try container.encode(plain) } else { try container.encode(texts) }
  }

  /// The text for readers of a language: in the nearest there is, else in the campaign's own.
  func text(in language: LanguageTag, default own: LanguageTag) -> String? {
    if let plain { return plain }
    var tags: [LanguageTag: String] = [:]
    for (name, text) in texts { if let tag = try? LanguageTag(name) { tags[tag] = text } }
    let sorted = tags.keys.sorted { $0.description < $1.description }
    let base = own.match(among: sorted, default: own)?.language
    return language.match(among: sorted, default: base ?? own).flatMap { tags[$0.language] }
      ?? sorted.first.flatMap { tags[$0] }
  }
}
