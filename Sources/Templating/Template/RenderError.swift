/// Whether missing values are faults.
public enum Strictness: Hashable, Sendable {
  /// A tag without a value is an error. For everything that is sent.
  case strict
  /// A tag without a value shows nothing, as in plain Mustache.
  case lenient
}

/// A name that a template needs and that has no value, or none that can be shown.
public struct MissingName: Hashable, Sendable, CustomStringConvertible {
  /// The name as written in the tag.
  public let name: String
  /// Where the tag is.
  public let position: SourcePosition
  /// Why a filter cannot show the value, such as "'lots' is not a number"; nil without a value.
  public let fault: String?

  init(name: String, position: SourcePosition, fault: String? = nil) {
    self.name = name
    self.position = position
    self.fault = fault
  }

  /// The name with its place.
  public var description: String {
    "\(name) (\(position))" + (fault.map { ": \($0)" } ?? "")
  }
}

/// Why a template could not be rendered.
public enum RenderError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Names without a value, or with one that a filter cannot show: all of them, over subject, preheader, body and partials.
  case missing([MissingName])
  /// A partial that does not exist, and the names of those that do.
  case unknownPartial(name: String, position: SourcePosition, known: [String])
  /// Sections and partials stand in each other too deep; most often a partial includes itself.
  case tooDeep(SourcePosition)
  /// The result grew past what can be a mail (1 MiB, or as many steps).
  case tooLarge(SourcePosition)
  /// The text that a lambda gave at this place is no template.
  case lambda(SourcePosition, TemplateErrors)
  /// The HTML part is above 102 KB, where mailboxes cut it.
  case pageTooLarge(bytes: Int)

  /// What is wrong, where, and what to do.
  public var description: String {
    switch self {
    case .missing(let names):
      let absent = names.filter { $0.fault == nil }.map(\.description).joined(separator: ", ")
      let unfit = names.filter { $0.fault != nil }.map { "Cannot show \($0)." }
      let advice =
        "No value for \(absent): fill it in, or give the tag a fallback such as {{name|there}}."
      return ((absent.isEmpty ? [] : [advice]) + unfit).joined(separator: "\n")
    case .unknownPartial(let name, let position, let known):
      return "\(position): \(UnknownName.message(kind: "partial", name: name, known: known))"
    case .tooDeep(let position):
      return
        "\(position): sections and partials are nested too deep; does a partial include itself?"
    case .lambda(let position, let errors): return "\(position): \(errors)"
    case .tooLarge(let position):
      return "\(position): the message grows too large; does a partial include others many times?"
    case .pageTooLarge(let bytes): return MailSize.sentence(bytes)
    }
  }
}
