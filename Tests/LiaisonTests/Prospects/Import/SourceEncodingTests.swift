import Testing

@testable import Liaison

@Suite("SourceEncoding")
struct SourceEncodingTests {
  static let files: [(String, SourceEncoding?, Int, [String])] = [
    ("utf-8.csv", nil, 1, ["wang@chang.example", "王伟", "长风骑行", "中国", "中文", "3万", "骑行、雨衣"]),
    ("utf-8-bom.csv", nil, 0, ["邮箱", "姓名", "公司", "国家", "语言", "粉丝数", "标签"]),
    ("utf-8-bom.csv", .gb18030, 0, ["邮箱", "姓名", "公司", "国家", "语言", "粉丝数", "标签"]),
    ("utf-16le.csv", nil, 2, ["li@yue.example", "李娜", "月光户外", "中国", "zh-Hans", "12500", "户外"]),
    ("utf-16be.csv", nil, 0, ["邮箱", "姓名", "公司", "国家", "语言", "粉丝数", "标签"]),
    (
      "utf-16le-no-mark.csv", nil, 1,
      ["zoe@regen.example", "Zoë Müller", "Straße & Regen", "Österreich", "de"]
    ),
    ("gb18030.csv", .gb18030, 0, ["邮箱", "姓名", "公司", "国家", "语言", "粉丝数", "标签"]),
    ("gb18030.csv", .gb18030, 3, ["zhao@gu.example", "赵𠀀", "古道", "中国", "zh", "", ""]),
    ("big5.csv", .big5, 1, ["lin@shan.example", "林雅婷", "山城單車誌", "台灣", "繁體中文"]),
    ("shift_jis.csv", .shiftJIS, 1, ["sato@ame.example", "佐藤 花子", "雨の日サイクル", "JP", "日本語"]),
    ("shift_jis.csv", .shiftJIS, 2, ["mori@kasa.example", "森 健二", "ｶｻﾌﾞﾛｸﾞ", "JP", "ja"]),
    ("euc-jp.csv", .eucJP, 1, ["sato@ame.example", "佐藤 花子", "雨の日サイクル", "JP", "日本語"]),
    ("euc-kr.csv", .eucKR, 1, ["kim@bi.example", "김민지", "비오는날 자전거", "대한민국", "한국어"]),
    (
      "windows-1252.csv", .windows1252, 2,
      ["rene@velo.example", "René Dupré", "Vélo à 5 €", "France", "français"]
    ),
    (
      "windows-1251.csv", .windows1251, 1,
      ["ivan@dozhd.example", "Иван Петров", "Велосипед и дождь", "Россия", "русский"]
    ),
  ]

  @Test("What spreadsheets write is read, at any chunk size", arguments: files)
  func fixtures(_ name: String, _ encoding: SourceEncoding?, _ row: Int, _ fields: [String]) throws
  {
    let bytes = try ImportFixture.bytes(ImportFixture.path(name))
    for size in Array(1...9) + [4096] {
      let rows = try ImportFixture.rows(bytes, encoding: encoding, chunkSize: size)
      #expect(rows[row].fields == fields, "chunks of \(size)")
    }
  }

  static let guesses: [(String, SourceEncoding)] = [
    ("gb18030.csv", .gb18030), ("big5.csv", .big5), ("shift_jis.csv", .shiftJIS),
    ("euc-jp.csv", .eucJP), ("euc-kr.csv", .eucKR), ("windows-1252.csv", .windows1252),
    ("windows-1251.csv", .windows1251),
  ]

  @Test("Bytes that are not UTF-8 name the option to try", arguments: guesses)
  func guess(_ name: String, _ expected: SourceEncoding) throws {
    let bytes = try ImportFixture.bytes(ImportFixture.path(name))
    let error = #expect(throws: CSVError.self) { try ImportFixture.rows(bytes) }
    guard case .invalidBytes(let row, _, let column, _, .utf8, let guess) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(guess == expected)
    #expect(row <= 2 && column <= 2)
    #expect(error?.description.contains("try --encoding \(expected)") == true)
  }

