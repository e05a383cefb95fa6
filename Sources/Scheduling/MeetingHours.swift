/// The hours in which one side of a meeting can talk, on its own clock and working days.
public struct MeetingHours: Sendable {
  private let window: SendWindow
  private let ramadan: SendWindow?
  private let closed: ClosedDays
  private let workingDays: WorkingDays

  /// The clock of that side.
  public let zone: Zone

  /// Makes the hours of a side.
  ///
  /// - Parameters:
  ///   - ramadan: The hours that hold instead in Ramadan; nil where they are the same.
  ///   - weekend: The days that are not counted as working days, whatever the window says.
  ///   - closed: Public holidays and other days on which nobody is there.
  public init(
    window: SendWindow, ramadan: SendWindow? = nil, zone: Zone, weekend: [Weekday],
    closed: ClosedDays
  ) {
    self.window = window
    self.ramadan = ramadan
    self.zone = zone
    self.closed = closed
    workingDays = WorkingDays(weekend: weekend, closed: { closed.contains($0) })
  }

  /// Why nobody is there on the date of an instant, such as a holiday; nil where it is a day as any.
  public func closedDay(at instant: Instant) -> String? {
    closed.name(on: zone.date(at: instant))
  }

  /// Whether the whole of a time lies in the hours, on a day that is not closed.
  public func contain(_ time: Range<Instant>) -> Bool {
    let seconds = time.lowerBound.seconds..<time.upperBound.secondsRoundedUp
    return stretches(around: zone.date(at: time.lowerBound)).contains { stretch in
      stretch.lowerBound <= seconds.lowerBound && seconds.upperBound <= stretch.upperBound
    }
  }

  /// The n-th working day after the date of an instant; nil where none comes for a year.
  func workingDay(_ number: Int, after instant: Instant) -> CivilDate? {
    workingDays.day(number, after: zone.date(at: instant))
  }

  /// When the hours of a date are, in seconds since 1970 UTC.
  ///
  /// Where several zones come in question they are those in common; the wide hours that a message
  /// may use there are no working hours.
  func stretches(on date: CivilDate) -> [Range<Int64>] {
    guard !closed.contains(date) else { return [] }
    var window = window
    if let ramadan, Ramadan.contains(date) { window = ramadan }
    if zone.isOnly { return window.openStretches(on: date, in: zone)?.all ?? [] }
    let common = window.commonHours(on: date, in: zone, closed: closed.contains)
    return common.isWidened ? [] : common.stretches?.all ?? []
  }

  /// When the hours of a date and of its neighbours are: all that another clock's date can touch.
  func stretches(around date: CivilDate) -> [Range<Int64>] {
    (-1...1).flatMap { stretches(on: date.adding(days: $0)) }
  }
}
