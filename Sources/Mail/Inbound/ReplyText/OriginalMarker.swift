/// The line above a message that is quoted whole: `-----Original Message-----`, `Begin forwarded
/// message:`, in many languages.
enum OriginalMarker {
  static func isOne(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count < 120, let first = line.first,
      isDecoration(first) || line.count < 60
    else { return false }
    var bytes = FoldedText(utf8: line).bytes[...]
    let whole = bytes.count
    while let first = bytes.first, isDecoration(first) { bytes = bytes.dropFirst() }
    while let last = bytes.last, isDecoration(last) { bytes = bytes.dropLast() }
    guard !bytes.isEmpty else { return false }
    let text = String(decoding: bytes, as: UTF8.self)
    if alone.contains(text) { return true }
    return whole - bytes.count >= 4 && marked.contains(text)
  }

  private static func isDecoration(_ byte: UInt8) -> Bool {
    [0x20, 0x2D, 0x5F, 0x2A, 0x3D, 0x3E, 0x3A, 0x7E, 0x23].contains(byte)
  }

  /// Said by programs only.
  private static let alone: Set<String> = [
    "begin forwarded message", "forwarded message", "original message", "reply message",
    "original-nachricht", "ursprungliche nachricht", "urspr. nachricht",
    "anfang der weitergeleiteten nachricht", "weitergeleitete nachricht", "message d'origine",
    "message original", "message transfere", "debut du message transfere",
    "debut du message reexpedie", "mensaje original", "mensaje reenviado",
    "mensaje reenviado inicio",
    "inicio del mensaje reenviado", "mensagem original", "mensagem encaminhada",
    "inicio da mensagem encaminhada", "messaggio originale", "messaggio inoltrato",
    "inizio messaggio inoltrato", "oorspronkelijk bericht", "doorgestuurd bericht",
    "origineel bericht", "begin doorgestuurd bericht", "wiadomosc oryginalna",
    "przekazana wiadomosc", "исходное сообщение", "пересылаемое сообщение",
    "пересланное сообщение", "原始邮件", "原始郵件", "原始信件", "转发的邮件", "转发邮件", "轉寄郵件",
    "元のメッセージ", "オリジナルメッセージ", "転送メッセージ", "転送されたメッセージ", "원본 메시지", "원본 메일",
    "전달된 메시지", "전달된 메일", "originalmeddelande", "oprindelig meddelelse", "opprinnelig melding",
    "alkuperainen viesti", "ozgun ileti", "orijinal mesaj", "puvodni zprava", "eredeti uzenet",
    "回复的原邮件", "回复原文",
  ]

  /// Words that need their rules around them.
  private static let marked: Set<String> = [
    "original", "message", "nachricht", "weiterleitung", "forwarded by", "fwd", "original email",
    "original mail", "previous message", "reply above this line", "please reply above this line",
    "please type your reply above this line", "write above this line", "in reply to",
  ]
}
