// The standard library has NFD only behind this name; Foundation's would bring in ICU.
@_spi(_Unicode) import Swift

/// The `filename` of Content-Disposition, in any script (RFC 2183, RFC 2231).
enum FileNameParameter {
  /// The room for a value beside `filename*10*=` and `;` on a folded line.
  private static let longestValue = 60

  /// Appends the parameter: quoted where the name is short ASCII, else as RFC 2231 has it.
  static func write(_ name: String, to header: inout HeaderFolding) {
    let isPlain = name.utf8.allSatisfy {
      $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
    }
    if isPlain, name.utf8.count <= longestValue, !name.utf8.holdsEncodedWordOrGap {
      header.append("filename=\"\(name)\"".utf8)
      return
    }
    let sections = self.sections(name)
    for (number, section) in sections.enumerated() {
      let key = sections.count == 1 ? "filename*=" : "filename*\(number)*="
      let isLast = number == sections.count - 1
      header.append(Array(key.utf8) + section + (isLast ? [] : [UInt8(ascii: ";")]))
    }
  }

  /// An ASCII name for readers that know no other: `品牌 2025.pdf` becomes `2025.pdf`.
  ///
  /// Accents are dropped, other runs outside ASCII become one `_`; a name of which nothing is left
  /// becomes `attachment`, with its ending kept.
  static func fallback(_ name: String) -> String {
    let dot = name.lastIndex(of: ".")
    let stem = ascii(name[..<(dot ?? name.endIndex)])
    let ending = dot.map { ascii(name[name.index(after: $0)...]) } ?? ""
    let base = String(stem.isEmpty ? "attachment" : stem.prefix(40))
    return ending.isEmpty ? base : "\(base).\(ending.prefix(10))"
  }

  /// The name in percent encoding, in pieces that each hold whole characters.
  private static func sections(_ name: String) -> [[UInt8]] {
    var sections = [Array("UTF-8''".utf8)]
    for scalar in name.unicodeScalars {
      var piece: [UInt8] = []
      appendPercentEncoded(String(scalar), keeping: "-._~", to: &piece)
      if sections[sections.count - 1].count + piece.count > longestValue { sections.append([]) }
      sections[sections.count - 1].append(contentsOf: piece)
    }
    return sections
  }

  private static func ascii(_ text: Substring) -> String {
    var result = ""
    for scalar in String(text)._nfd {
      if scalar.isASCII,
        UInt8(ascii: scalar).isAlphanumeric || "-+ ".unicodeScalars.contains(scalar)
      {
        result.unicodeScalars.append(scalar)
      } else if scalar.properties.canonicalCombiningClass == .notReordered, result.last != "_" {
        result += "_"
      }
    }
    let edges: Set<Character> = ["_", " "]
    guard let first = result.firstIndex(where: { !edges.contains($0) }),
      let last = result.lastIndex(where: { !edges.contains($0) })
    else { return "" }
    return String(result[first...last])
  }
}
