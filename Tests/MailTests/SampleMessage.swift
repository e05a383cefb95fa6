import Mail

/// A message of which a test names only what it is about.
func sampleMessage(
  from: Mailbox? = nil, replyTo: Mailbox? = nil, to: Mailbox? = nil, subject: String = "Hello",
  date: Int64 = 1_751_353_500, dateOffsetSeconds: Int = 7200, messageID: MessageID? = nil,
  inReplyTo: MessageID? = nil, references: [MessageID] = [],
  listUnsubscribe: ListUnsubscribe? = nil, language: String? = nil, text: String = "Hello Maya",
  html: String? = nil, attachments: [Attachment] = []
) throws -> OutgoingMessage {
  try OutgoingMessage(
    from: from ?? Mailbox(name: "Acme", address: EmailAddress("team@acme.example")),
    replyTo: replyTo,
    to: to ?? Mailbox(name: "Maya", address: EmailAddress("maya@example.com")),
    subject: subject, date: date, dateOffsetSeconds: dateOffsetSeconds,
    messageID: messageID ?? MessageID("<1.abc@acme.example>"), inReplyTo: inReplyTo,
    references: references, listUnsubscribe: listUnsubscribe, language: language, text: text,
    html: html, attachments: attachments)
}

/// The lines of the message's own header, as they stand.
func headerLines(_ message: [UInt8]) -> [String] {
  Array(lines(message).prefix { !$0.isEmpty })
}

/// All lines of a message; it must hold no CR or LF but those of CRLF.
func lines(_ message: [UInt8]) -> [String] {
  var lines: [String] = []
  var line: [UInt8] = []
  for byte in message {
    if byte == 0x0A, line.last == 0x0D {
      lines.append(String(decoding: line.dropLast(), as: UTF8.self))
      line = []
    } else {
      line.append(byte)
    }
  }
  if !line.isEmpty { lines.append(String(decoding: line, as: UTF8.self)) }
  return lines
}

/// Header fields with their continuation lines joined.
func fields(_ message: [UInt8]) -> [(name: String, value: String)] {
  var fields: [(name: String, value: String)] = []
  for line in headerLines(message) {
    if line.hasPrefix(" ") {
      fields[fields.count - 1].value += line
    } else {
      let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      fields.append((String(parts[0]), String((parts.last ?? "").dropFirst())))
    }
  }
  return fields
}

/// What every message must hold to: 7-bit, CRLF only, lines within the limit.
func isClean(_ message: [UInt8], lineLimit: Int = 998) -> Bool {
  var length = 0
  for (index, byte) in message.enumerated() {
    let next = index + 1 < message.count ? message[index + 1] : 0
    switch byte {
    case 0x0D:
      if next != 0x0A { return false }
    case 0x0A:
      if index == 0 || message[index - 1] != 0x0D { return false }
      length = -1
    case 0, 0x7F...: return false
    default: break
    }
    if byte != 0x0D { length += 1 }
    if length > lineLimit { return false }
  }
  return message.suffix(2) == [0x0D, 0x0A]
}
