/// What single lines of an answer are.
///
/// A line is its octets of UTF-8, without the line end.
enum QuoteLine {
  /// Whether a line is marked as a quote, as `> so`.
  static func isQuoted(_ line: ArraySlice<UInt8>) -> Bool {
    line.first { $0 != 0x20 && $0 != 0x09 } == UInt8(ascii: ">")
  }

  static func isBlank(_ line: ArraySlice<UInt8>) -> Bool {
    var rest = line
    while let byte = rest.first {
      if byte <= 0x20 {
        rest = rest.dropFirst()
      } else if let space = spaces.first(where: { rest.starts(with: $0) }) {
        rest = rest.dropFirst(space.count)
      } else {
        return false
      }
    }
    return true
  }

  /// Spaces outside ASCII, and characters without any width.
  private static let spaces = [
    "\u{A0}", "\u{3000}", "\u{200B}", "\u{FEFF}", "\u{2002}", "\u{2003}", "\u{200E}",
  ].map { Array($0.utf8) }

  /// A line of one mark only, such as `-----`, or the dot that Gmail leaves.
  static func isRule(_ line: ArraySlice<UInt8>) -> Bool {
    let text = line.trimmedBlanks
    guard let first = text.first else { return false }
    if first >= 0x80 {
      if text.elementsEqual("\u{1427}".utf8) { return true }
      return ["–", "—", "═", "─", "━"].contains { mark in
        text.count >= 2 * mark.utf8.count && text.starts(with: mark.utf8)
          && String(decoding: text, as: UTF8.self).allSatisfy { $0 == mark || $0 == " " }
      }
    }
    return text.count >= 2 && "-_=*#~+".utf8.contains(first)
      && text.allSatisfy { $0 == first || $0 == 0x20 }
  }

  /// The line that starts a signature: `-- ` and what people make of it.
  static func startsSignature(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count < 12 else { return false }
    let text = line.trimmedBlanks
    return ["--", "—", "–", "__", "- -", "--\u{A0}"].contains { text.elementsEqual($0.utf8) }
  }

  /// `Sent from my phone`, in the languages of the phones.
  static func isDeviceNote(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count < 200 else { return false }
    var start = line
    while let first = start.first, !first.isAlphanumeric, first < 0x80 { start = start.dropFirst() }
    guard start.count > 8 else { return false }
    if deviceNotes.start(of: FoldedText(utf8: start.prefix(60)).bytes) == nil, start.count > 40 {
      return false
    }
    let words = FoldedText(utf8: start).bytes
    guard let match = deviceNotes.first(in: words) else { return false }
    if match.range.lowerBound == 0 {
      return match.meaning || devices.first(in: words) != nil && words.count < 110
    }
    // `Someone from mobile`
    return words.split(separator: 0x20).count <= 4 && match.range.upperBound == words.count
  }

  /// `true` where the words alone are enough, else a device or a program must be named.
  private static let deviceNotes = PhraseTable<Bool>([
    (
      true,
      """
      sent from my|sent from a|sent from outlook|sent from mail|sent from yahoo|sent from proton|\
      sent from mobile|sent from samsung|get outlook for|get [outlook for|envoye de mon|\
      envoye depuis mon|von meinem ~ gesendet|von meinem ~ gesendet|gesendet von meinem|\
      gesendet mit der|enviado desde mi|enviado do meu|enviado de mi|inviato da|inviato dal mio|\
      verzonden met|verzonden vanaf|verstuurd vanaf|wyslane z|wyslano z|отправлено с|\
      отправлено из|sendt fra min|skickat fran min|lahetetty|iphoneから送信|ipadから送信|\
      私のiphoneから|從我的|发自我的|發自我的|来自我的|發送自|내 iphone에서|나의 iphone에서|iphone에서 보냄|\
      iphone'umdan gonderildi
      """
    ),
    (
      false,
      """
      sent from|sent via|sent with|sent by|sent using|from my|from mobile|envoye depuis|envoye avec|\
      diese nachricht wurde von|gesendet|enviado desde|enviado con|enviado com|enviado via|\
      verzonden|wyslane|sendt fra|skickat|odeslano
      """
    ),
  ])

  private static let devices = PhraseTable<Bool>([
    (
      true,
      """
      iphone|ipad|ipod|android|android-mobiltelefon|mobil*|phone|smartphone|blackberry|galaxy|\
      samsung|htc|huawei|pixel|xiaomi|mail|airmail|outlook|mailbox|windows|device|cell|handy|tablet|\
      typos|gmail|thunderbird|superhuman|spark|hey|yahoo|ti-85|alcatel|nokia|app
      """
    )
  ])
}
