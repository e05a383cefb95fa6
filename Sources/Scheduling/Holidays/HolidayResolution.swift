/// Works out the holidays of one year from a market's rules.
///
/// The years before and after are worked out with it: a day may be moved over the new year, and
/// whether the next day is a working day may depend on the first of January.
struct HolidayResolution {
  private let file: HolidayFile
  private var occurrences: [Occurrence] = []

  /// The days that have a holiday already.
  private var taken: Set<Int> = []

  /// A holiday on a date of its own, before anything is moved.
  private struct Occurrence {
    var rule: Int
    var day: Int
    /// Which of the rule's runs of days it belongs to.
    var run: Int
    var name: String
    var isEstimated: Bool
    var isExtra = false
  }

  /// The holidays of the year, in order; two on one date stand one after the other.
  static func holidays(of file: HolidayFile, year: Int) -> [Holiday] {
    var resolution = HolidayResolution(file: file)
    for near in year - 1...year + 1 { resolution.add(year: near) }
    resolution.move()
    resolution.addBetween()
    resolution.substitute()
    return resolution.result(year: year)
  }

  private init(file: HolidayFile) {
    self.file = file
  }

  private mutating func add(year: Int) {
    for (index, rule) in file.rules.enumerated() where rule.holds(in: year) {
      for start in rule.day.days(year: year) where rule.allows(weekdayOf: start) {
        let run = occurrences.count
        for day in days(of: rule, from: start) {
          if let suspended = file.suspendedSince, day >= suspended.dayNumber { continue }
          occurrences.append(
            Occurrence(
              rule: index, day: day, run: run, name: rule.name, isEstimated: rule.isEstimated))
        }
      }
    }
  }

  private func days(of rule: HolidayRule, from start: Int) -> ClosedRange<Int> {
    guard let workingDays = rule.workingDays else { return start...start + rule.length - 1 }
    // From the first working day until so many are off.
    var first = start
    while isRest(first), first < start + 7 { first += 1 }
    var last = first
    var count = isRest(first) ? 0 : 1
    while count < workingDays, last < first + 31 {
      last += 1
      if !isRest(last) { count += 1 }
    }
    return first...last
  }

  private func isRest(_ day: Int) -> Bool {
    file.rest & 1 << UInt8(CivilCalendar.weekdayIndex(dayNumber: day)) != 0
  }

  private func isWorking(_ day: Int) -> Bool { !isRest(day) && !taken.contains(day) }

  private func target(_ shift: HolidayShift, of occurrence: Occurrence) -> Int? {
    let day = occurrence.day
    switch rule(of: shift, for: occurrence) {
    case nil: return nil
    case .next(let weekday): return HolidayDay.day(weekday, .after, day)
    case .previous(let weekday): return HolidayDay.day(weekday, .before, day)
    // Months of holidays without a working day would be a fault in the data: stop there.
    case .nextWorkingDay: return (day + 1...day + 62).first(where: isWorking)
    case .previousWorkingDay: return (day - 62...day - 1).last(where: isWorking)
    }
  }

  private func rule(
    of shift: HolidayShift, for occurrence: Occurrence
  ) -> HolidayShift.Target? {
    let day = occurrence.day
    func isOther(_ date: Int) -> Bool {
      occurrences.contains { $0.day == date && $0.rule != occurrence.rule }
    }
    return shift.target(
      onWeekday: CivilCalendar.weekdayIndex(dayNumber: day), isHoliday: isOther(day),
      isNearHoliday: isOther(day - 1) || isOther(day) || isOther(day + 1))
  }

  /// Moves what is kept on another day, the others being where they are.
  private mutating func move() {
    occurrences.sort { ($0.day, $0.rule) < ($1.day, $1.rule) }
    let shifts = occurrences.map { occurrence in
      file.rules[occurrence.rule].moved.flatMap { shift in
        rule(of: shift, for: occurrence) == nil ? nil : shift
      }
    }
    taken = Set(zip(occurrences, shifts).filter { $0.1 == nil }.map(\.0.day))
    for (index, shift) in shifts.enumerated() {
      guard let shift, let day = target(shift, of: occurrences[index]) else { continue }
      occurrences[index].day = day
      occurrences[index].name += " (observed)"
      taken.insert(day)
    }
    occurrences.sort { ($0.day, $0.rule) < ($1.day, $1.rule) }
  }

  /// Adds the days that have a holiday on both sides, where a rule asks for them.
  private mutating func addBetween() {
    let held = Set(occurrences.map(\.day))
    for (index, rule) in file.rules.enumerated() where rule.day.kind == .betweenHolidays {
      for day in held where held.contains(day + 2) && !held.contains(day + 1) {
        let year = CivilCalendar.components(dayNumber: day + 1).year
        guard rule.holds(in: year), rule.allows(weekdayOf: day + 1) else { continue }
        occurrences.append(
          Occurrence(rule: index, day: day + 1, run: -1, name: rule.name, isEstimated: false))
        taken.insert(day + 1)
      }
    }
    occurrences.sort { ($0.day, $0.rule) < ($1.day, $1.rule) }
  }

  /// Adds the days that stand in for others: at most one for a date.
  private mutating func substitute() {
    var servedDates: Set<Int> = []
    var servedRuns: Set<Int> = []
    for occurrence in occurrences {
      guard let shift = file.rules[occurrence.rule].substitute,
        !servedDates.contains(occurrence.day),
        !shift.isOnce || !servedRuns.contains(occurrence.run),
        let day = target(shift, of: occurrence)
      else { continue }
      servedDates.insert(occurrence.day)
      servedRuns.insert(occurrence.run)
      taken.insert(day)
      var extra = occurrence
      extra.day = day
      extra.name += " (observed)"
      extra.isExtra = true
      occurrences.append(extra)
    }
  }

  private func result(year: Int) -> [Holiday] {
    let first = CivilCalendar.dayNumber(year: year, month: 1, day: 1)
    let last = CivilCalendar.dayNumber(year: year, month: 12, day: 31)
    var found: [Holiday] = []
    var seen: Set<Int> = []
    let inOrder = occurrences.sorted { ($0.day, $0.rule) < ($1.day, $1.rule) }
    for occurrence in inOrder {
      seen.insert(occurrence.day)
      guard (first...last).contains(occurrence.day) else { continue }
      found.append(
        Holiday(
          date: CivilDate(dayNumber: occurrence.day), name: occurrence.name,
          isEstimated: occurrence.isEstimated))
    }
    for occurrence in inOrder where occurrence.isEstimated && !occurrence.isExtra {
      for day in [occurrence.day - 1, occurrence.day + 1]
      where (first...last).contains(day) && seen.insert(day).inserted {
        found.append(
          Holiday(
            date: CivilDate(dayNumber: day), name: occurrence.name, isEstimated: true,
            isNeighbour: true))
      }
    }
    return found.sorted { ($0.date, $0.name) < ($1.date, $1.name) }
  }
}
