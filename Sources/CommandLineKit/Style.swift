/// Colours and weights for a terminal, which do nothing where they are switched off.
package struct Style: Sendable {
  package let isOn: Bool

  package init(isOn: Bool) {
    self.isOn = isOn
  }

  /// A look that text can have; the raw value is its SGR parameter (ECMA-48, 8.3.117).
  package enum Effect: UInt8, CaseIterable, Sendable {
    case bold = 1
    case dim = 2
    case underline = 4
    case red = 31
    case green = 32
    case yellow = 33
    case blue = 34
    case magenta = 35
    case cyan = 36

    /// The parameter that ends this effect and leaves the others.
    var end: UInt8 {
      switch self {
      case .bold, .dim: 22
      case .underline: 24
      case .red, .green, .yellow, .blue, .magenta, .cyan: 39
      }
    }
  }

  package func apply(_ effect: Effect, to text: String) -> String {
    isOn ? "\u{1B}[\(effect.rawValue)m\(text)\u{1B}[\(effect.end)m" : text
  }

  package func bold(_ text: String) -> String { apply(.bold, to: text) }
  package func dim(_ text: String) -> String { apply(.dim, to: text) }
  package func underline(_ text: String) -> String { apply(.underline, to: text) }
  package func red(_ text: String) -> String { apply(.red, to: text) }
  package func green(_ text: String) -> String { apply(.green, to: text) }
  package func yellow(_ text: String) -> String { apply(.yellow, to: text) }
  package func blue(_ text: String) -> String { apply(.blue, to: text) }
  package func magenta(_ text: String) -> String { apply(.magenta, to: text) }
  package func cyan(_ text: String) -> String { apply(.cyan, to: text) }
}

extension Style {
  static let reset = "\u{1B}[0m"

  /// What one of the kit's own sequences does.
  enum Change {
    case on(Effect)
    case off(UInt8)
  }

  /// One of the kit's own sequences at a place in UTF-8 text, or nil for anything else.
  static func sequence(in bytes: [UInt8], at start: Int) -> (change: Change, end: Int)? {
    guard start + 3 < bytes.count, bytes[start] == 0x1B, bytes[start + 1] == UInt8(ascii: "[")
    else { return nil }
    var parameter: UInt8 = 0
    var index = start + 2
    while index < bytes.count, index < start + 4, (0x30...0x39).contains(bytes[index]) {
      parameter = parameter * 10 + (bytes[index] - 0x30)
      index += 1
    }
    guard index < bytes.count, bytes[index] == UInt8(ascii: "m") else { return nil }
    if let effect = Effect(rawValue: parameter) { return (.on(effect), index + 1) }
    guard Effect.allCases.contains(where: { $0.end == parameter }) else { return nil }
    return (.off(parameter), index + 1)
  }
}
