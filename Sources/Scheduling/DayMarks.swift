/// The last day that each of very many marks took, by open addressing: a mark is a hash already, and
/// looking it up is one look into memory.
///
/// A word holds 47 bits of the mark and 17 of the day. Two marks that are alike in all those bits are
/// taken for one, which happens to one pair in 140 million million and only makes somebody wait.
struct DayMarks: Sendable {
  /// The days that fit, one less than 17 bits tell, so that no word is zero.
  static let dayLimit = (1 << 17) - 2

  private static let dayMask: UInt64 = (1 << 17) - 1

  private var words = [UInt64](repeating: 0, count: 16)
  private var count = 0

  /// Makes room for so many marks, so that none is moved as others come.
  mutating func reserve(_ count: Int) {
    var size = words.count
    while size / 4 * 3 < min(count, 1 << 28) { size *= 2 }
    if size > words.count { grow(to: size) }
  }

  /// Where a mark is, or would be.
  @inline(__always)
  func place(of mark: UInt64) -> Int {
    let tag = Self.tag(mark)
    var place = Int(truncatingIfNeeded: tag >> 20) & (words.count - 1)
    while words[place] != 0, words[place] & ~Self.dayMask != tag {
      place = (place + 1) & (words.count - 1)
    }
    return place
  }

  /// The last day of the mark at a place; nil where it has none yet.
  @inline(__always)
  func day(at place: Int) -> Int? {
    words[place] == 0 ? nil : Int(words[place] & Self.dayMask) - 1
  }

  /// Sets the last day of a mark at its place, 0 to `dayLimit`.
  @inline(__always)
  mutating func set(_ mark: UInt64, to day: Int, at place: Int) {
    if words[place] == 0 { count += 1 }
    words[place] = Self.tag(mark) | UInt64(min(max(day, 0), Self.dayLimit) + 1)
    if count > words.count / 4 * 3 { grow(to: words.count * 2) }
  }

  /// Spread once more, for marks that were given as plain numbers.
  @inline(__always)
  private static func tag(_ mark: UInt64) -> UInt64 {
    (mark &* 0x9E37_79B9_7F4A_7C15) & ~dayMask
  }

  private mutating func grow(to size: Int) {
    let old = words
    words = [UInt64](repeating: 0, count: size)
    for word in old where word != 0 {
      var place = Int(truncatingIfNeeded: word >> 20) & (size - 1)
      while words[place] != 0 { place = (place + 1) & (size - 1) }
      words[place] = word
    }
  }
}
