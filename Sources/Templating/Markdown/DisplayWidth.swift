/// A scalar read from UTF-8 bytes; bytes that are none count as one scalar of one byte each.
struct UTF8Scalar {
  let value: UInt32
  let length: Int

  init(_ bytes: [UInt8], at index: Int) {
    self = bytes.withUnsafeBufferPointer { UTF8Scalar($0, at: index) }
  }

  @inline(__always)
  init(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) {
    let lead = bytes[index]
    let length: Int
    switch lead {
    case 0..<0x80: length = 1
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: length = 1
    }
    guard length > 1, index + length <= bytes.count else {
      self.value = UInt32(lead)
      self.length = 1
      return
    }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for offset in 1..<length { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
    self.value = value
    self.length = length
  }
}

/// How many columns a character takes where all columns are equal (Unicode 16, UAX 11).
enum DisplayWidth {
  static func of(_ scalar: UInt32) -> Int {
    if scalar < 0x300 { return scalar == 0xAD ? 0 : 1 }
    if isWide(scalar) { return 2 }
    return isZeroWidth(scalar) ? 0 : 1
  }

  /// The columns that a character adds to the text before it, which ends in `previous`.
  static func of(_ scalar: UInt32, after previous: UInt32) -> Int {
    // What is joined to a picture is part of it, and a selector makes a sign a picture.
    if previous == 0x200D, isWide(scalar) { return 0 }
    if scalar == 0xFE0F, previous >= 0x23, of(previous) == 1 { return 1 }
    return of(scalar)
  }

  /// Whether lines may break around the character without a space: Chinese and Japanese, not Korean.
  static func isIdeographic(_ scalar: UInt32) -> Bool {
    scalar >= 0x2E80 && isWide(scalar) && !(0xAC00...0xD7A3).contains(scalar)
      && !(0xA960...0xA97C).contains(scalar)
  }

  /// Whether the character may not begin a line (JIS X 4051, GB/T 15834).
  static func staysWithPrevious(_ scalar: UInt32) -> Bool {
    notAtStart.contains(scalar) || isZeroWidth(scalar)
  }

  /// Whether the character may not end a line.
  static func staysWithNext(_ scalar: UInt32) -> Bool { notAtEnd.contains(scalar) }

  private static func isWide(_ scalar: UInt32) -> Bool {
    guard scalar >= 0x1100 else { return false }
    var low = 0
    var high = wide.count
    while low < high {
      let middle = (low + high) / 2
      if scalar > wide[middle].upperBound { low = middle + 1 } else { high = middle }
    }
    return low < wide.count && wide[low].contains(scalar)
  }

  private static func isZeroWidth(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0..<0x300: return scalar == 0xAD
    case 0x1160...0x11FF, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069,
      0xFE00...0xFE0F, 0xFEFF, 0x1F3FB...0x1F3FF, 0xE0000...0xE0FFF:
      return true
    default:
      guard let category = Unicode.Scalar(scalar)?.properties.generalCategory else { return false }
      return category == .nonspacingMark || category == .enclosingMark
    }
  }

  private static let notAtStart = Set(
    "、。，．・：；？！）］｝」』】〉》〕〗〙’”ー々ゝゞヽヾ…‥ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ～〜%％℃,.!?:;)]}»"
      .unicodeScalars.map(\.value))
  private static let notAtEnd = Set("（［｛「『【〈《〔〖〘‘“([{«￥＄".unicodeScalars.map(\.value))

  /// The characters of two columns, in order.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x23E9...0x23EC, 0x23F0...0x23F0,
    0x23F3...0x23F3, 0x25FD...0x25FE, 0x2614...0x2615, 0x2648...0x2653, 0x267F...0x267F,
    0x2693...0x2693, 0x26A1...0x26A1, 0x26AA...0x26AB, 0x26BD...0x26BE, 0x26C4...0x26C5,
    0x26CE...0x26CE, 0x26D4...0x26D4, 0x26EA...0x26EA, 0x26F2...0x26F3, 0x26F5...0x26F5,
    0x26FA...0x26FA, 0x26FD...0x26FD, 0x2705...0x2705, 0x270A...0x270B, 0x2728...0x2728,
    0x274C...0x274C, 0x274E...0x274E, 0x2753...0x2755, 0x2757...0x2757, 0x2795...0x2797,
    0x27B0...0x27B0, 0x27BF...0x27BF, 0x2B1B...0x2B1C, 0x2B50...0x2B50, 0x2B55...0x2B55,
    0x2E80...0x303E, 0x3041...0x3247, 0x3250...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97C,
    0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60,
    0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F004...0x1F004, 0x1F0CF...0x1F0CF,
    0x1F18E...0x1F18E, 0x1F191...0x1F19A, 0x1F200...0x1F320, 0x1F32D...0x1F335,
    0x1F337...0x1F37C, 0x1F37E...0x1F393, 0x1F3A0...0x1F3CA, 0x1F3CF...0x1F3D3,
    0x1F3E0...0x1F3F0, 0x1F3F4...0x1F3F4, 0x1F3F8...0x1F3FA, 0x1F400...0x1F43E,
    0x1F440...0x1F440, 0x1F442...0x1F4FC, 0x1F4FF...0x1F53D, 0x1F54B...0x1F54E,
    0x1F550...0x1F567, 0x1F57A...0x1F57A, 0x1F595...0x1F596, 0x1F5A4...0x1F5A4,
    0x1F5FB...0x1F64F, 0x1F680...0x1F6C5, 0x1F6CC...0x1F6CC, 0x1F6D0...0x1F6D2,
    0x1F6D5...0x1F6D7, 0x1F6DC...0x1F6DF, 0x1F6EB...0x1F6EC, 0x1F6F4...0x1F6FC,
    0x1F7E0...0x1F7F0, 0x1F90C...0x1F93A, 0x1F93C...0x1F945, 0x1F947...0x1F9FF,
    0x1FA70...0x1FAFF, 0x20000...0x2FFFD, 0x30000...0x3FFFD,
  ]
}
