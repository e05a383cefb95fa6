/// Days that a team closes by itself, from a calendar (ICS) or a table (CSV) of its own.
///
/// For markets without holiday data, for a company's own holidays, and for black-outs.
public struct DaysOff: Sendable {
  /// One entry: a day or a run of days, once or every year.
  struct Entry: Hashable, Sendable {
    var name: String
    var first: CivilDate
    var length = 1
    var yearly: Yearly?
  }

  /// How an entry comes again, on the same day of the year.
  struct Yearly: Hashable, Sendable {
    var interval = 1
    var last: CivilDate?
    var count: Int?
    var except: Set<CivilDate> = []
  }

  /// The longest entry in days.
  static let maximumLength = 366

  /// The most entries in a file.
  static let maximumEntries = 10_000

  /// The largest file in bytes.
  static let maximumBytes = 4_000_000

  let entries: [Entry]
  private let single: [Int: Int]
  private let yearly: [Entry]

  init(entries: [Entry]) {
    self.entries = entries
    yearly = entries.filter { $0.yearly != nil }
    var single: [Int: Int] = [:]
    for (index, entry) in entries.enumerated() where entry.yearly == nil {
      for offset in 0..<entry.length {
        single[entry.first.dayNumber + offset] = single[entry.first.dayNumber + offset] ?? index
      }
    }
    self.single = single
  }

  /// Spans of dates that all have one name, such as the black-outs of a campaign.
  public init(_ spans: [DateSpan], name: String) {
    self.init(
      entries: spans.map {
        Entry(
          name: "\(name) \($0)", first: $0.first,
          length: $0.last.dayNumber - $0.first.dayNumber + 1)
      })
  }

  /// The same days with the place that they come from, such as a file, behind their names.
  public func named(from place: String) -> DaysOff {
    DaysOff(
      entries: entries.map {
        var entry = $0
        entry.name += " (\(place))"
        return entry
      })
  }

  /// How many entries there are; one that comes every year counts once.
  public var count: Int { entries.count }

  /// Whether a date is closed.
  public func contains(_ date: CivilDate) -> Bool { name(on: date) != nil }

  /// Why a date is closed; nil where it is not.
  public func name(on date: CivilDate) -> String? {
    if let index = single[date.dayNumber] { return entries[index].name }
    return yearly.first { $0.comes(on: date) }?.name
  }
}

extension DaysOff.Entry {
  /// Whether an entry that comes every year covers a date.
  fileprivate func comes(on date: CivilDate) -> Bool {
    guard let yearly else { return false }
    // It began this year, or so long ago as it lasts.
    for year in [date.year, date.year - 1] {
      guard let start = CivilDate(year: year, month: first.month, day: first.day),
        (0..<length).contains(date.dayNumber - start.dayNumber)
      else { continue }
      let years = year - first.year
      guard years >= 0, years % yearly.interval == 0, !yearly.except.contains(start) else {
        continue
      }
      if let last = yearly.last, start > last { continue }
      if let count = yearly.count, years / yearly.interval >= count { continue }
      return true
    }
    return false
  }
}
