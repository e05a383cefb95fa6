/// The fields of one recipient in a delivery report (RFC 3464 section 2.3).
struct StatusFields {
  var finalRecipient: String?
  var originalRecipient: String?
  var action: DeliveryReport.Action?
  var status: StatusCode?
  var diagnostic = ""

  /// Reads blocks of fields; what a block of a message says, or of nothing, is left out.
  ///
  /// The blank lines between blocks are missing at times, so a second recipient starts a block too.
  static func read(_ text: String) -> [StatusFields] {
    var found: [StatusFields] = []
    var current = StatusFields()
    func finish() {
      if current.finalRecipient != nil || current.originalRecipient != nil { found.append(current) }
      current = StatusFields()
    }
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count, found.count < 1000 {
      let (header, next) = InboundHeader.read(bytes, from: index, to: bytes.count)
      for field in header.fields {
        let isRepeated =
          field.name == "final-recipient" && current.finalRecipient != nil
          || field.name == "action" && current.action != nil && current.finalRecipient != nil
        if isRepeated { finish() }
        current.set(field)
      }
      finish()
      if next > index {
        index = next
      } else {
        // A line that is no field.
        index = bytes.nextLine(bytes.lineEnd(from: index, to: bytes.count), to: bytes.count)
      }
    }
    return found
  }

  private mutating func set(_ field: InboundHeader.Field) {
    let text = CharsetDecoder.decode(field.raw[...], charset: nil)
    switch field.name {
    case "final-recipient": finalRecipient = Self.address(text) ?? finalRecipient
    case "original-recipient": originalRecipient = Self.address(text)
    case "x-actual-recipient" where finalRecipient == nil: finalRecipient = Self.address(text)
    case "action":
      let word = text.lowercased().prefix { $0.isLetter }
      // `failure` and `expired` are written too.
      action =
        DeliveryReport.Action(rawValue: String(word))
        ?? (word.hasPrefix("fail") || word == "expired" ? .failed : nil)
    case "status":
      status = StatusCode.all(in: Array(text.utf8)).first
    case "diagnostic-code": diagnostic = Self.message(text)
    case "x-diagnostic", "x-supplementary-info", "x-notes", "x-mailer-diagnostic":
      if diagnostic.isEmpty { diagnostic = text }
    default: break
    }
  }

  /// What stands behind `rfc822;`.
  private static func address(_ text: String) -> String? {
    let value = text.firstIndex(of: ";").map { text[text.index(after: $0)...] } ?? text[...]
    let bytes = Array(value.utf8)
    var trimmed = bytes[...].trimmedBlanks
    if trimmed.first == UInt8(ascii: "<"), trimmed.last == UInt8(ascii: ">") {
      trimmed = trimmed.dropFirst().dropLast()
    }
    // A pipe or a file may stand there, with the address inside.
    if trimmed.contains(where: { $0 <= 0x20 }) || trimmed.first == UInt8(ascii: "|") {
      return AddressScan.all(in: trimmed).first?.address
    }
    return trimmed.isEmpty ? nil : String(decoding: trimmed, as: UTF8.self)
  }

  /// What stands behind `smtp;`.
  private static func message(_ text: String) -> String {
    guard let semicolon = text.firstIndex(of: ";"),
      text[..<semicolon].utf8.allSatisfy({
        $0.isAlphanumeric || $0 == 0x2D || $0 == 0x5F || $0 == 0x20
      })
    else { return text }
    return String(text[text.index(after: semicolon)...])
  }
}
