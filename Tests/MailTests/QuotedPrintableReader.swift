/// Reads quoted-printable strictly, to check what was written; `nil` where it is malformed.
func decodeQuotedPrintable(_ bytes: [UInt8]) -> [UInt8]? {
  var output: [UInt8] = []
  var index = 0
  while index < bytes.count {
    guard bytes[index] == UInt8(ascii: "=") else {
      output.append(bytes[index])
      index += 1
      continue
    }
    guard index + 2 < bytes.count else { return nil }
    let pair = bytes[(index + 1)...(index + 2)]
    if !pair.elementsEqual([0x0D, 0x0A]) {
      let digits = String(decoding: pair, as: UTF8.self)
      guard digits == digits.uppercased(), let byte = UInt8(digits, radix: 16) else { return nil }
      output.append(byte)
    }
    index += 3
  }
  return output
}
