import Glibc
import Scheduling

/// The file beside the database that counts the sending runs with it, so that a backup which is put
/// back is known for what it is, however it was put there.
///
/// One line: a version, the number of runs, the workspace's id, and when it was written.
struct CounterFile {
  /// What the file says.
  struct Content: Hashable {
    let runs: Int64
    let workspaceID: String
    let writtenAt: Instant
  }

  /// The file cannot be understood.
  struct Damaged: Error {}

  private static let version = "liaison-counter-1"
  private static let mostBytes = 512
  let path: String

  init(besideDatabase path: String) { self.path = path + "-counter" }

  /// What it says; nil where there is none.
  ///
  /// - Throws: `Damaged` where it is there and cannot be read.
  func read() throws(Damaged) -> Content? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      guard errno == ENOENT else { throw Damaged() }
      return nil
    }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: Self.mostBytes)
    let count = Glibc.read(descriptor, &bytes, bytes.count)
    guard count > 0, bytes[count - 1] == UInt8(ascii: "\n") else { throw Damaged() }
    let words = String(decoding: bytes[..<(count - 1)], as: UTF8.self).split(separator: " ")
    guard words.count == 4, words[0] == Self.version, let runs = Int64(words[1]), runs >= 0,
      let writtenAt = Instant(iso8601: String(words[3]))
    else { throw Damaged() }
    return Content(runs: runs, workspaceID: String(words[2]), writtenAt: writtenAt)
  }

  /// Writes it durably: whoever reads it, also after a power cut, finds the old or the new one whole.
  func write(_ content: Content) throws(StoreError) {
    let line =
      "\(Self.version) \(content.runs) \(content.workspaceID) \(content.writtenAt.iso8601)\n"
    let draft = "\(path)-\(getpid())"
    do throws(FileTrouble) {
      try DurableFile.write(Array(line.utf8), to: draft)
      try DurableFile.rename(draft, to: path)
    } catch {
      unlink(draft)
      throw .failed(path: path, reason: error.description)
    }
  }
}
