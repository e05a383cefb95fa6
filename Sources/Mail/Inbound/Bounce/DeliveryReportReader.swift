/// Tells delivery reports from other mail and reads them: RFC 3464, and the notices of mail systems
/// that write for people only.
enum DeliveryReportReader {
  /// The report that a message is; `nil` where it is none.
  static func read(_ message: InboundMessage) -> DeliveryReport? {
    let root = message.parts[0]
    if root.mediaType == "multipart/report",
      let type = root.contentType["report-type"]?.lowercased(),
      type.hasPrefix("disposition") || type.hasPrefix("feedback")
    {
      return nil
    }
    if let json = SESNotification.read(message) { return json }
    var statusParts = message.parts.filter { part in
      part.mediaType == "message/delivery-status"
        || part.mediaType == "message/global-delivery-status"
    }
    let own = statusParts.filter { !isReturned($0, of: message) }
    if !own.isEmpty || !BounceSigns.isFromSystem(message) { statusParts = own }
    let isReport = root.mediaType == "multipart/report" && !statusParts.isEmpty
    guard isReport || BounceSigns.areIn(message) else { return nil }

    let text = noticeText(of: message)
    let (words, tail) = ReturnedMessage.split(text)
    let original = ReturnedMessage.header(in: message, tail: tail)
    let notice = BounceNotice(words, strangers: strangers(of: message, original: original))

    var fields = statusParts.flatMap { StatusFields.read(message.text(of: $0)) }
    if fields.isEmpty, text.range(ofIgnoringCase: "final-recipient:") {
      fields = StatusFields.read(text)
    }
    let isAfterData = BounceReason.isAfterData(words)
    var recipients = fields.enumerated().compactMap { number, fields in
      // Of a great many the notice is not asked, only the fields.
      recipient(fields, notice: number < 50 ? notice : nil, isAfterData: isAfterData)
    }
    recipients = withoutRepeats(recipients)
    if recipients.isEmpty {
      recipients = fromNotice(notice, message: message, original: original, words: words)
    }
    guard !recipients.isEmpty || isReport || BounceSigns.areClear(in: message) else { return nil }
    return DeliveryReport(recipients: recipients, original: original)
  }

  /// Whether a part stands in a message that is returned.
  private static func isReturned(_ part: MIMEPart, of message: InboundMessage) -> Bool {
    var parent = part.parent
    while let number = parent {
      if message.parts[number].isEmbeddedMessage { return true }
      parent = message.parts[number].parent
    }
    return false
  }

  private static func recipient(
    _ fields: StatusFields, notice: BounceNotice?, isAfterData: Bool
  ) -> DeliveryReport.Recipient? {
    guard let address = fields.finalRecipient ?? fields.originalRecipient else { return nil }
    let action =
      fields.action
      ?? (fields.status?.group == 4 ? .delayed : fields.status?.group == 2 ? .delivered : .failed)
    var diagnostic = fields.diagnostic
    var kind = BounceReason.kind(status: fields.status, text: diagnostic, isAfterData: isAfterData)
    if let notice, kind == .other || diagnostic.isEmpty, action == .failed || action == .delayed {
      let said = notice.text(of: address)
      kind = BounceReason.kind(status: fields.status, notice: said, isAfterData: isAfterData)
      if diagnostic.isEmpty { diagnostic = said }
    }
    return DeliveryReport.Recipient(
      address: address,
      originalAddress: fields.originalRecipient.flatMap {
        $0.lowercased() == address.lowercased() ? nil : $0
      },
      action: action, status: fields.status, diagnostic: diagnostic, kind: kind)
  }

  /// One for each address; where a report names one twice, the clearer statement stays.
  private static func withoutRepeats(
    _ recipients: [DeliveryReport.Recipient]
  ) -> [DeliveryReport.Recipient] {
    var places: [String: Int] = [:]
    var kept: [DeliveryReport.Recipient] = []
    for recipient in recipients {
      let key = recipient.address.lowercased()
      if let place = places[key] {
        if kept[place].kind == .other { kept[place] = recipient }
      } else {
        places[key] = kept.count
        kept.append(recipient)
      }
    }
    return kept
  }

  private static func fromNotice(
    _ notice: BounceNotice, message: InboundMessage, original: InboundHeader?, words: String
  ) -> [DeliveryReport.Recipient] {
    var addresses = message.header.addresses("x-failed-recipients").map(\.address)
    let named = notice.recipients.map(\.address)
    if addresses.isEmpty || Set(addresses).isDisjoint(with: named) && !named.isEmpty {
      addresses = named
    }
    if addresses.isEmpty, let original {
      addresses = original.addresses("to").map(\.address)
      if addresses.isEmpty { addresses = original.addresses("x-original-to").map(\.address) }
    }
    var seen: Set<String> = []
    addresses = addresses.filter { !$0.isEmpty && seen.insert($0.lowercased()).inserted }
    let action: DeliveryReport.Action =
      BounceSigns.isDelay(subject: message.subject, words: words) ? .delayed : .failed
    return addresses.prefix(1000).map { address in
      let said = addresses.count > 1 ? notice.text(of: address) : words
      let folded = FoldedText(said, limit: 8192).bytes
      let status = StatusCode.all(in: folded).last
      return DeliveryReport.Recipient(
        address: address, originalAddress: nil, action: action, status: status,
        diagnostic: said,
        kind: BounceReason.kind(
          status: status, notice: said, isAfterData: BounceReason.isAfterData(words)))
    }
  }

  /// All that is written for a person, with the parts that are not labelled as such.
  private static func noticeText(of message: InboundMessage) -> String {
    if let first = message.texts.first(where: { !$0.plain.allSatisfy(\.isWhitespace) }) {
      return first.plain
    }
    // What stands before the first boundary.
    return message.text(of: message.parts[0])
  }

  /// Whose addresses are in a notice without being recipients: ours, and the reporter's.
  private static func strangers(of message: InboundMessage, original: InboundHeader?) -> Set<String>
  {
    var addresses = message.to + message.from + message.header.addresses("delivered-to")
    if let original {
      addresses += original.addresses("from") + original.addresses("return-path")
      addresses += original.addresses("sender")
    }
    return Set(addresses.map { $0.address.lowercased() })
  }
}

extension String {
  /// Whether the text holds another, which is in lower case ASCII.
  func range(ofIgnoringCase other: StaticString) -> Bool {
    let bytes = Array(utf8)
    let count = other.utf8CodeUnitCount
    guard bytes.count >= count else { return false }
    return other.withUTF8Buffer { other in
      guard let first = other.first else { return true }
      return (0...(bytes.count - count)).contains { start in
        bytes[start].lowerASCII == first
          && (0..<count).allSatisfy { bytes[start + $0].lowerASCII == other[$0] }
      }
    }
  }
}
