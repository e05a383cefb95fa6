/// Text from outside made fit for a message to a person.
///
/// It comes out as valid UTF-8, on one line, and without control characters and changes of writing
/// direction, which could otherwise drive the terminal or show something else.
func printable(_ bytes: some Sequence<UInt8>) -> String {
  var text = ""
  for scalar in String(decoding: Array(bytes), as: UTF8.self).unicodeScalars {
    let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
    let isLineBreak = scalar.value == 0x2028 || scalar.value == 0x2029
    let isDirection =
      (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    text.unicodeScalars.append(isControl || isLineBreak || isDirection ? " " : scalar)
  }
  return text
}
