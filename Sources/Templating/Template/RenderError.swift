/// Whether missing values are faults.
public enum Strictness: Hashable, Sendable {
  /// A tag without a value is an error. For everything that is sent.
  case strict
  /// A tag without a value shows nothing, as in plain Mustache.
  case lenient
}

/// A name that a template needs and that has no value.
public struct MissingName: Hashable, Sendable, CustomStringConvertible {
  /// The name as written in the tag.
  public let name: String
  /// Where the tag is.
  public let position: SourcePosition

  /// The name with its place.
  public var description: String { "\(name) (\(position))" }
}

/// Why a template could not be rendered.
public enum RenderError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Names without a value: all of them, over subject, preheader, body and partials.
  case missing([MissingName])
  /// A partial that does not exist, and the names of those that do.
  case unknownPartial(name: String, position: SourcePosition, known: [String])
  /// Sections and partials stand in each other too deep; most often a partial includes itself.
  case tooDeep(SourcePosition)
  /// The result grew past what can be a mail (1 MiB, or as many steps).
  case tooLarge(SourcePosition)

  /// What is wrong, where, and what to do.
  public var description: String {
    switch self {
    case .missing(let names):
      let list = names.map(\.description).joined(separator: ", ")
      return "No value for \(list): fill it in, or give the tag a fallback such as {{name|there}}."
    case .unknownPartial(let name, let position, let known):
      return "\(position): \(UnknownName.message(kind: "partial", name: name, known: known))"
    case .tooDeep(let position):
      return
        "\(position): sections and partials are nested too deep; does a partial include itself?"
    case .tooLarge(let position):
      return "\(position): the message grows too large; does a partial include others many times?"
    }
  }
}
