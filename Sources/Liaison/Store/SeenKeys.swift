/// Tells of a key whether it was certainly not seen before, without asking the database.
///
/// It keeps a 64-bit hash of each key, so it takes sixteen bytes a key, and is wrong in one direction
/// only: a key whose hash another has counts as seen, and is then looked up.
struct SeenKeys {
  private static let most = 4_000_000

  /// Open addressing; 0 is a free slot.
  private var slots = [UInt64](repeating: 0, count: 1 << 12)
  private var count = 0

  /// Notes a key.
  ///
  /// - Returns: Whether it may have been noted before; always true once too many were.
  mutating func insert(_ key: String) -> Bool {
    guard count < Self.most else { return true }
    let hash = Self.hash(key)
    guard add(hash) else { return true }
    count += 1
    if count > slots.count / 2 { grow() }
    return false
  }

  private mutating func add(_ hash: UInt64) -> Bool {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      if slots[slot] == hash { return false }
      slot = (slot + 1) & mask
    }
    slots[slot] = hash
    return true
  }

  private mutating func grow() {
    let old = slots
    slots = [UInt64](repeating: 0, count: 2 * old.count)
    for hash in old where hash != 0 { _ = add(hash) }
  }

  /// FNV-1a, its bits mixed so that the low ones depend on all; never 0.
  static func hash(_ key: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in key.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    hash = (hash ^ (hash >> 32)) &* 0x9E37_79B9_7F4A_7C15
    hash ^= hash >> 29
    return hash == 0 ? 1 : hash
  }
}
