/// Looks for times at which two people can talk, each in their own working hours.
///
/// Equal inputs give equal times, so a preview offers what is sent.
public struct MeetingSearch: Sendable {
  /// The first working day that is offered, counted from the day of asking, on both calendars.
  public static let firstWorkingDay = 2

  /// The last working day that is offered, on the calendar of whoever is asked.
  public static let lastWorkingDay = 10

  /// A meeting begins at a full or half hour of their clock.
  private static let grid: Int64 = 1_800

  private let theirs: MeetingHours
  private let ours: MeetingHours
  private let length: Int64

  /// A search for meetings of so many minutes, from 1 to 1,440.
  public init(theirs: MeetingHours, ours: MeetingHours, minutes: Int) {
    self.theirs = theirs
    self.ours = ours
    length = Int64(min(max(minutes, 1), 1_440)) * 60
  }

  /// The next times, at most so many, in order and each on a day of its own for both sides.
  ///
  /// They begin with the second working day after the date of the instant, by both calendars, and
  /// end with their tenth. The first is the earliest of its day, and each further one comes later
  /// in its day, so that a person who is never free in the morning has a choice.
  public func times(_ count: Int, after instant: Instant) -> [Range<Instant>] {
    guard count > 0, let earliest = theirs.workingDay(Self.firstWorkingDay, after: instant),
      let ourEarliest = ours.workingDay(Self.firstWorkingDay, after: instant),
      let last = theirs.workingDay(Self.lastWorkingDay, after: instant)
    else { return [] }
    var found: [Range<Instant>] = []
    var ourDates: Set<CivilDate> = []
    var date = earliest
    while date <= last, found.count < count {
      let starts = starts(on: date).filter {
        let ourDate = ours.zone.date(at: Instant(seconds: $0))
        return ourDate >= ourEarliest && !ourDates.contains(ourDate)
      }
      if !starts.isEmpty {
        let start = Instant(seconds: starts[starts.count * found.count / count])
        found.append(start..<start.adding(seconds: length))
        ourDates.insert(ours.zone.date(at: start))
      }
      date = date.adding(days: 1)
    }
    return found
  }

  /// When a meeting may begin on a date of theirs.
  private func starts(on date: CivilDate) -> [Int64] {
    let ourStretches = ours.stretches(around: date)
    return theirs.stretches(on: date).flatMap { stretch -> [Int64] in
      ourStretches.flatMap { other -> [Int64] in
        guard stretch.overlaps(other) else { return [] }
        return starts(in: stretch.clamped(to: other))
      }
    }.sorted()
  }

  private func starts(in stretch: Range<Int64>) -> [Int64] {
    var found: [Int64] = []
    var time = stretch.lowerBound
    while time + length <= stretch.upperBound {
      // Asked each time, since the clocks may change within the stretch.
      let local = time + Int64(theirs.zone.offset(at: time))
      let past = (local % Self.grid + Self.grid) % Self.grid
      if past == 0 { found.append(time) }
      time += Self.grid - past
    }
    return found
  }
}
