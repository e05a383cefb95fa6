/// Tells whether a person asks to be written to no more.
enum OptOutReader {
  /// - Parameters:
  ///   - subject: the message's subject.
  ///   - own: the person's own words, quotes taken out.
  ///   - footers: what our own messages say of opting out, folded; a program may quote it unmarked.
  static func isOptOut(subject: String, own: String, footers: [[UInt8]]) -> Bool {
    var text = FoldedText(own, limit: 6000).bytes
    for footer in footers where footer.count > 8 { remove(footer, from: &text) }
    if isRequestAlone(text) { return true }
    let instructions = OptOutPhrases.instructions.matches(in: text).map(\.range)
    let requests = OptOutPhrases.requests.matches(in: text)
    for match in requests {
      if instructions.contains(where: {
        $0.lowerBound <= match.range.lowerBound
          && match.range.lowerBound < $0.upperBound + 60
      }) {
        continue
      }
      if !isDenied(text, before: match.range.lowerBound) { return true }
    }
    // A mail program's or a link's message has its request in the subject.
    guard text.count < 200, text.allSatisfy({ $0 != UInt8(ascii: "?") }) else { return false }
    let bare = FoldedText(subject, limit: 100).bytes
    let isAnswer = ["re:", "aw:", "sv:", "r:", "回复:"].contains { bare.starts(with: $0.utf8) }
    return !isAnswer && isRequestAlone(bare) && !wordsBeyond(text)
  }

  /// Whether there is more in the text than a signature would be.
  private static func wordsBeyond(_ text: [UInt8]) -> Bool {
    text.split { $0 <= 0x20 }.count > 12
  }

  private static func remove(_ footer: [UInt8], from text: inout [UInt8]) {
    var index = 0
    while index + footer.count <= text.count {
      if text[index] == footer[0], text[index..<(index + footer.count)].elementsEqual(footer) {
        text.replaceSubrange(index..<(index + footer.count), with: [0x0A])
      }
      index += 1
    }
  }

  /// Whether a request is denied, as in `please don't remove me from the list`.
  private static func isDenied(_ text: [UInt8], before index: Int) -> Bool {
    let before = String(decoding: text[max(0, index - 12)..<index], as: UTF8.self)
    return ["don't ", "do not ", "dont ", "not "].contains { before.hasSuffix($0) }
  }

  /// Whether the text, its politeness and a signature taken off, is nothing but the request.
  private static func isRequestAlone(_ text: [UInt8]) -> Bool {
    let first = text.split(separator: 0x0A).first ?? []
    guard !first.isEmpty, first.count < 60, !first.contains(UInt8(ascii: "?")) else { return false }
    let plain = String(
      decoding: first.map {
        $0.isAlphanumeric || $0 >= 0x80 || $0 == 0x27 || $0 == 0x2D ? $0 : 0x20
      }, as: UTF8.self)
    let all = plain.split(separator: " ").map(String.init)
    let words = all.filter { word in
      !OptOutPhrases.polite.contains(word)
        && word.unicodeScalars.contains { $0.properties.isAlphabetic }
    }
    guard !words.isEmpty, words.count <= 3 else { return false }
    if OptOutPhrases.words.contains(words.joined(separator: " ")) { return true }
    if OptOutPhrases.words.contains(all.joined(separator: " ")) { return true }
    guard words.count <= 2 else { return false }
    // Long enough that a slip of the pen is no other word.
    return words.contains { word in
      fuzzy.contains { isNear(Array(word.utf8), Array($0.utf8)) }
    } && text.count < 120
  }

  private static let fuzzy = [
    "unsubscribe", "uitschrijven", "abbestellen", "desuscribir", "desinscription", "desabonner",
    "disiscrivimi", "descadastrar",
  ]

  /// Whether two slips at most stand between the words (Levenshtein).
  private static func isNear(_ word: [UInt8], _ other: [UInt8]) -> Bool {
    guard abs(word.count - other.count) <= 2, word.count < 30 else { return false }
    var row = Array(0...other.count)
    for (line, letter) in word.enumerated() {
      var diagonal = row[0]
      row[0] = line + 1
      for (column, wanted) in other.enumerated() {
        let above = row[column + 1]
        row[column + 1] = min(
          row[column] + 1, above + 1, diagonal + (letter == wanted ? 0 : 1))
        diagonal = above
      }
    }
    return row[other.count] <= 2
  }
}
