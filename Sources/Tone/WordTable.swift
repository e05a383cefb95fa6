/// Small numbers for the words that some pattern names, by open addressing.
struct WordTable: Sendable {
  static let unknown: UInt32 = 0
  static let number: UInt32 = 1
  private static let firstSign: UInt32 = 2
  private static let firstWord: UInt32 = 8

  /// One more than the greatest id.
  private(set) var count = Int(WordTable.firstWord)
  private var slots: [(hash: UInt64, id: UInt32)] = Array(repeating: (0, 0), count: 64)

  static func sign(_ kind: UInt8) -> UInt32 {
    firstSign + UInt32(kind) - UInt32(Token.Kind.pause.rawValue)
  }

  /// Whether a place that takes any word takes this id.
  static func isWord(_ id: Int) -> Bool {
    id <= Int(number) || id >= Int(firstWord)
  }

  private func slot(of hash: UInt64) -> Int {
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: hash ^ (hash >> 29)) & mask
    while slots[index].hash != 0, slots[index].hash != hash { index = (index + 1) & mask }
    return index
  }

  mutating func insert(_ hash: UInt64) {
    let index = slot(of: hash)
    guard hash != 0, slots[index].hash == 0 else { return }
    slots[index] = (hash, UInt32(count))
    count += 1
    if count * 4 > slots.count { grow() }
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: (0, 0), count: old.count * 2)
    for entry in old where entry.hash != 0 { slots[slot(of: entry.hash)] = entry }
  }

  subscript(hash hash: UInt64) -> UInt32 {
    hash == 0 ? Self.unknown : slots[slot(of: hash)].id
  }

  subscript(token: Token) -> UInt32 {
    switch token.kind {
    case .word: return self[hash: token.hash]
    case .number:
      let id = self[hash: token.hash]
      return id == Self.unknown ? Self.number : id
    default: return Self.sign(token.kind.rawValue)
    }
  }
}

/// The ids that a place accepts, with a 64-bit digest that refuses most others at once.
struct IDSet: Sendable {
  let ids: [UInt32]
  let mask: UInt64
  let acceptsAnyWord: Bool
  let acceptsNumber: Bool

  @inline(__always) static func bit(_ id: UInt32) -> UInt64 { 1 << UInt64(id & 63) }

  init(_ set: Pattern.TokenSet, ids table: WordTable) {
    var ids = set.words.map { table[hash: $0] }
    ids += set.signs.map { WordTable.sign($0) }
    if set.acceptsNumber { ids.append(WordTable.number) }
    self.ids = ids.sorted()
    self.acceptsNumber = set.acceptsNumber
    self.acceptsAnyWord = set.acceptsAnyWord
    self.mask = set.acceptsAnyWord ? .max : ids.reduce(0) { $0 | Self.bit($1) }
  }
}
