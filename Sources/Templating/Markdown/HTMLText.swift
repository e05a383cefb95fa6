/// Text as HTML.
enum HTMLText {
  /// Whether the byte stands for itself in the text of an element.
  static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != 0x7F && byte != UInt8(ascii: "&") && byte != UInt8(ascii: "<")
      && byte != UInt8(ascii: ">") && byte != UInt8(ascii: "\"")
  }

  @inline(__always)
  static func append(_ byte: UInt8, to output: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "&"): output.append(contentsOf: ampersand)
    case UInt8(ascii: "<"): output.append(contentsOf: less)
    case UInt8(ascii: ">"): output.append(contentsOf: greater)
    case UInt8(ascii: "\""): output.append(contentsOf: quote)
    default: output.append(byte)
    }
  }

  static func append(_ bytes: some Sequence<UInt8>, to output: inout [UInt8]) {
    for byte in bytes { append(byte, to: &output) }
  }

  private static let ampersand = Array("&amp;".utf8)
  private static let less = Array("&lt;".utf8)
  private static let greater = Array("&gt;".utf8)
  private static let quote = Array("&quot;".utf8)
}