  @Test("Bytes that are not UTF-8 are reported with row, line and column")
  func place() {
    let bytes = Array("email,name\n\"a\n\",b\nx,Zo".utf8) + [0xEB] + Array(" M\n".utf8)
    let expected = CSVError.invalidBytes(
      row: 3, line: 4, column: 2, bytes: [0xEB], encoding: .utf8, guess: .windows1252)
    #expect(throws: expected) { try ImportFixture.rows(bytes) }
    #expect(
      expected.description
        == "Row 3 (line 4), column 2: The bytes EB are not utf-8. It looks like windows-1252: "
        + "try --encoding windows-1252.")
  }

  static let overlong: [[UInt8]] = [
    [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE4, 0xBD], [0x80],
  ]

  @Test("Malformed UTF-8 is refused", arguments: overlong)
  func malformed(_ bytes: [UInt8]) {
    for size in 1...5 {
      #expect(throws: CSVError.self) {
        try ImportFixture.rows(Array("a,b\nc,".utf8) + bytes, chunkSize: size)
      }
    }
  }

  @Test("UTF-8 read as something else says so")
  func wronglyNamed() throws {
    let bytes = try ImportFixture.bytes(ImportFixture.path("utf-8.csv"))
    let error = #expect(throws: CSVError.self) {
      try ImportFixture.rows(bytes, encoding: .eucKR)
    }
    #expect(error?.description.contains("leave --encoding out") == true)
  }

  @Test("A file cut off within a character is refused")
  func cutOff() throws {
    let chinese = try ImportFixture.bytes(ImportFixture.path("gb18030.csv"))
    let wide = try ImportFixture.bytes(ImportFixture.path("utf-16le.csv"))
    for size in [1, 2, 3, 4096] {
      #expect(throws: CSVError.self) {
        try ImportFixture.rows(chinese + [0xB0], encoding: .gb18030, chunkSize: size)
      }
      #expect(throws: CSVError.self) {
        try ImportFixture.rows(wide.dropLast(), chunkSize: size)
      }
    }
  }

  @Test("A long file keeps every character across the buffers")
  func longFile() throws {
    let bytes = try ImportFixture.bytes(ImportFixture.path("gb18030.csv"))
    let lines = bytes.split(separator: 0x0A).map { Array($0) + [0x0A] }
    var long = lines[0]
    for _ in 0..<4000 { long += lines[1] + lines[3] }
    let rows = try ImportFixture.rows(long, encoding: .gb18030)
    #expect(rows.count == 8001)
    let wrong = rows.dropFirst().count { !["王伟", "赵𠀀"].contains($0[1]) }
    #expect(wrong == 0)
  }

  static let names: [(String, SourceEncoding?)] = [
    ("GB18030", .gb18030), ("gbk", .gb18030), ("GB2312", .gb18030), ("Big5", .big5),
    ("cp950", .big5), ("Shift_JIS", .shiftJIS), ("shift-jis", .shiftJIS), ("SJIS", .shiftJIS),
    ("euc-kr", .eucKR), ("CP949", .eucKR), ("windows-1252", .windows1252),
    ("latin1", .windows1252), ("UTF-8", .utf8), ("utf8", .utf8), ("utf-16", .utf16LittleEndian),
    ("", nil), ("klingon", nil),
  ]

  @Test("An encoding has the names people know", arguments: names)
  func labels(_ name: String, _ expected: SourceEncoding?) {
    #expect(SourceEncoding(name: name) == expected)
  }

  @Test("Every encoding that is offered can be converted here", arguments: SourceEncoding.allCases)
  func installed(_ encoding: SourceEncoding) throws {
    let text: [UInt8] =
      switch encoding {
      case .utf16LittleEndian: [0x61, 0, 0x2C, 0, 0x62, 0]
      case .utf16BigEndian: [0, 0x61, 0, 0x2C, 0, 0x62]
      default: Array("a,b".utf8)
      }
    #expect(try ImportFixture.rows(text, encoding: encoding).map(\.fields) == [["a", "b"]])
    #expect(SourceEncoding(name: encoding.description) == encoding)
  }
}
