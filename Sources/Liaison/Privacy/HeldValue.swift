/// A value of any shape, for handing out what is held about somebody.
public enum HeldValue: Hashable, Sendable, Codable {
  /// Nothing.
  case none
  /// A number.
  case number(Int64)
  /// A number with a fraction.
  case fraction(Double)
  /// Yes or no.
  case flag(Bool)
  /// Text.
  case text(String)
  /// Several values.
  case list([HeldValue])
  /// Named values.
  case object([String: HeldValue])

  /// Reads any JSON value.
  public init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .none
    } else if let flag = try? value.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? value.decode(Int64.self) {
      self = .number(number)
    } else if let number = try? value.decode(Double.self) {
      self = .fraction(number)
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let list = try? value.decode([HeldValue].self) {
      self = .list(list)
    } else {
      self = .object(try value.decode([String: HeldValue].self))
    }
  }

  /// Writes it as the JSON value that it is.
  public func encode(to encoder: any Encoder) throws {
    var value = encoder.singleValueContainer()
    switch self {
    case .none: try value.encodeNil()
    case .number(let number): try value.encode(number)
    case .fraction(let number): try value.encode(number)
    case .flag(let flag): try value.encode(flag)
    case .text(let text): try value.encode(text)
    case .list(let list): try value.encode(list)
    case .object(let object): try value.encode(object)
    }
  }
}
