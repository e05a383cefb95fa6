/// `template.todo`: a note that the writer left to themselves: TODO, FIXME, TBD, TBC.
///
/// Only in capitals. In Spanish, Portuguese, Galician and Italian, where a shouted "TODO" is the
/// word for all, it must be followed by a colon or a bracket.
struct TodoRule: ComputedRule {
  static let id = "template.todo"
  static let severity = Severity.error

  private static let message =
    "A note to yourself is left in the text: do what it says, then take it out."
  private static let marks = ["TODO", "FIXME", "TBD", "TBC"].map { Array($0.utf8) }
  private static let languagesWithTodo = ["es", "pt", "gl", "it"]

  func places(in draft: Draft) -> [RulePlace] {
    let bytes = draft.bytes
    let language = String(draft.locale.lowercased().prefix { $0 != "-" })
    var found: [RulePlace] = []
    for region in draft.regions {
      var index = region.range.lowerBound
      while index < region.range.upperBound {
        guard ASCII.isUpper(bytes[index]) else {
          index += 1
          continue
        }
        let start = index
        while index < region.range.upperBound, isWordByte(bytes[index]) { index += 1 }
        let word = bytes[start..<index]
        let isInside = start > region.range.lowerBound && isWordByte(bytes[start - 1])
        guard !isInside, Self.marks.contains(where: word.elementsEqual) else { continue }
        if word.first == UInt8(ascii: "T"), word.last == UInt8(ascii: "O"),
          Self.languagesWithTodo.contains(language)
        {
          let after = index < region.range.upperBound ? bytes[index] : 0
          guard after == UInt8(ascii: ":") || after == UInt8(ascii: "(") else { continue }
        }
        found.append(RulePlace(start..<index, Self.message))
      }
    }
    return found
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    ASCII.isAlphanumeric(byte) || byte >= 0x80 || byte == UInt8(ascii: "_")
  }
}
