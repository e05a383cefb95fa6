import Glibc

/// The secret beside the database under which erased addresses are hashed, so that whoever was
/// erased is known again and named nowhere.
///
/// 32 random bytes as hexadecimal digits in a file that its owner alone may read. Without the key
/// the hashes say nothing; without the hashes the key says nothing.
struct ErasureKey {
  private static let byteCount = 32
  private let bytes: [UInt8]

  /// Where the key of a database is.
  static func path(besideDatabase path: String) -> String { path + "-key" }

  /// Reads the key.
  ///
  /// - Throws: `StoreError` where it is missing, readable by others, or not a key.
  init(besideDatabase database: String) throws(StoreError) {
    let path = Self.path(besideDatabase: database)
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw .failed(
        path: path,
        reason: "the key that erased people are known by cannot be read "
          + "(\(String(cString: strerror(errno)))); put it back from where you keep it")
    }
    defer { close(descriptor) }
    var info = stat()
    guard fstat(descriptor, &info) == 0, info.st_mode & 0o077 == 0 else {
      throw .failed(path: path, reason: "others can read this key; run: chmod 600 \(path)")
    }
    var text = [UInt8](repeating: 0, count: 2 * Self.byteCount + 2)
    let count = read(descriptor, &text, text.count)
    let digits = text.prefix(max(count, 0)).filter { $0 != UInt8(ascii: "\n") }
    let nibbles = digits.compactMap { Character(UnicodeScalar($0)).hexDigitValue }
    guard digits.count == 2 * Self.byteCount, nibbles.count == digits.count else {
      throw .failed(path: path, reason: "this is not the key that was made for the database")
    }
    bytes = stride(from: 0, to: nibbles.count, by: 2).map {
      UInt8(nibbles[$0] << 4 | nibbles[$0 + 1])
    }
  }

  /// Makes a key where there is none.
  static func make(
    besideDatabase database: String, random: inout some RandomNumberGenerator
  ) throws(StoreError) {
    let path = path(besideDatabase: database)
    guard access(path, F_OK) != 0 else { return }
    let digits = (0..<(2 * byteCount)).map { _ in
      Array("0123456789abcdef".utf8)[Int.random(in: 0..<16, using: &random)]
    }
    do throws(FileTrouble) {
      let draft = "\(path)-\(getpid())"
      try DurableFile.write(digits + [UInt8(ascii: "\n")], to: draft)
      try DurableFile.rename(draft, to: path)
    } catch {
      throw .failed(path: path, reason: error.description)
    }
  }

  /// What an address, in key form, is kept as.
  func hash(of addressKey: String) -> String { HMAC.hex(Array(addressKey.utf8), key: bytes) }
}
