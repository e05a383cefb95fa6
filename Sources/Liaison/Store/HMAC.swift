/// The keyed hash HMAC-SHA256 of RFC 2104, which Foundation does not offer on Linux.
enum HMAC {
  private static let blockSize = 64

  /// The code of a message under a key of any length, as 64 lower-case hexadecimal digits.
  static func hex(_ message: [UInt8], key: [UInt8]) -> String {
    var block = key.count > blockSize ? SHA256.digest(key) : key
    block += [UInt8](repeating: 0, count: blockSize - block.count)
    let inner = SHA256.digest(block.map { $0 ^ 0x36 } + message)
    return SHA256.hex(block.map { $0 ^ 0x5C } + inner)
  }
}
