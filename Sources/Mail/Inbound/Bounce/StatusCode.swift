/// An enhanced mail system status code, such as `5.1.1` (RFC 3463).
package struct StatusCode: Hashable, Sendable, CustomStringConvertible {
  /// 2 success, 4 for now, 5 for good.
  package let group: Int
  package let subject: Int
  package let detail: Int

  package var description: String { "\(group).\(subject).\(detail)" }

  var isPermanent: Bool { group == 5 }

  /// All codes in a text, in order; numbers of an IP address or a version are none.
  static func all(in text: [UInt8]) -> [StatusCode] {
    var found: [StatusCode] = []
    var index = 0
    while index + 4 < text.count {
      let byte = text[index]
      guard byte == 0x32 || byte == 0x34 || byte == 0x35, text[index + 1] == UInt8(ascii: "."),
        index == 0 || !isPartOfNumber(text[index - 1])
      else {
        index += 1
        continue
      }
      var end = index + 2
      guard let subject = number(text, &end), end < text.count, text[end] == UInt8(ascii: ".")
      else {
        index += 2
        continue
      }
      end += 1
      guard let detail = number(text, &end),
        end >= text.count || !text[end].isAlphanumeric,
        !(end + 1 < text.count && text[end] == UInt8(ascii: ".") && text[end + 1].isDigit)
      else {
        index += 2
        continue
      }
      found.append(StatusCode(group: Int(byte - 0x30), subject: subject, detail: detail))
      index = end
    }
    return found
  }

  private static func isPartOfNumber(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte == UInt8(ascii: ".")
  }

  private static func number(_ text: [UInt8], _ index: inout Int) -> Int? {
    let start = index
    var value = 0
    while index < text.count, text[index].isDigit, index - start < 4 {
      value = value * 10 + Int(text[index] - 0x30)
      index += 1
    }
    return index > start && index - start < 4 ? value : nil
  }

  /// What the code alone says; `nil` where it says nothing (RFC 3463 section 3, RFC 7372, 7504, 7505).
  var kind: BounceKind? {
    switch (subject, detail) {
    case (1, 1), (1, 3): .userUnknown
    case (1, 2): isPermanent ? .domainUnknown : .network
    case (1, 6): .moved
    case (1, 7), (1, 8): .senderRejected
    case (1, 10): .domainUnknown
    case (2, 1), (7, 13): .disabled
    case (2, 2): .mailboxFull
    case (2, 3), (3, 4): .tooLarge
    // A host that takes no mail at all; for now, it is only busy.
    case (3, 2), (4, 4): isPermanent ? .domainUnknown : .network
    case (4, 7): .expired
    case (4, 0...6), (4, 8...9): isPermanent && detail == 0 ? nil : .network
    case (3, 1), (3, 3), (3, 5): .system
    case (6, _): .content
    case (7, 20...29): .authentication
    case (7, 500...): .reputation
    case (7, 0...19): .policy
    default: nil
    }
  }
}
