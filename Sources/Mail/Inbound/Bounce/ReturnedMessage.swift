/// The message that was sent, as far as a bounce brings it back.
enum ReturnedMessage {
  /// Its header: from the part that holds it, or from the notice's text behind a marker.
  static func header(in message: InboundMessage, tail: String?) -> InboundHeader? {
    for part in message.parts.dropFirst() {
      switch part.mediaType {
      case "message/rfc822", "message/global", "message/rfc822-headers", "text/rfc822-headers",
        "message/global-headers":
        let bytes = message.content(of: part)
        let header = InboundHeader.read(bytes, from: 0, to: bytes.count).0
        if !header.fields.isEmpty { return header }
      default: break
      }
    }
    guard let tail else { return nil }
    // Some indent what they quote.
    let lines = tail.split(separator: "\n", omittingEmptySubsequences: false)
    let isQuoted = lines.first { !$0.allSatisfy(\.isWhitespace) }?.hasPrefix(">") == true
    let text =
      isQuoted
      ? lines.map { $0.drop { $0 == ">" || $0 == " " } }.joined(separator: "\n")
      : String(tail.drop { $0.isWhitespace })
    let bytes = Array(text.utf8)
    let header = InboundHeader.read(bytes, from: 0, to: bytes.count).0
    return header.fields.isEmpty ? nil : header
  }

  /// A notice's own words, and what stands behind the line that announces the returned message.
  static func split(_ text: String) -> (notice: String, tail: String?) {
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
      let end = bytes.lineEnd(from: index, to: bytes.count)
      let next = bytes.nextLine(end, to: bytes.count)
      let line = bytes[index..<end]
      if isMarker(line) {
        return (string(bytes[..<index]), string(bytes[next...]))
      }
      if index > 0, startsHeader(line) {
        return (string(bytes[..<index]), string(bytes[index...]))
      }
      index = next
    }
    return (text, nil)
  }

  private static func string(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }

  private static func isMarker(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count < 200 else { return false }
    var words = line
    while let byte = words.first, !byte.isAlphanumeric, byte < 0x80 { words = words.dropFirst() }
    guard words.count > 10 || words.count < line.count else { return false }
    let folded = FoldedText(String(decoding: words, as: UTF8.self)).bytes
    return markers.contains { folded.starts(with: $0) }
  }

  /// A header's first lines, where nothing announces it.
  private static func startsHeader(_ line: ArraySlice<UInt8>) -> Bool {
    ["Received: ", "Return-Path:", "Return-path:", "X-Received: ", "DKIM-Signature: "].contains {
      line.starts(with: $0.utf8)
    }
  }

  private static let markers: [[UInt8]] = [
    "below this line is a copy of", "enclosed is a copy of", "this is a copy of the message",
    "this is a copy of your message", "here is a copy of", "original message follows",
    "original mail as follows", "original mail follows", "message headers follow",
    "message header follows", "original message header", "original message -", "original mail info",
    "unsent message follows", "below is a copy of", "the header of the original message",
    "the headers of the original", "returned message -", "returned message", "message text follows",
    "a copy of the original message", "a copy of the message", "copy of the message",
    "the original message follows", "start of message", "begin message", "undelivered message",
    "included is a copy", "original message headers", "original message", "message contents",
    "returned text", "message follows", "nachricht im original", "message original",
    "ursprungliche nachricht", "mensaje original", "原始邮件", "messaggio originale",
  ].map { Array($0.utf8) }
}
