/// The character references that mail programs write (HTML section 13.5; the Latin-1 and the
/// typographic ones).
enum HTMLEntity {
  /// What `name` or `#number` stands for, without `&` and `;`; `nil` where nothing.
  static func scalar(_ name: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar? {
    guard let first = name.first else { return nil }
    if first == UInt8(ascii: "#") { return number(name) }
    return named[String(decoding: name, as: UTF8.self)]
  }

  private static func number(_ name: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar? {
    var digits = name.dropFirst()
    var radix: UInt32 = 10
    if let mark = digits.first, mark | 0x20 == UInt8(ascii: "x") {
      digits = digits.dropFirst()
      radix = 16
    }
    guard !digits.isEmpty, digits.count < 9 else { return nil }
    var value: UInt32 = 0
    for byte in digits {
      guard let digit = hexValue(byte), digit < radix else { return nil }
      value = value &* radix &+ UInt32(digit)
    }
    // Numbers below 160 are written by programs that think in windows-1252.
    if (0x80...0x9F).contains(value) {
      let text = CharsetDecoder.decode([UInt8(value)], charset: "windows-1252")
      return text.unicodeScalars.first
    }
    return value == 0 ? nil : Unicode.Scalar(value)
  }

  private static let named: [String: Unicode.Scalar] = {
    var table: [String: Unicode.Scalar] = [
      "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "AMP": "&", "LT": "<",
      "GT": ">", "QUOT": "\"", "ndash": "–", "mdash": "—", "lsquo": "‘", "rsquo": "’",
      "sbquo": "‚", "ldquo": "“", "rdquo": "”", "bdquo": "„", "hellip": "…", "bull": "•",
      "euro": "€", "trade": "™", "lsaquo": "‹", "rsaquo": "›", "OElig": "Œ", "oelig": "œ",
      "Scaron": "Š", "scaron": "š", "Yuml": "Ÿ", "ensp": " ", "emsp": " ", "thinsp": " ",
      "zwnj": "\u{200C}", "zwj": "\u{200D}", "larr": "←", "rarr": "→", "check": "✓",
      "dagger": "†", "permil": "‰", "minus": "−", "ne": "≠", "le": "≤", "ge": "≥",
    ]
    // The names of U+00A0 to U+00FF, in their order.
    let latin = """
      nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn \
      sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave \
      Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml \
      ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN \
      szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave \
      iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute \
      ucirc uuml yacute thorn yuml
      """
    for (offset, name) in latin.split(separator: " ").enumerated() {
      table[String(name)] = Unicode.Scalar(UInt8(0xA0 + offset))
    }
    return table
  }()
}
