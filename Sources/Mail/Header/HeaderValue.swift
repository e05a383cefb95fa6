/// A text that may stand in a header: any script, no line break, NUL, tab or other control.
///
/// A tab is refused too, because folding turns it into a space and the text would come back changed.
package struct HeaderValue: Hashable, Sendable, CustomStringConvertible {
  /// The text in plain Unicode.
  package let description: String

  /// Checks a text; `field` is what an error calls it.
  package init(_ text: String, field: String) throws(HeaderError) {
    var position = 0
    for scalar in text.unicodeScalars {
      position += 1
      if isControl(scalar) {
        throw HeaderError(field: field, reason: .control(scalar, position: position))
      }
    }
    description = text
  }

  /// The text without the spaces around it.
  var trimmed: String {
    let scalars = description.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[first...last])
  }
}

/// Control characters, and the two separators that some programs take for line breaks.
func isControl(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0...0x1F, 0x7F...0x9F, 0x2028, 0x2029: true
  default: false
  }
}

extension UInt8 {
  /// Whether this may stand in an atom (RFC 5322 section 3.2.3).
  var isAtext: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "!"), UInt8(ascii: "#"),
      UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "&"), UInt8(ascii: "'"),
      UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "/"),
      UInt8(ascii: "="), UInt8(ascii: "?"), UInt8(ascii: "^"), UInt8(ascii: "_"),
      UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"),
      UInt8(ascii: "~"):
      true
    default: false
    }
  }

  /// Whether this is an ASCII letter or digit.
  var isAlphanumeric: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }
}
