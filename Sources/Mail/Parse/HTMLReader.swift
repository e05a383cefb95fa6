/// Reads an HTML mail as a person would: paragraphs and line breaks kept, quotes marked with `> `.
///
/// One pass, no tree: a mail's HTML is too often broken for one to help.
struct HTMLReader {
  /// The text of HTML; never more than a few times as long as the HTML.
  static func plainText(_ html: String) -> String {
    var html = html
    return html.withUTF8 { bytes in
      var reader = HTMLReader(bytes: bytes)
      reader.run()
      return reader.finish()
    }
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0
  private var output: [UInt8] = []
  private var quoteDepth = 0
  private var preDepth = 0
  /// Line breaks that are due before the next text.
  private var breaks = 0
  private var hasBlank = false
  private var isAtStart = true
  /// A head without an end was met, and need not be looked for again.
  private var headIsOpen = false

  private init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    output.reserveCapacity(bytes.count / 2)
  }

  private mutating func run() {
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "<"): readTag()
      case UInt8(ascii: "&"): readEntity()
      case 0x20, 0x09, 0x0D, 0x0A, 0x0C:
        if preDepth > 0 {
          if byte == 0x0A { breaks += 1 } else if byte != 0x0D { append(byte) }
        } else {
          hasBlank = true
        }
        index += 1
      default:
        append(byte)
        index += 1
      }
    }
  }

  private func finish() -> String {
    var end = output.endIndex
    while end > 0, output[end - 1] <= 0x20 { end -= 1 }
    return String(decoding: output[..<end], as: UTF8.self)
  }

  private static let deepestQuote = 10

  /// Puts what is due before the next text: line breaks, quote marks, a blank.
  private mutating func settle() {
    if breaks > 0 || isAtStart {
      if !isAtStart {
        for count in 1...min(max(breaks, 1), 2) {
          output.append(0x0A)
          if count < min(breaks, 2) { appendQuoteMarks() }
        }
      }
      appendQuoteMarks()
      breaks = 0
      isAtStart = false
    } else if hasBlank {
      output.append(0x20)
    }
    hasBlank = false
  }

  private mutating func appendQuoteMarks() {
    for _ in 0..<min(quoteDepth, Self.deepestQuote) {
      output.append(UInt8(ascii: ">"))
      output.append(0x20)
    }
  }

  private mutating func append(_ byte: UInt8) {
    if breaks > 0 || hasBlank || isAtStart { settle() }
    output.append(byte)
  }

  private mutating func startBlock(_ lines: Int) {
    if !isAtStart { breaks = max(breaks, lines) }
    hasBlank = false
  }

  private mutating func readTag() {
    let start = index + 1
    guard start < bytes.count else {
      index = bytes.count
      return
    }
    if starts(with: "!--", at: start) {
      // `<!--[if …]>` and its like are comments too; what Outlook hides stays hidden.
      index = find("-->", from: start + 3).map { $0 + 3 } ?? bytes.count
      return
    }
    var at = start
    let isEnd = bytes[at] == UInt8(ascii: "/")
    if isEnd { at += 1 }
    let nameStart = at
    while at < bytes.count, bytes[at].isAlphanumeric { at += 1 }
    guard at > nameStart || (at < bytes.count && [0x21, 0x3F].contains(bytes[at])) else {
      // A `<` that opens no tag.
      append(UInt8(ascii: "<"))
      index = start
      return
    }
    let name = String(
      decoding: UnsafeBufferPointer(rebasing: bytes[nameStart..<min(at, nameStart + 12)]),
      as: UTF8.self
    ).lowercased()
    let attributes = at
    index = tagEnd(from: at)
    let end = max(index - 1, attributes)
    act(on: name, isEnd: isEnd, attributes: attributes..<end)
  }

  /// The place behind the `>` of a tag; quotes are respected within reason.
  private func tagEnd(from start: Int) -> Int {
    var at = start
    var quote: UInt8 = 0
    while at < bytes.count, at - start < 20_000 {
      let byte = bytes[at]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: ">") {
        return at + 1
      } else if (byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")),
        at > start, bytes[at - 1] == UInt8(ascii: "=")
      {
        quote = byte
      }
      at += 1
    }
    // A quote that is never closed.
    at = start
    while at < bytes.count, bytes[at] != UInt8(ascii: ">") { at += 1 }
    return min(at + 1, bytes.count)
  }

  private mutating func act(on name: String, isEnd: Bool, attributes: Range<Int>) {
    switch name {
    case "br":
      if isAtStart { return }
      breaks += 1
      hasBlank = false
    case "p", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "dl", "article", "section":
      // Outlook's paragraphs have no space between them.
      startBlock(contains("MsoNormal", in: attributes) ? 1 : 2)
      if isEnd { breaks = min(breaks, 1) }
      if isEnd, name == "p" || name.hasPrefix("h") { breaks = 1 }
    case "div", "tr", "li", "dt", "dd", "form", "center", "body", "header", "footer", "address",
      "fieldset", "hr", "caption", "title":
      startBlock(1)
      if name == "li", !isEnd {
        append(UInt8(ascii: "-"))
        hasBlank = true
      } else if name == "hr" {
        for _ in 0..<32 { append(UInt8(ascii: "_")) }
        startBlock(1)
      } else if name == "title", !isEnd {
        skip(to: "title")
      }
    case "td", "th":
      if breaks == 0, !isAtStart { hasBlank = true }
    case "pre", "textarea":
      startBlock(1)
      preDepth = isEnd ? max(preDepth - 1, 0) : preDepth + 1
    case "blockquote":
      startBlock(1)
      // Settled here, so that the break before the quote has the marks of what it ends.
      quoteDepth = isEnd ? max(quoteDepth - 1, 0) : quoteDepth + 1
    case "style", "script", "head", "xml", "noscript", "template":
      if !isEnd { skip(to: name) }
    default: break
    }
  }

  /// Goes behind the end tag of an element whose content is not shown.
  private mutating func skip(to name: String) {
    var at = index
    while !(headIsOpen && name == "head"), let open = find("</", from: at) {
      at = open + 2
      if starts(with: name, at: at) {
        index = tagEnd(from: at)
        return
      }
    }
    // A head that is never closed ends where the body starts; nothing else is trusted so far.
    guard name == "head" else {
      index = bytes.count
      return
    }
    if !headIsOpen, let body = find("<body", from: index) { index = body }
    headIsOpen = true
  }

  private mutating func readEntity() {
    var at = index + 1
    while at < bytes.count, at - index < 12, bytes[at].isAlphanumeric || bytes[at] == 0x23 {
      at += 1
    }
    let name = UnsafeBufferPointer(rebasing: bytes[(index + 1)..<at])
    guard let scalar = HTMLEntity.scalar(name) else {
      append(UInt8(ascii: "&"))
      index += 1
      return
    }
    index = at < bytes.count && bytes[at] == UInt8(ascii: ";") ? at + 1 : at
    switch scalar.value {
    case 0xA0:
      if preDepth > 0 { append(0x20) } else { hasBlank = true }
    case 0x200B...0x200F, 0xAD, 0xFEFF, 0x2060: break
    case 0x0A, 0x0D, 0x09, 0x20: hasBlank = true
    default: for byte in String(Character(scalar)).utf8 { append(byte) }
    }
  }

  /// Case does not matter; `text` is in lower case.
  private func starts(with text: String, at start: Int) -> Bool {
    guard start + text.utf8.count <= bytes.count else { return false }
    var at = start
    for byte in text.utf8 {
      if bytes[at].lowerASCII != byte { return false }
      at += 1
    }
    return true
  }

  private func find(_ text: String, from start: Int) -> Int? {
    guard let first = text.utf8.first else { return nil }
    var at = start
    while at + text.utf8.count <= bytes.count {
      if bytes[at] == first, starts(with: text, at: at) { return at }
      at += 1
    }
    return nil
  }

  private func contains(_ text: StaticString, in range: Range<Int>) -> Bool {
    text.withUTF8Buffer { text in
      guard let first = text.first, range.count >= text.count else { return false }
      for at in range.lowerBound...(range.upperBound - text.count) where bytes[at] == first {
        if UnsafeBufferPointer(rebasing: bytes[at..<(at + text.count)]).elementsEqual(text) {
          return true
        }
      }
      return false
    }
  }
}
