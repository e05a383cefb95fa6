/// The form in which names that people type are compared.
///
/// Letters and digits only, in lower case, without Latin accents, full-width forms as ASCII: so
/// "E-Mail", "e_mail" and "Ｅｍａｉｌ" are one name, and so are "Côte d’Ivoire" and "cote divoire".
enum Spelling {
  static func key(_ text: some StringProtocol) -> String {
    var key = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars {
      switch scalar.value {
      case 0x30...0x39, 0x61...0x7A: key.append(scalar)
      case 0..<0x80, 0x300...0x36F: continue
      case 0xFF10...0xFF19, 0xFF41...0xFF5A:
        if let narrow = Unicode.Scalar(scalar.value - 0xFEE0) { key.append(narrow) }
      default:
        if let plain = plain[scalar] {
          key.append(contentsOf: plain.unicodeScalars)
        } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil
          || isMark(scalar)
        {
          key.append(scalar)
        }
      }
    }
    return String(key)
  }

  /// Whether a scalar belongs to a word without being a letter, as Indic vowel signs do.
  static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark: true
    default: false
    }
  }

  private static let plain: [Unicode.Scalar: String] = {
    let groups: [(String, String)] = [
      ("a", "àáâãäåāăą"), ("c", "çćčĉ"), ("d", "ďđ"), ("e", "èéêëēėęě"), ("g", "ğģ"),
      ("i", "ìíîïīįı"), ("l", "łļľ"), ("n", "ñńňņ"), ("o", "òóôõöøōő"), ("r", "řŕ"),
      ("s", "śšşș"), ("t", "ťțţ"), ("u", "ùúûüūůűų"), ("y", "ýÿ"), ("z", "źżž"), ("ss", "ß"),
      ("ae", "æ"), ("oe", "œ"),
    ]
    var plain: [Unicode.Scalar: String] = [:]
    for (letter, accented) in groups {
      for scalar in accented.unicodeScalars { plain[scalar] = letter }
    }
    return plain
  }()
}
