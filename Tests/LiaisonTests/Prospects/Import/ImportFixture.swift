import Glibc

@testable import Liaison

/// The prospects files under Tests/Fixtures/import, and folders for files that a test writes.
enum ImportFixture {
  static func path(_ name: String) -> String {
    let parts = #filePath.split(separator: "/")
    let tests = parts.lastIndex(of: "Tests").map { parts[...$0].joined(separator: "/") } ?? ""
    return "/\(tests)/Fixtures/import/\(name)"
  }

  static func bytes(_ path: String) throws -> [UInt8] {
    var source = try ByteSource(path: path)
    var all: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = try part.withUnsafeMutableBufferPointer { try source.read(into: $0) }
      if count == 0 { return all }
      all += part[..<count]
    }
  }

  static func write(_ bytes: [UInt8], to path: String) {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    _ = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
    close(file)
  }

  /// Calls `body` with a new folder, which is removed with what is in it.
  static func withFolder<Result>(_ body: (String) throws -> Result) rethrows -> Result {
    var template = Array("/tmp/liaison-import-XXXXXX".utf8CString)
    let folder = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) } ?? ""
    }
    defer {
      for name in names(in: folder) { unlink("\(folder)/\(name)") }
      rmdir(folder)
    }
    return try body(folder)
  }

  static func names(in folder: String) -> [String] {
    guard let handle = opendir(folder) else { return [] }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// All rows of a text as fields.
  static func rows(
    _ bytes: [UInt8], encoding: SourceEncoding? = nil, delimiter: CSVDelimiter? = nil,
    chunkSize: Int = CSVReader.chunkSize
  ) throws(CSVError) -> [CSVRow] {
    var reader = try CSVReader(
      bytes: bytes, encoding: encoding, delimiter: delimiter, chunkSize: chunkSize)
    var rows: [CSVRow] = []
    while let row = try reader.next() { rows.append(row) }
    return rows
  }
}
