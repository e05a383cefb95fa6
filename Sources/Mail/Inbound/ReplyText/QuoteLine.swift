/// What single lines of an answer are.
enum QuoteLine {
  /// Whether a line is marked as a quote, as `> so`.
  static func isQuoted(_ line: Substring) -> Bool {
    line.utf8.first { $0 != 0x20 && $0 != 0x09 } == UInt8(ascii: ">")
  }

  static func isBlank(_ line: Substring) -> Bool {
    line.unicodeScalars.allSatisfy {
      $0.properties.isWhitespace || $0 == "\u{FEFF}" || $0 == "\u{200B}"
    }
  }

  /// A line of one mark only, such as `-----`, or the dot that Gmail leaves.
  static func isRule(_ line: Substring) -> Bool {
    let marks = line.unicodeScalars.filter { !$0.properties.isWhitespace }
    guard let first = marks.first else { return false }
    if first == "\u{1427}" { return marks.count == 1 }
    return marks.count >= 2 && "-_=*#~+–—".unicodeScalars.contains(first)
      && marks.allSatisfy { $0 == first }
  }

  /// The line that starts a signature: `-- ` and what people make of it.
  static func startsSignature(_ line: Substring) -> Bool {
    let text = line.filter { $0 != " " && $0 != "\t" && $0 != "\u{A0}" }
    return text == "--" || text == "—" || text == "–" || text == "__"
  }

  /// `Sent from my phone`, in the languages of the phones.
  static func isDeviceNote(_ line: Substring) -> Bool {
    guard line.utf8.count < 200 else { return false }
    var bytes = FoldedText(line).bytes[...]
    while let first = bytes.first, !first.isAlphanumeric, first < 0x80 { bytes = bytes.dropFirst() }
    let words = Array(bytes)
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
