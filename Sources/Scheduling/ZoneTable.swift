/// The changes of a zone's clocks, laid out to find the one in force in a few nanoseconds.
final class ZoneTable: Sendable {
  /// The years up to which the yearly rule is written out as changes.
  private static let lastYear = 2_100

  let name: String

  /// The tables of further zones that the person may be in; kept here so that a zone is one pointer.
  let alternatives: [ZoneTable]

  /// The first second of each span, ascending; the first is the beginning of time.
  private let starts: [Int64]
  /// The offset of each span, beside its type for the sake of speed.
  private let offsets: [Int]
  private let types: [LocalTimeType]
  /// The yearly rule, where it has two changes a year, holds from the last start on.
  private let rule: PosixZoneRule?
  /// Whether there is one: it is large, and to look at it copies it.
  private let hasRule: Bool
  /// For each half-year from 1970 on the index of the start that holds as it begins: a clock's
  /// changes need not be searched for then.
  private let halves: [UInt16]

  /// Makes a table from the type before all changes, the changes in order, and the rule after them.
  ///
  /// Where there is a rule but no change, the rule holds at all times (RFC 9636 section 3.3).
  init(name: String, first: LocalTimeType, changes: [PosixZoneRule.Change], rule: PosixZoneRule?) {
    self.name = name
    alternatives = []
    var starts = [-ZoneSpan.limit]
    var types = [first]
    func append(_ change: PosixZoneRule.Change) {
      guard let last = types.last, last != change.type else { return }
      starts.append(change.seconds)
      types.append(change.type)
    }
    for change in changes { append(change) }
    if let rule, rule.daylightSaving != nil {
      let lastChange = changes.last?.seconds ?? -ZoneSpan.limit
      let day = CivilCalendar.split(seconds: lastChange).day
      // A rule without any change before it is written out from 1900 on.
      let year = max(CivilCalendar.components(dayNumber: day).year, 1_900)
      if year <= Self.lastYear {
        for change in rule.changes(in: year...Self.lastYear) where change.seconds > lastChange {
          append(change)
        }
      }
      self.rule = rule
    } else {
      if let rule, changes.isEmpty { types = [rule.standard] }
      self.rule = nil
    }
    hasRule = self.rule != nil
    self.starts = starts
    self.types = types
    offsets = types.map(\.offset)
    halves = Self.halves(of: starts)
  }

  /// The same clocks, of a person who may be in another zone too.
  init(_ table: ZoneTable, or alternatives: [ZoneTable]) {
    name = table.name
    self.alternatives = alternatives
    starts = table.starts
    offsets = table.offsets
    types = table.types
    halves = table.halves
    rule = table.rule
    hasRule = table.hasRule
  }

  @inline(__always)
  func offset(at seconds: Int64) -> Int {
    let index = index(at: seconds)
    guard hasRule, index == starts.count - 1, let rule else { return offsets[index] }
    return rule.span(at: seconds).type.offset
  }

  func type(at seconds: Int64) -> LocalTimeType {
    let index = index(at: seconds)
    if let rule, index == starts.count - 1 { return rule.span(at: seconds).type }
    return types[index]
  }

  /// The offset in force and the first second at which another may hold.
  @inline(__always)
  func stretch(at seconds: Int64) -> (offset: Int, start: Int64, end: Int64) {
    let index = index(at: seconds)
    guard index == starts.count - 1 else {
      return (offsets[index], starts[index], starts[index + 1])
    }
    guard hasRule, let rule else { return (offsets[index], starts[index], ZoneSpan.limit) }
    let span = rule.span(at: seconds)
    return (span.type.offset, max(span.start, starts[index]), span.end)
  }

  /// The first second of the stretches that `halves` knows: 1970.
  private static let firstHalf: Int64 = 0
  /// Stretches of 2^24 seconds, about half a year, as long as clocks usually stay the same.
  private static let halfBits: Int64 = 24
  /// So many of them that they pass the year 2100.
  private static let halfCount = 256

  private static func halves(of starts: [Int64]) -> [UInt16] {
    var index = 0
    return (0..<Int64(halfCount)).map { half in
      while index + 1 < starts.count, starts[index + 1] <= firstHalf + half << halfBits {
        index += 1
      }
      return UInt16(clamping: index)
    }
  }

  /// The index of the last start that is not after the time.
  @inline(__always)
  private func index(at seconds: Int64) -> Int {
    let half = (seconds - Self.firstHalf) >> Self.halfBits
    guard half >= 0, half < Int64(Self.halfCount) else { return search(seconds) }
    var index = Int(halves[Int(half)])
    while index + 1 < starts.count, starts[index + 1] <= seconds { index += 1 }
    return index
  }

  private func search(_ seconds: Int64) -> Int {
    var low = 0
    var count = starts.count
    while count > 1 {
      let half = count / 2
      // Written without a branch that the processor would have to guess.
      low = starts[low + half] <= seconds ? low + half : low
      count -= half
    }
    return low
  }
}
