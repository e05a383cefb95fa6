/// One record of a CSV file: its fields as one run of UTF-8 bytes, made into strings when asked.
public struct CSVRow: Hashable, Sendable {
  /// The record's number, the header being 1; blank lines count, as in a spreadsheet.
  public let number: Int
  /// The line of the file on which it begins, from 1.
  public let line: Int
  /// The fields with one byte between each two.
  let bytes: [UInt8]
  /// Where each field ends in `bytes`.
  let ends: [Int32]
  /// Whether a control character may be in a field.
  ///
  /// They are rare, so this spares looking at every one.
  let hasControls: Bool
  let isASCII: Bool

  /// How many fields it has.
  public var count: Int { ends.count }

  /// The text of a field, counted from 0; empty where the row is shorter.
  public subscript(index: Int) -> String {
    withField(index) { String(decoding: $0, as: UTF8.self) }
  }

  /// All fields as text.
  public var fields: [String] { (0..<count).map { self[$0] } }

  /// Calls `body` with a field's bytes, which are empty where the row is shorter.
  func withField<Result, Failure>(
    _ index: Int, _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    guard ends.indices.contains(index) else {
      return try body(UnsafeBufferPointer(start: nil, count: 0))
    }
    let start = index == 0 ? 0 : Int(ends[index - 1]) + 1
    let end = Int(ends[index])
    return try bytes.withUnsafeBufferPointer { all throws(Failure) in
      try body(UnsafeBufferPointer(rebasing: all[start..<end]))
    }
  }

  /// Whether every field is empty or white space, as spreadsheets leave rows below their table.
  var isBlank: Bool {
    var start = 0
    for end in ends {
      for byte in bytes[start..<Int(end)] where byte != 0x20 && byte != 0x09 { return false }
      start = Int(end) + 1
    }
    return true
  }
}
