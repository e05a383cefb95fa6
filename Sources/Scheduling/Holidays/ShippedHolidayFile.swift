import CTemplates

/// A file of Templates/holidays as it was built into the program.
struct ShippedHolidayFile: Sendable {
  let path: String
  let bytes: [UInt8]

  /// The files by the code of their market, which is their name.
  static let all: [String: ShippedHolidayFile] = {
    let folder = "holidays/"
    var files: [String: ShippedHolidayFile] = [:]
    // The table and what it points to are constants of the program, never freed or changed.
    for file in UnsafeBufferPointer(start: ctemplates_files(), count: ctemplates_count) {
      let path = String(cString: file.path)
      guard path.hasPrefix(folder), path.hasSuffix(".json5") else { continue }
      let code = path.dropFirst(folder.count).dropLast(6).uppercased()
      files[code] = ShippedHolidayFile(
        path: "Templates/" + path,
        bytes: Array(UnsafeBufferPointer(start: file.bytes, count: file.count)))
    }
    return files
  }()
}
