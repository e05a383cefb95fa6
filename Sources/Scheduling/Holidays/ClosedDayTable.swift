import Synchronization

/// A bit for every day of the years that are known, filled as they are asked for.
///
/// Each word holds 32 days and a mark that says it is filled. So a reader needs no lock, and two
/// threads that fill the same word write the same.
final class ClosedDayTable: Sendable {
  private static let firstDay =
    CivilCalendar.dayNumber(year: MarketHolidays.years.lowerBound, month: 1, day: 1)
  private static let dayCount =
    CivilCalendar.dayNumber(year: MarketHolidays.years.upperBound + 1, month: 1, day: 1) - firstDay

  // A computed property: a stored static would be looked up for each day asked for.
  @inline(__always)
  private static var isFilled: UInt64 { 1 << 63 }

  private let first: Int
  private let count: Int
  private let words: Words

  init() {
    first = Self.firstDay
    count = Self.dayCount
    words = Words(count: (Self.dayCount + 31) / 32)
  }

  /// Whether a day is closed; nil where that is not known yet.
  @inline(__always)
  func isClosed(_ day: Int) -> Bool? {
    let index = day - first
    guard index >= 0, index < count else { return false }
    let word = words.load(index >> 5)
    guard word & Self.isFilled != 0 else { return nil }
    return word & 1 << UInt64(index & 31) != 0
  }

  /// Learns the closed days around a day from those of a year.
  func fill(around day: Int, closedDays: (Int) -> [Int]) {
    let days = days(around: day)
    let years = Set(
      [days.lowerBound, days.upperBound].map { CivilCalendar.components(dayNumber: $0).year })
    let closed = Set(years.flatMap(closedDays))
    fill(around: day, isClosed: closed.contains)
  }

  /// Learns the days around a day by asking for each.
  func fill(around day: Int, isClosed: (Int) -> Bool) {
    let days = days(around: day)
    var word = Self.isFilled
    for day in days where isClosed(day) { word |= 1 << UInt64(day - days.lowerBound) }
    words.store(word, at: (day - first) >> 5)
  }

  /// The days that share a word with one.
  private func days(around day: Int) -> ClosedRange<Int> {
    let start = first + (day - first) / 32 * 32
    return start...start + 31
  }

  /// Atomic words on the heap, which an array cannot hold.
  private struct Words: ~Copyable, @unchecked Sendable {
    // Unchecked: the memory is reached through the atomics alone, and freed with its only owner.
    private let memory: UnsafeMutableBufferPointer<Atomic<UInt64>>

    init(count: Int) {
      memory = .allocate(capacity: count)
      for index in 0..<count {
        memory.initializeElement(at: index, to: Atomic(0))
      }
    }

    deinit {
      memory.deinitialize()
      memory.deallocate()
    }

    @inline(__always)
    func load(_ index: Int) -> UInt64 { memory[index].load(ordering: .relaxed) }

    func store(_ word: UInt64, at index: Int) { memory[index].store(word, ordering: .relaxed) }
  }
}
