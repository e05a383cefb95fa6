/// The line that says whose words follow: `On 1 July 2026, Maya wrote:`, in many languages and on up
/// to four lines.
enum Attribution {
  private static let mostLines = 4
  private static let longest = 400

  /// How many lines the attribution that starts at a line has; `nil` where none does.
  static func length(_ lines: [ArraySlice<UInt8>], at start: Int) -> Int? {
    guard let length = span(lines, at: start) else { return nil }
    // What seemed to start it may be the sentence before.
    let isLater = (0..<length).dropFirst().contains {
      startsWithDay(lines[start + $0]) && span(lines, at: start + $0) != nil
    }
    return isLater ? nil : length
  }

  private static func startsWithDay(_ line: ArraySlice<UInt8>) -> Bool {
    let bytes = stripped(FoldedText(utf8: line.prefix(60)).bytes)
    return bytes.first?.isDigit == true || starts.start(of: bytes) != nil
  }

  private static func span(_ lines: [ArraySlice<UInt8>], at start: Int) -> Int? {
    guard mayStart(lines[start]) else { return nil }
    var joined: [UInt8] = []
    for count in 1...mostLines {
      guard start + count <= lines.count else { return nil }
      let line = lines[start + count - 1]
      if QuoteLine.isBlank(line) { return nil }
      if count > 1, QuoteLine.isQuoted(line), !closesBracket(line, of: joined) { return nil }
      joined += (count > 1 ? [0x20] : []) + line
      guard joined.count <= longest else { return nil }
      if isWhole(joined, isFollowedByGap: isGap(lines, start + count)) { return count }
    }
    return nil
  }

  /// `>:` alone on a line, as where a long address was wrapped.
  private static func closesBracket(_ line: ArraySlice<UInt8>, of text: [UInt8]) -> Bool {
    guard let open = text.lastIndex(of: UInt8(ascii: "<")),
      !text[open...].contains(UInt8(ascii: ">"))
    else { return false }
    return line.count < 30 && line.contains(UInt8(ascii: ":"))
  }

  private static func isGap(_ lines: [ArraySlice<UInt8>], _ at: Int) -> Bool {
    at >= lines.count || QuoteLine.isBlank(lines[at]) || QuoteLine.isQuoted(lines[at])
  }

  /// Whether a line could be the first of one, by how it starts.
  private static func mayStart(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count <= longest else { return false }
    if line.contains(UInt8(ascii: "@")) { return true }
    if startsWithDay(line) { return true }
    return endsWithVerb(stripped(FoldedText(utf8: line.suffix(60)).bytes)) != nil
  }

  private static func stripped(_ bytes: [UInt8]) -> [UInt8] {
    var slice = bytes[...]
    while let first = slice.first,
      first <= 0x20 || first == 0x2A || first == 0x2D || first == 0x5F
        || first == 0x3E
    {
      slice = slice.dropFirst()
    }
    while let last = slice.last, last <= 0x20 || last == 0x2A || last == 0x2D || last == 0x5F {
      slice = slice.dropLast()
    }
    return Array(slice)
  }

  private static func isWhole(_ text: [UInt8], isFollowedByGap: Bool) -> Bool {
    let bytes = stripped(FoldedText(utf8: text[...]).bytes)
    guard let first = bytes.first else { return false }
    let startsDate = first.isDigit
    let startsSo = starts.start(of: bytes) != nil
    let hasAddress = bytes.contains(UInt8(ascii: "@"))
    let hasDate = isDated(bytes)
    // A full-width colon is folded.
    let endsInColon = bytes.last == UInt8(ascii: ":")
    if let hasColon = endsWithVerb(bytes) {
      return hasDate && (startsSo || startsDate) || hasAddress
        || hasColon && hasDate || hasColon && startsSo
    }
    if endsInColon, hasDate {
      if hasAddress, startsSo || startsDate { return true }
      if verbs.first(in: bytes) != nil { return true }
    }
    // `2026/7/1 Maya <maya@example.com>`
    return startsDate && hasDate && hasAddress && bytes.last == UInt8(ascii: ">") && isFollowedByGap
      && bytes.prefix(4).allSatisfy(\.isDigit)
  }

  /// Whether there is a year, a time or a date of numbers.
  private static func isDated(_ bytes: [UInt8]) -> Bool {
    var index = 0
    while index < bytes.count {
      guard bytes[index].isDigit else {
        index += 1
        continue
      }
      let start = index
      while index < bytes.count, bytes[index].isDigit { index += 1 }
      let width = index - start
      if width == 4,
        bytes[start] == 0x32 && bytes[start + 1] == 0x30
          || width == 4 && bytes[start] == 0x31 && bytes[start + 1] == 0x39
      {
        return true
      }
      if width <= 2, index + 2 < bytes.count, [0x3A, 0x2E, 0x2F, 0x68].contains(bytes[index]),
        bytes[index + 1].isDigit, bytes[index + 2].isDigit
      {
        return true
      }
    }
    return false
  }

  /// Whether the text ends with a verb of writing; and if so, whether a colon stands behind it.
  private static func endsWithVerb(_ bytes: [UInt8]) -> Bool? {
    var end = bytes.count
    var hasColon = false
    while end > 0, bytes[end - 1] <= 0x20 || bytes[end - 1] == UInt8(ascii: ":") {
      if bytes[end - 1] == UInt8(ascii: ":") { hasColon = true }
      end -= 1
    }
    for verb in endings
    where end >= verb.count && bytes[(end - verb.count)..<end].elementsEqual(verb) {
      let border = end - verb.count
      if border == 0 || !bytes[border - 1].isAlphanumeric || verb[0] >= 0x80 { return hasColon }
    }
    return nil
  }

  private static let verbList = """
    wrote|writes|wrote the following|said|schrieb|schrieb folgendes|hat geschrieben|geschrieben|\
    a ecrit|ecrivait|escribio|ha escrito|escreveu|ha scritto|scrive|ha scritto quanto segue|schreef|\
    schreef het volgende|geschreven|写道|写到|寫道|写入|написал|написала|написал(а)|пишет|писал|писал(а)|\
    napisal|napisala|napisal(a)|napisal/a|kirjoitti|skrev|skrev foljande|skrev folgende|yazdi|\
    sunu yazdi|sunlari yazdi|のメール|のメッセージ|書きました|が書いた|님이 작성|님이 씀|작성|이 썼습니다|\
    napsal|napsal(a)|a scris|irta|εγραψε|menulis|đa viet|da viet
    """

  private static let endings = verbList.split(separator: "|").map { FoldedText($0).bytes }

  private static let verbs = PhraseTable<Bool>([(true, verbList)])

  /// How attributions start: a preposition of the day, or the day itself.
  private static let starts = PhraseTable<Bool>([
    (
      true,
      """
      on|at|am|um|le|el|em|il|op|den|dnia|w dniu|dne|pe|ti|ke|to|la|su|ma|in data|no dia|na|em data|\
      mon|tue|wed|thu|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|\
      mo|di|mi|do|fr|sa|so|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|\
      lun|mar|mer|jeu|ven|sam|dim|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|\
      lunes|martes|miercoles|jueves|viernes|sabado|domingo|lunedi|martedi|mercoledi|giovedi|\
      venerdi|sabato|domenica|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|\
      пн|вт|ср|чт|пт|сб|вс|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|\
      在|于|於|pon|wt|sr|czw|pt|sob|niedz|man|tir|ons|tor|fre|lor|son|
      """
    )
  ])
}
