/// Remembers what a cell's bytes were read as, for columns with few different values.
///
/// A table of fixed size where a newcomer takes the place of an older value, so that a column of
/// all-different values costs little and holds no memory.
struct ValueCache<Value> {
  private struct Entry {
    let key: [UInt8]
    let value: Value
  }

  private var entries = [Entry?](repeating: nil, count: 1 << 11)
  private static var longestKey: Int { 128 }

  mutating func value(
    for bytes: UnsafeBufferPointer<UInt8>, else read: (String) -> Value
  ) -> Value {
    guard bytes.count <= Self.longestKey else {
      return read(String(decoding: bytes, as: UTF8.self))
    }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let slot = Int(truncatingIfNeeded: (hash ^ (hash >> 29)) & UInt64(entries.count - 1))
    if let entry = entries[slot], entry.key.count == bytes.count,
      entry.key.elementsEqual(bytes)
    {
      return entry.value
    }
    let value = read(String(decoding: bytes, as: UTF8.self))
    entries[slot] = Entry(key: Array(bytes), value: value)
    return value
  }
}
