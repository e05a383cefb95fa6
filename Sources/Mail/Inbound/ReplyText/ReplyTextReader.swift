/// Takes quotes and signatures off an answer.
enum ReplyTextReader {
  private static let mostLines = 5000

  static func read(_ plain: String) -> ReplyText {
    var lines: [ArraySlice<UInt8>] = []
    let bytes = Array(plain.utf8)
    var index = 0
    while index < bytes.count, lines.count < mostLines {
      let end = bytes.lineEnd(from: index, to: bytes.count)
      lines.append(bytes[index..<end])
      index = bytes.nextLine(end, to: bytes.count)
    }
    let boundary = firstBoundary(lines[...])
    guard let boundary else {
      let own = trimmed(withoutSignature(lines[...]))
      // Nothing but a quote, and no word on whose: all there is to show.
      return ReplyText(lines: own.isEmpty ? trimmed(lines.filter(QuoteLine.isQuoted)[...]) : own)
    }
    let before = lines[..<boundary.start]
    let after = lines[boundary.end...]
    let isEmpty = before.allSatisfy {
      QuoteLine.isBlank($0) || QuoteLine.isRule($0) || QuoteLine.isQuoted($0)
    }
    guard boundary.isAttribution else {
      return ReplyText(lines: trimmed(withoutSignature(before)))
    }
    guard isEmpty else {
      let own = trimmed(withoutSignature(before))
      // Answers below or between what is quoted.
      let more = answers(in: after)
      return ReplyText(lines: more.isEmpty ? own : own + [[]] + more)
    }
    // The answer stands below the quote.
    let isMarked = after.first { !QuoteLine.isBlank($0) }.map(QuoteLine.isQuoted) ?? false
    if isMarked {
      let rest = after.drop { QuoteLine.isBlank($0) || QuoteLine.isQuoted($0) }
      return ReplyText(lines: trimmed(withoutSignature(rest)))
    }
    return ReplyText(lines: trimmed(withoutSignature(withoutAttributions(after))))
  }

  private struct Boundary {
    let start: Int
    let end: Int
    let isAttribution: Bool
  }

  /// Where the message that is answered begins.
  private static func firstBoundary(_ lines: ArraySlice<ArraySlice<UInt8>>) -> Boundary? {
    let all = Array(lines)
    var wasRule = false
    for index in all.indices {
      let line = all[index]
      defer { wasRule = QuoteLine.isRule(line) || wasRule && QuoteLine.isBlank(line) }
      if QuoteLine.isBlank(line) || QuoteLine.isQuoted(line) { continue }
      if OriginalMarker.isOne(line) || HeaderBlock.starts(all, at: index, isMarked: wasRule) {
        return Boundary(start: index, end: index + 1, isAttribution: false)
      }
      if let length = Attribution.length(all, at: index) {
        return Boundary(start: index, end: index + length, isAttribution: true)
      }
    }
    return nil
  }

  /// What a person wrote below or between marked quotes; nothing where quotes are not marked.
  private static func answers(in lines: ArraySlice<ArraySlice<UInt8>>) -> [ArraySlice<UInt8>] {
    var kept: [ArraySlice<UInt8>] = []
    var wasQuoted = false
    var sawQuote = false
    var quotedLength = 0
    for (offset, line) in lines.enumerated() {
      if QuoteLine.isQuoted(line) {
        sawQuote = true
        wasQuoted = true
        quotedLength = line.count
        continue
      }
      if QuoteLine.isBlank(line) {
        if sawQuote, !kept.isEmpty { kept.append(line) }
        wasQuoted = false
        continue
      }
      // Text that follows unmarked is the quote itself.
      guard sawQuote else { return [] }
      if QuoteLine.startsSignature(line) || QuoteLine.isRule(line) { break }
      if OriginalMarker.isOne(line) { break }
      let all = Array(lines.dropFirst(offset).prefix(10))
      if HeaderBlock.starts(all, at: 0, isMarked: false) || Attribution.length(all, at: 0) != nil {
        break
      }
      // The rest of a quoted line that a program broke.
      if wasQuoted, quotedLength > 50, line.count < quotedLength,
        let first = line.first, first == UInt8(ascii: "<") || first >= 0x61 && first <= 0x7A
      {
        continue
      }
      wasQuoted = false
      if !QuoteLine.isDeviceNote(line) { kept.append(line) }
    }
    return trimmed(kept[...])
  }

  private static func withoutAttributions(_ lines: ArraySlice<ArraySlice<UInt8>>) -> ArraySlice<
    ArraySlice<UInt8>
  > {
    let all = Array(lines)
    var kept: [ArraySlice<UInt8>] = []
    var index = 0
    while index < all.count {
      if !QuoteLine.isBlank(all[index]), !QuoteLine.isQuoted(all[index]),
        let length = Attribution.length(all, at: index)
      {
        index += length
      } else {
        kept.append(all[index])
        index += 1
      }
    }
    return kept[...]
  }

  /// Without what stands below a signature's mark, device notes, and quotes at the end.
  private static func withoutSignature(_ lines: ArraySlice<ArraySlice<UInt8>>) -> ArraySlice<
    ArraySlice<UInt8>
  > {
    var kept: [ArraySlice<UInt8>] = []
    for line in lines {
      if QuoteLine.startsSignature(line),
        kept.contains(where: { !QuoteLine.isBlank($0) && !QuoteLine.isQuoted($0) })
      {
        break
      }
      if !QuoteLine.isDeviceNote(line) { kept.append(line) }
    }
    // Quotes at the end are what is answered.
    var end = kept.count
    while end > 0,
      QuoteLine.isBlank(kept[end - 1]) || QuoteLine.isQuoted(kept[end - 1])
        || QuoteLine.isRule(kept[end - 1])
    {
      end -= 1
    }
    if let start = SignOff.start(kept[..<end]) { end = start }
    return kept[..<end]
  }

  /// Without blank lines and rules at the ends.
  private static func trimmed(_ lines: ArraySlice<ArraySlice<UInt8>>) -> [ArraySlice<UInt8>] {
    var slice = lines
    while let first = slice.first, QuoteLine.isBlank(first) { slice = slice.dropFirst() }
    while let last = slice.last, QuoteLine.isBlank(last) || QuoteLine.isRule(last) {
      slice = slice.dropLast()
    }
    return Array(slice)
  }
}
