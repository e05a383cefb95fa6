/// Recognises what a file is from its first bytes, and guesses what unreadable text was written in.
///
/// Only a byte order mark and the pattern of zero bytes in UTF-16 are acted upon. `guess` only
/// serves to name the likely option in an error: a wrong conversion would write to people under
/// garbled names.
enum EncodingDetector {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  static func byteOrderMark(_ head: Bytes) -> (encoding: SourceEncoding, length: Int)? {
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if head.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if head.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    return nil
  }

  /// UTF-16 without a mark: the ASCII of addresses and delimiters leaves zeros on one side only.
  static func utf16(_ head: Bytes) -> SourceEncoding? {
    var zeros = [0, 0]
    for (index, byte) in head.enumerated() where byte == 0 { zeros[index & 1] += 1 }
    let enough = max(2, head.count / 20)
    if zeros[0] == 0 && zeros[1] >= enough { return .utf16LittleEndian }
    if zeros[1] == 0 && zeros[0] >= enough { return .utf16BigEndian }
    return nil
  }

  /// What a file that is no text seems to be; `nil` for text.
  static func binaryKind(_ head: Bytes, encoding: SourceEncoding) -> String? {
    if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return "an Excel workbook or a zip archive" }
    if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return "an old Excel workbook (.xls)" }
    if head.starts(with: Array("%PDF".utf8)) { return "a PDF document" }
    if head.starts(with: [0x1F, 0x8B]) { return "a gzip archive" }
    if head.starts(with: Array("SQLite format 3\0".utf8)) { return "a database" }
    if head.starts(with: Array("{\\rtf".utf8)) { return "a rich text document" }
    if !encoding.isUTF16 && head.contains(0) { return "a binary file" }
    return nil
  }

  /// The encoding that bytes which are not `excluding` were most likely written in.
  ///
  /// It weighs the structure of the bytes: which pairs are well formed, and how many fall among the
  /// common characters of each set.
  static func guess(_ sample: Bytes, excluding: SourceEncoding) -> SourceEncoding? {
    let sample = Bytes(rebasing: sample.prefix(16 * 1024))
    if excluding != .utf8, isUTF8(sample) { return .utf8 }
    let order: [(SourceEncoding, Double)] = [
      (.shiftJIS, shiftJIS(sample)), (.eucJP, eucJP(sample)), (.big5, big5(sample)),
      (.eucKR, eucKR(sample)), (.gb18030, gb18030(sample)),
      (.windows1251, windows1251(sample)), (.windows1252, windows1252(sample)),
    ]
    let best = order.filter { $0.0 != excluding }.max { $0.1 < $1.1 }
    guard let best, best.1 >= 0.5 else { return nil }
    return best.0
  }

  private static func isUTF8(_ sample: Bytes) -> Bool {
    guard sample.contains(where: { $0 >= 0x80 }) else { return false }
    // A sample may end within a character.
    let cut = sample.lastIndex { $0 < 0x80 || $0 >= 0xC0 } ?? 0
    let text = String(decoding: sample[..<cut], as: UTF8.self)
    return !text.unicodeScalars.contains("\u{FFFD}")
  }

  /// Walks the pairs of a double-byte set, and gives the share of them that are common.
  ///
  /// `single` says which high bytes stand alone; a malformed pair makes the set impossible.
  private static func pairs(
    _ sample: Bytes, single: (UInt8) -> Bool = { _ in false },
    valid: (UInt8, UInt8) -> Bool, common: (UInt8, UInt8) -> Bool
  ) -> Double {
    var total = 0
    var good = 0
    var bad = 0
    var index = 0
    while index < sample.count {
      let lead = sample[index]
      index += 1
      if lead < 0x80 { continue }
      if single(lead) {
        total += 1
        continue
      }
      guard index < sample.count else { break }
      let trail = sample[index]
      guard valid(lead, trail) else {
        bad += 1
        continue
      }
      index += 1
      total += 1
      if common(lead, trail) { good += 1 }
    }
    guard total > 0, bad == 0 else { return 0 }
    return Double(good) / Double(total)
  }

  private static func shiftJIS(_ sample: Bytes) -> Double {
    var kana = 0
    let score = pairs(
      sample, single: { (0xA1...0xDF).contains($0) },
      valid: { lead, trail in
        ((0x81...0x9F).contains(lead) || (0xE0...0xFC).contains(lead))
          && ((0x40...0x7E).contains(trail) || (0x80...0xFC).contains(trail))
      },
      common: { lead, _ in
        if lead == 0x82 || lead == 0x83 { kana += 1 }
        return (0x81...0x9F).contains(lead)
      })
    // Leads below 0xA0 are what the other sets hardly use; kana settle it.
    return kana > 0 ? min(1, score + 0.05) : score * 0.9
  }

  private static func eucJP(_ sample: Bytes) -> Double {
    var kana = 0
    let score = pairs(
      sample,
      valid: { (0xA1...0xFE).contains($0) && (0xA1...0xFE).contains($1) },
      common: { lead, trail in
        if (lead == 0xA4 && trail <= 0xF3) || (lead == 0xA5 && trail <= 0xF6) { kana += 1 }
        return (0xA1...0xA5).contains(lead) || (0xB0...0xCF).contains(lead)
      })
    return kana > 1 ? min(1, score + 0.02) : 0
  }

  private static func big5(_ sample: Bytes) -> Double {
    var low = 0
    var total = 0
    let score = pairs(
      sample,
      valid: { lead, trail in
        (0x81...0xFE).contains(lead)
          && ((0x40...0x7E).contains(trail) || (0xA1...0xFE).contains(trail))
      },
      common: { lead, trail in
        total += 1
        if trail < 0x80 { low += 1 }
        return (0xA1...0xC6).contains(lead)
      })
    // Two pairs in five end on an ASCII byte; in the other sets next to none does.
    return low * 8 >= total ? score : 0
  }

  private static func eucKR(_ sample: Bytes) -> Double {
    let score = pairs(
      sample,
      valid: { (0xA1...0xFD).contains($0) && (0xA1...0xFE).contains($1) },
      common: { lead, _ in (0xB0...0xC8).contains(lead) })
    // Chinese has two characters in five beyond the Hangul rows.
    return score >= 0.9 ? score : 0
  }

  private static func gb18030(_ sample: Bytes) -> Double {
    let score = pairs(
      sample,
      valid: { lead, trail in
        (0x81...0xFE).contains(lead)
          && ((0x30...0x39).contains(trail) || (0x40...0x7E).contains(trail)
            || (0x80...0xFE).contains(trail))
      },
      common: { lead, trail in
        ((0xB0...0xD7).contains(lead) && trail >= 0xA1) || (lead == 0xA3 || lead == 0xA1)
      })
    return score * 0.98
  }

  /// The high bytes, and how many of them have another beside them.
  private static func runs(_ sample: Bytes) -> (high: Int, neighboured: Int) {
    var high = 0
    var neighboured = 0
    for index in sample.indices where sample[index] >= 0x80 {
      high += 1
      let before = index > 0 && sample[index - 1] >= 0x80
      let after = index + 1 < sample.count && sample[index + 1] >= 0x80
      if before || after { neighboured += 1 }
    }
    return (high, neighboured)
  }

  private static func windows1251(_ sample: Bytes) -> Double {
    let (high, neighboured) = runs(sample)
    guard high > 0, neighboured * 10 >= high * 8 else { return 0 }
    let letters = sample.count { $0 >= 0xC0 || $0 == 0xA8 || $0 == 0xB8 }
    let small = sample.count { $0 >= 0xE0 }
    // Russian is nearly all letters, and those mostly small ones.
    return letters * 20 >= high * 19 && small * 10 >= high * 6 ? 0.995 : 0
  }

  private static func windows1252(_ sample: Bytes) -> Double {
    let (high, neighboured) = runs(sample)
    guard high > 0 else { return 0 }
    return 1 - Double(neighboured) / Double(high)
  }
}
