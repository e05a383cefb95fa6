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
  private static let isFilled: UInt64 = 1 << 63

  private let first: Int
  private let count: Int
  private let words: Words

  init() {
    first = Self.firstDay
    count = Self.dayCount
    words = Words(count: (Self.dayCount + 31) / 32)
  }

  /// Whether a day is closed; `closedDays` gives those of a year.
  @inline(__always)
  func isClosed(_ day: Int, closedDays: (Int) -> [Int]) -> Bool {
    let index = day - first
    guard index >= 0, index < count else { return false }
    var word = words[index >> 5].load(ordering: .relaxed)
    if word & Self.isFilled == 0 { word = fill(index >> 5, closedDays) }
    return word & 1 << UInt64(index & 31) != 0
  }

  private func fill(_ index: Int, _ closedDays: (Int) -> [Int]) -> UInt64 {
    let start = first + index * 32
    let years = [start, start + 31].map { CivilCalendar.components(dayNumber: $0).year }
    var word = Self.isFilled
    for year in Set(years) {
      for day in closedDays(year) where (start..<start + 32).contains(day) {
        word |= 1 << UInt64(day - start)
      }
    }
    words[index].store(word, ordering: .relaxed)
    return word
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

    subscript(index: Int) -> Atomic<UInt64> {
      @inline(__always) _read { yield memory[index] }
    }
  }
}
