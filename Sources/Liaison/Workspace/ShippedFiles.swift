import CTemplates

/// The files of Templates/, built into the program so that it works alone.
package enum ShippedFiles {
  /// Every file's path below Templates/ with its bytes, in the order of the paths.
  package static let all: [(path: String, bytes: [UInt8])] = {
    // The table and what it points to are constants of the program, never freed or changed.
    UnsafeBufferPointer(start: ctemplates_files(), count: ctemplates_count).map { file in
      (
        String(cString: file.path),
        Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
      )
    }
  }()

  /// The files below a folder, with their paths relative to it.
  static func below(_ folder: String) -> [(path: String, bytes: [UInt8])] {
    all.filter { $0.path.hasPrefix(folder + "/") }
      .map { (String($0.path.dropFirst(folder.count + 1)), $0.bytes) }
  }
}
