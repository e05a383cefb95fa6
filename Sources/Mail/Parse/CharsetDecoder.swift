import Glibc

/// Text in any character set that mail is written in, as a string.
///
/// UTF-8, ASCII and Latin-1 are read here; everything else goes through the C library's `iconv`, as
/// with imported files, since the vendors' tables are large and change. Nothing fails: what is no
/// text in the set named is read as UTF-8 where it is valid, else as windows-1252, and octets that
/// mean nothing become U+FFFD.
package enum CharsetDecoder {
  /// Decodes octets; `charset` is the label that the message gives, in any case, or `nil`.
  package static func decode(_ bytes: ArraySlice<UInt8>, charset: String?) -> String {
    guard bytes.contains(where: { $0 >= 0x80 || $0 == 0x1B || $0 == 0x2B || $0 == 0x7E || $0 == 0 })
    else { return String(decoding: bytes, as: UTF8.self) }
    let label = normalised(charset ?? "")
    switch label {
    case "", "utf8", "usascii", "ascii", "unknown8bit", "8bit", "unknown", "xunknown", "binary",
      "ansix341968", "7bit":
      return undeclared(bytes)
    case "iso88591", "latin1", "windows1252", "cp1252":
      // Much that says Latin-1 is UTF-8; text in Latin-1 almost never is valid UTF-8.
      return validUTF8(bytes) ?? windows1252(bytes)
    default:
      for name in iconvNames(label) {
        if let text = convert(bytes, from: name) { return text }
      }
      return undeclared(bytes)
    }
  }

  /// Text that says nothing, or something useless, of how it is written.
  private static func undeclared(_ bytes: ArraySlice<UInt8>) -> String {
    if let text = validUTF8(bytes) {
      // `ESC $` and `ESC (` are all that tells ISO-2022-JP from ASCII.
      guard bytes.contains(0x1B), !bytes.contains(where: { $0 >= 0x80 }),
        let japanese = convert(bytes, from: "ISO-2022-JP-3")
      else { return text }
      return japanese
    }
    // A text in UTF-8 that was cut or touched in one place is not another charset.
    let broken = String(decoding: bytes, as: UTF8.self)
    var odd = 0
    var other = 0
    for scalar in broken.unicodeScalars where !scalar.isASCII {
      if scalar == "\u{FFFD}" { odd += 1 } else { other += 1 }
    }
    return odd * 4 <= other ? broken : windows1252(bytes)
  }

  private static func validUTF8(_ bytes: ArraySlice<UInt8>) -> String? {
    String(validating: bytes, as: UTF8.self)
  }

  /// Latin-1 with the letters and quotes of windows-1252 where Latin-1 has controls.
  private static func windows1252(_ bytes: ArraySlice<UInt8>) -> String {
    var scalars = String.UnicodeScalarView()
    for byte in bytes {
      if byte >= 0x80, byte < 0xA0 {
        scalars.append(high[Int(byte - 0x80)])
      } else {
        scalars.append(Unicode.Scalar(byte))
      }
    }
    return String(scalars)
  }

  /// The code points 0x80 to 0x9F of windows-1252; the five that it leaves free are U+FFFD.
  private static let high = Array(
    "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ".unicodeScalars)

  /// A label without case and marks, so that `ISO_8859-1`, `iso8859-1` and `"ISO-8859-1"` are one.
  private static func normalised(_ label: String) -> String {
    var bytes: [UInt8] = []
    for byte in label.utf8 {
      // RFC 2231 may name a language behind an asterisk.
      if byte == UInt8(ascii: "*") { break }
      if byte.isAlphanumeric { bytes.append(byte | 0x20) }
      if bytes.count > 40 { break }
    }
    // Setting the bit of lower case leaves digits as they are: they have it.
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The C library's names for a label, best first.
  ///
  /// Where a vendor's superset exists it comes first, since that is what programs write: CP932 for
  /// Shift_JIS, UHC for EUC-KR, GB18030 for all of mainland China's.
  private static func iconvNames(_ label: String) -> [String] {
    switch label {
    case "gb18030", "gbk", "gb2312", "gb231280", "cp936", "ms936", "windows936", "csgb2312",
      "xgbk", "euccn":
      return ["GB18030"]
    case "big5", "big5hkscs", "cp950", "xbig5", "cnbig5", "csbig5", "windows950":
      return ["BIG5-HKSCS", "BIG5"]
    case "shiftjis", "sjis", "xsjis", "cp932", "windows31j", "ms932", "csshiftjis", "windows932",
      "mskanji":
      return ["CP932", "SHIFT_JIS"]
    case "eucjp", "xeucjp", "cseucpkdfmtjapanese":
      return ["EUC-JP-MS", "EUC-JP"]
    case "euckr", "cp949", "uhc", "ksc56011987", "ksc5601", "windows949", "cseuckr", "ksx1001":
      return ["UHC", "EUC-KR"]
    case "iso2022jp", "csiso2022jp", "iso2022jpms", "cp50220", "cp50221", "iso2022jp1":
      return ["ISO-2022-JP-3", "ISO-2022-JP"]
    case "iso2022kr": return ["ISO-2022-KR"]
    case "iso2022cn": return ["ISO-2022-CN-EXT", "ISO-2022-CN"]
    case "utf7", "unicode11utf7", "xunicode20utf7": return ["UTF-7"]
    case "utf16", "unicode": return ["UTF-16"]
    case "utf16le": return ["UTF-16LE"]
    case "utf16be": return ["UTF-16BE"]
    case "utf32", "ucs4": return ["UTF-32"]
    case "utf32le": return ["UTF-32LE"]
    case "utf32be": return ["UTF-32BE"]
    case "koi8r", "koi8", "cskoi8r": return ["KOI8-R"]
    case "koi8u": return ["KOI8-U"]
    case "koi8ru": return ["KOI8-RU"]
    case "macintosh", "mac", "macroman", "xmacroman": return ["MACINTOSH"]
    case "tis620", "windows874", "iso885911", "cp874": return ["CP874"]
    case "iso88598i", "iso88598e": return ["ISO-8859-8"]
    // Both are supersets that leave nothing undefined.
    case "iso88599": return ["CP1254"]
    default: break
    }
    for (start, name) in [
      ("windows", "CP"), ("xcp", "CP"), ("cp", "CP"), ("ibm", "IBM"), ("xwindows", "CP"),
    ] where label.hasPrefix(start) && label.dropFirst(start.count).allSatisfy(\.isNumber) {
      return [name + label.dropFirst(start.count)]
    }
    if label.hasPrefix("iso8859"), let part = Int(label.dropFirst(7)), (1...16).contains(part) {
      return ["ISO-8859-\(part)"]
    }
    return []
  }

  /// Converts with `iconv`; `nil` where it does not know the set or most of the text is none in it.
  private static func convert(_ bytes: ArraySlice<UInt8>, from name: String) -> String? {
    guard let converter = iconv_open("UTF-8", name), converter != iconv_t(bitPattern: -1) else {
      return nil
    }
    defer { iconv_close(converter) }
    var faults = 0
    let output = bytes.withUnsafeBufferPointer { input -> [UInt8] in
      var output: [UInt8] = []
      output.reserveCapacity(bytes.count * 2 + 16)
      // Converted in pieces, so that no text needs a buffer of three times its size.
      let capacity = 4096
      var source = UnsafeMutableRawPointer(mutating: input.baseAddress)?
        .assumingMemoryBound(to: CChar.self)
      var left = input.count
      withUnsafeTemporaryAllocation(of: CChar.self, capacity: capacity) { piece in
        while true {
          var target = piece.baseAddress
          var room = capacity
          let isFlushing = left == 0
          let outcome =
            isFlushing
            ? iconv(converter, nil, nil, &target, &room)
            : iconv(converter, &source, &left, &target, &room)
          let cause = errno
          output.append(
            contentsOf: UnsafeRawBufferPointer(
              start: piece.baseAddress, count: capacity - room))
          if outcome != -1 {
            if isFlushing { return }
            continue
          }
          if cause == E2BIG { continue }
          if isFlushing { return }
          // An octet that means nothing there, or a character cut off at the end.
          output.append(contentsOf: [0xEF, 0xBF, 0xBD])
          faults += 1
          if let next = source { source = next + 1 }
          left -= 1
        }
      }
      return output
    }
    return faults * 8 > bytes.count + 8 ? nil : String(decoding: output, as: UTF8.self)
  }
}
