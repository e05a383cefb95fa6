/// A character encoding in which a prospects file may be written.
///
/// UTF-8 and UTF-16 are recognised by themselves; the others must be named, since their bytes alone
/// do not tell them apart with certainty. `init(name:)` takes the labels of the WHATWG Encoding
/// Standard that people meet in spreadsheets.
public enum SourceEncoding: String, CaseIterable, Hashable, Sendable, CustomStringConvertible {
  case utf8 = "utf-8"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  case gb18030
  case big5
  case shiftJIS = "shift_jis"
  case eucJP = "euc-jp"
  case eucKR = "euc-kr"
  case windows1250 = "windows-1250"
  case windows1251 = "windows-1251"
  case windows1252 = "windows-1252"
  case windows1253 = "windows-1253"
  case windows1254 = "windows-1254"
  case windows1255 = "windows-1255"
  case windows1256 = "windows-1256"
  case windows1257 = "windows-1257"
  case windows1258 = "windows-1258"
  case windows874 = "windows-874"

  /// Finds the encoding that a label names, case aside; `nil` where no encoding has that name.
  public init?(name: String) {
    let label = name.lowercased().filter { $0 != " " }
    if let exact = SourceEncoding(rawValue: label) {
      self = exact
    } else if let known = Self.labels[label] {
      self = known
    } else {
      return nil
    }
  }

  /// The name to write after `--encoding`.
  public var description: String { rawValue }

  /// The encodings that a person may name, for messages and help.
  public static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }

  var isUTF16: Bool { self == .utf16LittleEndian || self == .utf16BigEndian }

  /// The C library's name for it.
  ///
  /// Where a vendor's superset exists it is the one taken, since it is what spreadsheets write:
  /// CP932 for Shift_JIS, UHC (CP949) for EUC-KR, the Hong Kong set for Big5.
  var iconvName: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16LittleEndian: "UTF-16LE"
    case .utf16BigEndian: "UTF-16BE"
    case .gb18030: "GB18030"
    case .big5: "BIG5-HKSCS"
    case .shiftJIS: "CP932"
    case .eucJP: "EUC-JP-MS"
    case .eucKR: "UHC"
    case .windows1250: "CP1250"
    case .windows1251: "CP1251"
    case .windows1252: "CP1252"
    case .windows1253: "CP1253"
    case .windows1254: "CP1254"
    case .windows1255: "CP1255"
    case .windows1256: "CP1256"
    case .windows1257: "CP1257"
    case .windows1258: "CP1258"
    case .windows874: "CP874"
    }
  }

  private static let labels: [String: SourceEncoding] = [
    "utf8": .utf8, "utf-8-sig": .utf8, "ascii": .utf8, "us-ascii": .utf8,
    "utf16": .utf16LittleEndian, "utf-16": .utf16LittleEndian, "unicode": .utf16LittleEndian,
    "gbk": .gb18030, "gb2312": .gb18030, "cp936": .gb18030, "gb-18030": .gb18030,
    "big-5": .big5, "big5-hkscs": .big5, "cp950": .big5,
    "shift-jis": .shiftJIS, "shiftjis": .shiftJIS, "sjis": .shiftJIS, "cp932": .shiftJIS,
    "windows-31j": .shiftJIS, "ms932": .shiftJIS,
    "eucjp": .eucJP,
    "euckr": .eucKR, "cp949": .eucKR, "uhc": .eucKR, "windows-949": .eucKR, "ks_c_5601": .eucKR,
    "cp1250": .windows1250, "cp1251": .windows1251, "cp1252": .windows1252,
    "latin1": .windows1252, "latin-1": .windows1252, "iso-8859-1": .windows1252,
    "cp1253": .windows1253, "cp1254": .windows1254, "cp1255": .windows1255,
    "cp1256": .windows1256, "cp1257": .windows1257, "cp1258": .windows1258,
    "cp874": .windows874, "tis-620": .windows874,
  ]
}
