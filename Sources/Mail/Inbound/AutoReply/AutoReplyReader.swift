/// Reads what an automatic answer says: whether the person is away or gone, until when, and who else.
enum AutoReplyReader {
  static func read(
    _ message: InboundMessage, own: String, text: FoldedText, found: AutoReplyPhrases.Finding
  ) -> AutoReply {
    let subject = FoldedText(message.subject, limit: 300)
    let isGone =
      found.signs.contains(.left)
      || AutoReplyPhrases.Finding(subject.bytes).signs.contains(.left)
    let sent = message.date?.day
    let backOn = sent.flatMap { day in
      ReturnDateReader.backOn(text.bytes, sent: day)
        ?? ReturnDateReader.backOn(subject.bytes, sent: day)
    }
    let subjectKind = AutoReplySigns.subjectKind(message.subject)
    let isAway =
      backOn != nil || found.signs.contains(.absence)
      || subjectKind == .absence || subjectKind == .certain
    let strangers = Set(
      (message.from + message.to + message.replyTo).map { $0.address.lowercased() })
    var seen = strangers
    let others = AddressScan.all(in: Array(own.utf8.prefix(20_000))[...]).map(\.address).filter {
      seen.insert($0.lowercased()).inserted
    }
    return AutoReply(
      kind: isGone ? .leftCompany : isAway ? .absence : .acknowledgement,
      backOn: isGone ? nil : backOn, otherAddresses: Array(others.prefix(10)))
  }
}
