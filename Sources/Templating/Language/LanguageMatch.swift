/// The language that a person is written to in, out of those at hand.
public struct LanguageMatch: Hashable, Sendable {
  /// How near the language comes to the wanted one.
  public enum Nearness: Hashable, Sendable {
    /// It is the wanted one.
    case same
    /// It is what the wanted one is a variety of: `es-419` for `es-MX`.
    case parent
    /// It is another variety of the same parent: `es-AR` for `es-MX`.
    case relative
    /// It is the Portuguese of the other country, which readers notice.
    case otherVariety
    /// It is the default, since nothing at hand is near.
    case fallback
  }

  /// The reader's language.
  public let wanted: LanguageTag
  /// The language to write in.
  public let language: LanguageTag
  /// How near the one comes to the other.
  public let nearness: Nearness

  /// What the team should know before it sends, such as "pt-PT is written to in pt-BR, whose words
  /// and spelling differ"; nil where there is nothing to say.
  public var warning: String? {
    switch nearness {
    case .same, .parent, .relative: nil
    case .otherVariety:
      "\(wanted) is written to in \(language), whose words and spelling differ"
    case .fallback:
      wanted.normalized == language.normalized
        ? nil : "\(wanted) is written to in \(language), the default"
    }
  }
}
