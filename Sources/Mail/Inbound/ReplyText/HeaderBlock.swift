/// The header of the message answered, as Outlook and its like put it above what they quote.
enum HeaderBlock {
  private enum Label: Sendable { case from, date, to, subject }

  /// Whether such a header starts at a line; `isMarked` where a rule stands above it.
  static func starts(_ lines: [ArraySlice<UInt8>], at start: Int, isMarked: Bool) -> Bool {
    guard let first = label(lines[start]) else { return false }
    var found: Set<Label> = [first]
    var blanks = 0
    for line in lines[(start + 1)...].prefix(9) {
      if QuoteLine.isBlank(line) {
        blanks += 1
        if blanks > 3 { break }
        continue
      }
      if let label = label(line) { found.insert(label) }
    }
    guard found.contains(.from) || first == .date else { return false }
    return found.count >= (isMarked ? 2 : 3)
  }

  private static func label(_ line: ArraySlice<UInt8>) -> Label? {
    var start = line
    while let first = start.first, first <= 0x20 || "*>_|".utf8.contains(first) {
      start = start.dropFirst()
    }
    let head = start.prefix(48)
    var end = head.firstIndex(of: UInt8(ascii: ":"))
    if end == nil, head.contains(0xEF) {
      end = head.indices.first { head[$0...].starts(with: "：".utf8) }
    }
    guard let end else { return nil }
    var bytes = FoldedText(utf8: head[..<end]).bytes
    while let last = bytes.last, last == 0x20 || last == UInt8(ascii: "*") { bytes.removeLast() }
    return bytes.isEmpty ? nil : labels[bytes]
  }

  private static let labels: [[UInt8]: Label] = {
    var table: [[UInt8]: Label] = [:]
    let rows: [(Label, String)] = [
      (
        .from,
        """
        from|von|de|da|van|od|fra|fran|lahettaja|от|от кого|发件人|寄件者|寄件人|差出人|送信者|送信元|보낸 사람|\
        보낸사람|kimden|gonderen|expediteur|remitente|mittente|afzender|absender|message du|feladó|felado|\
        de la|από|apo|odesilatel|nadawca
        """
      ),
      (
        .date,
        """
        sent|date|sent on|gesendet|datum|envoye|envoye le|date d'envoi|enviado|enviado el|enviado em|\
        enviada em|enviada el|fecha|data|inviato|data invio|verzonden|verzonden op|wyslano|wyslane|\
        data wyslania|дата|отправлено|发送时间|发送日期|日期|寄件日期|傳送時間|時間|日時|送信日時|送信日|\
        보낸 날짜|날짜|보낸 시간|skickat|sendt|lahetetty|gonderilen|gonderme tarihi|tarih|received|\
        gesendet am|gonderildi|odeslano|kuldve
        """
      ),
      (
        .to,
        """
        to|an|a|para|aan|do|til|till|vastaanottaja|кому|收件人|收件者|宛先|받는 사람|받는사람|kime|alici|\
        destinataire|cc|copie a|copia|kopie|reply-to|pour|destinatario|geadresseerde|empfanger|komu
        """
      ),
      (
        .subject,
        """
        subject|betreff|objet|sujet|asunto|assunto|oggetto|onderwerp|temat|emne|amne|aihe|тема|主题|\
        主題|主旨|件名|제목|konu|targy|predmet|subiect|re
        """
      ),
    ]
    for (label, names) in rows {
      for name in names.split(separator: "|") {
        table[FoldedText(name).bytes] = label
      }
    }
    return table
  }()
}
