/// A value that a template can show.
///
/// In JSON it has the plain shape: a string, an array, an object, true or false. A number is read
/// as the string that writes it, null as the empty string.
public enum TemplateValue: Hashable, Sendable {
  /// Text.
  case string(String)
  /// Several values; a section repeats for each.
  case list([TemplateValue])
  /// Named values; a section looks its names up here first.
  case object([String: TemplateValue])
  /// Whether a section is shown.
  case boolean(Bool)
}

extension TemplateValue: ExpressibleByStringLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral, ExpressibleByBooleanLiteral
{
  /// Makes a string.
  public init(stringLiteral value: String) { self = .string(value) }

  /// Makes a list.
  public init(arrayLiteral elements: TemplateValue...) { self = .list(elements) }

  /// Makes an object; of two equal keys the later counts.
  public init(dictionaryLiteral elements: (String, TemplateValue)...) {
    self = .object(Dictionary(elements, uniquingKeysWith: { $1 }))
  }

  /// Makes a boolean.
  public init(booleanLiteral value: Bool) { self = .boolean(value) }
}

extension TemplateValue: Codable {
  /// Reads any JSON value.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .string("")
    } else if let value = try? container.decode(Bool.self) {
      self = .boolean(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode(Int64.self) {
      self = .string(String(value))
    } else if let value = try? container.decode(Double.self) {
      self = .string(value.description)
    } else if let value = try? container.decode([TemplateValue].self) {
      self = .list(value)
    } else {
      self = .object(try container.decode([String: TemplateValue].self))
    }
  }

  /// Writes the plain JSON shape.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .string(let value): try container.encode(value)
    case .list(let value): try container.encode(value)
    case .object(let value): try container.encode(value)
    case .boolean(let value): try container.encode(value)
    }
  }
}

extension TemplateValue {
  /// Whether a section over this value is shown.
  ///
  /// - Parameter strictness: with `strict`, a string of nothing but white space counts as empty.
  func isPresent(_ strictness: Strictness) -> Bool {
    switch self {
    case .string(let text): return strictness == .strict ? !text.isBlank : !text.isEmpty
    case .list(let values): return !values.isEmpty
    case .object: return true
    case .boolean(let flag): return flag
    }
  }

  /// The text that a tag shows; nil for what has none.
  var text: String? {
    switch self {
    case .string(let text): return text
    case .boolean(let flag): return flag ? "true" : "false"
    case .list(let values):
      let texts = values.compactMap(\.text)
      return texts.isEmpty ? nil : texts.joined(separator: ", ")
    case .object: return nil
    }
  }
}

extension String {
  /// Whether there is nothing to see: white space, controls and zero-width characters only.
  var isBlank: Bool {
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0...0x20, 0x7F...0xA0, 0x200B...0x200F, 0x2028...0x202F, 0x2060...0x2069, 0xFEFF, 0xAD:
        continue
      case 0...0x2FF: return false
      default:
        if !scalar.properties.isWhitespace { return false }
      }
    }
    return true
  }
}
