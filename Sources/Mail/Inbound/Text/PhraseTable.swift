/// Phrases, each with what it tells, found in one pass over a folded text.
///
/// A phrase is written as people write it and folded like the text. `~` stands for a gap of a few
/// words within the sentence, a `*` at the end of a word for any ending, and a phrase of letters
/// matches whole words only; scripts without blanks between words need no border.
struct PhraseTable<Meaning: Sendable>: Sendable {
  /// A run of letters that must stand together.
  private struct Piece: Sendable {
    /// Where its octets are in ``letters``.
    let start: Int
    let count: Int
    let isOpen: Bool
  }

  /// The beginning of a phrase, for a quick look.
  private struct Head: Sendable {
    /// The first four octets, or as many as there are, low end first.
    let octets: UInt32
    let mask: UInt32
    let phrase: Int
  }

  private var letters: [UInt8] = []
  private var pieces: [Piece] = []
  /// Each phrase's pieces, and its meaning.
  private var phrases: [(pieces: Range<Int>, meaning: Meaning)] = []
  /// The heads by first octet: those of octet `n` are at `starts[n]..<starts[n + 1]`.
  private var heads: [Head] = []
  private var starts: [Int] = []

  /// The longest gap, in octets.
  private let gap: Int

  /// Takes a meaning and phrases separated by `|` for each entry; blanks around them do not count.
  init(gap: Int = 48, _ entries: [(Meaning, String)]) {
    self.gap = gap
    var found: [[Head]] = Array(repeating: [], count: 256)
    for (meaning, list) in entries {
      for text in list.split(separator: "|") {
        let first = pieces.count
        for piece in text.split(separator: "~") {
          var bytes = FoldedText(piece).bytes
          let isOpen = bytes.last == UInt8(ascii: "*")
          if isOpen { bytes.removeLast() }
          guard !bytes.isEmpty else { continue }
          pieces.append(Piece(start: letters.count, count: bytes.count, isOpen: isOpen))
          letters += bytes
        }
        guard pieces.count > first else { continue }
        let piece = pieces[first]
        var octets: UInt32 = 0
        var mask: UInt32 = 0
        for offset in 0..<min(4, piece.count) {
          octets |= UInt32(letters[piece.start + offset]) << UInt32(8 * offset)
          mask |= 0xFF << UInt32(8 * offset)
        }
        found[Int(letters[piece.start])].append(
          Head(octets: octets, mask: mask, phrase: phrases.count))
        phrases.append((first..<pieces.count, meaning))
      }
    }
    starts = [0]
    for list in found {
      heads += list
      starts.append(heads.count)
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
  func matches(in text: some Collection<UInt8>) -> [Match] {
    var found: [Match] = []
    scan(text) {
      found.append($0)
      return true
    }
    return found
  }

  /// The first match in the text.
  func first(in text: some Collection<UInt8>) -> Match? {
    var found: Match?
    scan(text) {
      found = $0
      return false
    }
    return found
  }

  /// Whether the text starts with a phrase; how far it goes, and what it means.
  func start(of text: some Collection<UInt8>) -> Match? {
    var found: Match?
    scan(text, onlyStart: true) {
      found = $0
      return false
    }
    return found
  }

  private func scan(
    _ text: some Collection<UInt8>, onlyStart: Bool = false, _ body: (Match) -> Bool
  ) {
    let isDone: Void? = text.withContiguousStorageIfAvailable {
      scan(buffer: $0, onlyStart: onlyStart, body)
    }
    if isDone == nil {
      Array(text).withUnsafeBufferPointer { scan(buffer: $0, onlyStart: onlyStart, body) }
    }
  }

  private func scan(
    buffer text: UnsafeBufferPointer<UInt8>, onlyStart: Bool, _ body: (Match) -> Bool
  ) {
    heads.withUnsafeBufferPointer { heads in
      starts.withUnsafeBufferPointer { starts in
        var isInWord = false
        for index in text.indices {
          let byte = text[index]
          let startsWord = !isInWord || byte >= 0x80
          isInWord = byte.isAlphanumeric
          if startsWord {
            var ahead: UInt32 = 0
            for offset in 0..<min(4, text.count - index) {
              ahead |= UInt32(text[index + offset]) << UInt32(8 * offset)
            }
            for number in starts[Int(byte)]..<starts[Int(byte) + 1]
            where ahead & heads[number].mask == heads[number].octets {
              let phrase = heads[number].phrase
              if let end = end(of: phrase, in: text, at: index) {
                let match = Match(
                  meaning: phrases[phrase].meaning, range: index..<end, order: phrase)
                if !body(match) { return }
              }
            }
          }
          if onlyStart { return }
        }
      }
    }
  }

  private func end(of phrase: Int, in text: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
    let range = phrases[phrase].pieces
    guard var end = pieceEnd(pieces[range.lowerBound], in: text, at: start) else { return nil }
    for number in range.dropFirst() {
      var at = end
      let limit = min(end + gap, text.count)
      var next: Int?
      while at < limit, !isSentenceEnd(text, at) {
        let isBorder = at == 0 || !text[at - 1].isAlphanumeric || text[at] >= 0x80
        if isBorder, let found = pieceEnd(pieces[number], in: text, at: at) {
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
    _ piece: Piece, in text: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> Int? {
    let end = start + piece.count
    guard end <= text.count else { return nil }
    for offset in 0..<piece.count where text[start + offset] != letters[piece.start + offset] {
      return nil
    }
    if !piece.isOpen, text[end - 1].isAlphanumeric, end < text.count, text[end].isAlphanumeric {
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
