extension SendWindow {
  /// When creators and most others may be written to: Mon-Fri 10:00-18:00.
  public static let usual = SendWindow(through: .friday, hours: 10..<18)

  /// When media may be written to: Mon-Thu 08:00-11:00.
  ///
  /// Editors plan their day in the morning, and Friday is often taken by the week-end issue.
  public static let usualForMedia = SendWindow(through: .thursday, hours: 8..<11)

  /// When media may be written to in markets where their day begins earlier or later.
  public static let usualForMediaByMarket = [
    "US": SendWindow(through: .thursday, hours: 9..<11),
    "GB": SendWindow(through: .thursday, hours: 7..<10),
  ]

  /// Where Friday is of the week-end: Sun-Thu 09:00-12:00.
  public static let usualWithoutFriday = SendWindow(
    days: usualForMedia.days | sunday, openings: [9 * 3_600..<12 * 3_600])

  /// When a team has time to talk where it says nothing else: Mon-Fri 09:00-17:00, on its own clock.
  public static let officeHours = SendWindow(through: .friday, hours: 9..<17)

  private static let sunday: UInt8 = 1 << 6

  /// From Monday to a day, in whole hours.
  private init(through last: Weekday, hours: Range<Int>) {
    self.init(
      days: 1 << UInt8(last.rawValue) - 1,
      openings: [hours.lowerBound * 3_600..<hours.upperBound * 3_600])
  }
}
