/// An enhanced status code such as `5.1.1` (RFC 3463): class, subject, detail.
package struct EnhancedStatus: Hashable, Sendable, CustomStringConvertible {
  /// 2 success, 4 persistent transient failure, 5 permanent failure.
  package let statusClass: Int
  package let subject: Int
  package let detail: Int

  /// Nil unless the class is 2, 4 or 5 and the others have at most three digits.
  package init?(_ statusClass: Int, _ subject: Int, _ detail: Int) {
    guard [2, 4, 5].contains(statusClass), (0...999).contains(subject), (0...999).contains(detail)
    else { return nil }
    self.statusClass = statusClass
    self.subject = subject
    self.detail = detail
  }

  package var description: String { "\(statusClass).\(subject).\(detail)" }

  /// Reads a status from the start of a reply's text, where RFC 2034 puts it.
  ///
  /// - Returns: the status and how many bytes it takes, or nil where there is none.
  static func leading(_ text: ArraySlice<UInt8>) -> (status: EnhancedStatus, length: Int)? {
    var numbers = [0]
    var digits = 0
    var length = 0
    for byte in text {
      if (0x30...0x39) ~= byte, digits < 3 {
        numbers[numbers.count - 1] = numbers[numbers.count - 1] * 10 + Int(byte - 0x30)
        digits += 1
      } else if byte == UInt8(ascii: "."), digits > 0, numbers.count < 3 {
        numbers.append(0)
        digits = 0
      } else if byte == UInt8(ascii: " ") {
        break
      } else {
        return nil
      }
      length += 1
    }
    guard numbers.count == 3, digits > 0,
      let status = EnhancedStatus(numbers[0], numbers[1], numbers[2])
    else { return nil }
    return (status, length)
  }
}
