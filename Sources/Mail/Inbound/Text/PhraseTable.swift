/// Phrases, each with what it tells, found in one pass over a folded text.
///
/// A phrase is written as people write it and folded like the text. `~` stands for a gap of a few
/// words within the sentence, a `*` at the end of a word for any ending, and a phrase of letters
/// matches whole words only; scripts without blanks between words need no border.
struct PhraseTable<Meaning: Sendable>: Sendable {
  private struct Phrase: Sendable {
    let pieces: [[UInt8]]
    let isOpen: [Bool]
    let meaning: Meaning
  }

  private var phrases: [Phrase] = []
  /// Phrases by their first octet, in the order of the table.
  private var byFirst: [[Int]] = Array(repeating: [], count: 256)

  /// The longest gap, in octets.
  private let gap: Int

  /// Each entry: a meaning, and phrases separated by `|`; line breaks and blanks around do not count.
  init(gap: Int = 48, _ entries: [(Meaning, String)]) {
    self.gap = gap
    for (meaning, list) in entries {
      for text in list.split(separator: "|") {
        var pieces: [[UInt8]] = []
        var isOpen: [Bool] = []
        for piece in text.split(separator: "~") {
          var bytes = FoldedText(piece).bytes
          let open = bytes.last == UInt8(ascii: "*")
          if open { bytes.removeLast() }
          guard !bytes.isEmpty else { continue }
          pieces.append(bytes)
          isOpen.append(open)
        }
        guard let first = pieces.first?.first else { continue }
        byFirst[Int(first)].append(phrases.count)
        phrases.append(Phrase(pieces: pieces, isOpen: isOpen, meaning: meaning))
      }
    }
  }

  /// What a match is, and where.
  struct Match {
    let meaning: Meaning
    let range: Range<Int>
    /// The phrase's place in the table.
    let order: Int
  }

  /// Every phrase that the text holds, in the order of the text.
  func matches(in text: [UInt8]) -> [Match] {
    var found: [Match] = []
    scan(text) {
      found.append($0); return true
    }
    return found
  }

  /// The first match in the text.
  func first(in text: [UInt8]) -> Match? {
    var found: Match?
    scan(text) {
      found = $0; return false
    }
    return found
  }

  private func scan(_ text: [UInt8], _ body: (Match) -> Bool) {
    text.withUnsafeBufferPointer { text in
      var isInWord = false
      for index in text.indices {
        let byte = text[index]
        let startsWord = !isInWord || byte >= 0x80
        isInWord = byte.isAlphanumeric
        guard startsWord else { continue }
        for number in byFirst[Int(byte)] {
          if let end = end(of: phrases[number], in: text, at: index) {
            let match = Match(meaning: phrases[number].meaning, range: index..<end, order: number)
            if !body(match) { return }
          }
        }
      }
    }
  }

  private func end(of phrase: Phrase, in text: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
    guard var end = pieceEnd(phrase, 0, in: text, at: start) else { return nil }
    for piece in phrase.pieces.indices.dropFirst() {
      var at = end
      let limit = min(end + gap, text.count)
      var next: Int?
      while at < limit {
        let byte = text[at]
        if isSentenceEnd(text, at) { break }
        let isBorder = at == 0 || !text[at - 1].isAlphanumeric || byte >= 0x80
        if isBorder, let found = pieceEnd(phrase, piece, in: text, at: at) {
          next = found
          break
        }
        at += 1
      }
      guard let next else { return nil }
      end = next
    }
    return end
  }

  private func pieceEnd(
    _ phrase: Phrase, _ number: Int, in text: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> Int? {
    let piece = phrase.pieces[number]
    let end = start + piece.count
    guard end <= text.count else { return nil }
    for offset in piece.indices where text[start + offset] != piece[offset] { return nil }
    if !phrase.isOpen[number], piece[piece.count - 1].isAlphanumeric, end < text.count,
      text[end].isAlphanumeric
    {
      return nil
    }
    return end
  }

  private func isSentenceEnd(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    switch text[at] {
    case 0x0A, UInt8(ascii: "!"), UInt8(ascii: "?"): true
    case UInt8(ascii: "."): at + 1 >= text.count || text[at + 1] <= 0x20
    default: false
    }
  }
}
