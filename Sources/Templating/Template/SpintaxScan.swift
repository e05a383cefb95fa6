/// Finds `{one|two}`: text drawn by lot, where what was approved would not be what is sent.
///
/// It goes on from text to text, so that a tag within the braces hides nothing.
struct SpintaxScan {
  private var start: Int?
  private var hasBar = false

  /// The offsets of the braces whose choice is complete within this text.
  mutating func starts(in bytes: [UInt8], _ text: Range<Int>) -> [Int] {
    var found: [Int] = []
    for index in text {
      switch bytes[index] {
      case UInt8(ascii: "{"):
        start = index
        hasBar = false
      case UInt8(ascii: "|"): hasBar = start != nil
      case UInt8(ascii: "}"):
        if let start, hasBar { found.append(start) }
        start = nil
      case UInt8(ascii: "\n"): start = nil
      default: break
      }
    }
    return found
  }
}
