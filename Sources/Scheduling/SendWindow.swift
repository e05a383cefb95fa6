/// The days and hours, on the recipient's wall clock, in which a message may be sent.
///
/// Written as `Mon-Fri 10:00-18:00` or `Sun-Thu 09:00-12:00,13:00-17:00`; encoded so too. Two
/// windows are equal where they hold at the same times, however they were written.
public struct SendWindow: Hashable, Sendable {
  /// How far ahead an opening is looked for, in days.
  public static let horizonDays = 400

  /// Bit 0 for Monday to bit 6 for Sunday.
  let days: UInt8

  /// Seconds since 00:00, half open, in order, with time between them.
  let openings: [Range<Int>]

  /// Reads a window: days, one space, and ranges of hours.
  ///
  /// Days are a comma list of `Mon` … `Sun` or `A-B`, which may pass Sunday (`Sun-Thu`). Hours are a
  /// comma list of `HH:MM-HH:MM`, the end excluded, at most `24:00`. Throws ``SendWindowError``.
  public init(_ text: String) throws(SendWindowError) {
    let parts = text.trimmingASCIISpace().split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 2 else { throw .shape(text) }
    days = try Self.days(parts[0], in: text)
    openings = try Self.openings(parts[1], in: text)
  }

  init(days: UInt8, openings: [Range<Int>]) {
    self.days = days
    self.openings = openings
  }

  /// The window on its other days; nil where none remains.
  public func without(_ weekdays: some Sequence<Weekday>) -> SendWindow? {
    let rest = weekdays.reduce(days) { $0 & ~(1 << UInt8($1.rawValue - 1)) }
    return rest == 0 ? nil : SendWindow(days: rest, openings: openings)
  }

  /// The same days with other hours: seconds since 00:00, half open.
  init(_ window: SendWindow, hours: Range<Int>) {
    days = window.days
    openings = [hours]
  }

  /// The days of the week, from Monday.
  public var weekdays: [Weekday] {
    Weekday.allCases.filter { has(weekdayIndex: $0.rawValue - 1) }
  }

  /// The open hours of a day in minutes since 00:00, half open, in order.
  public var hours: [Range<Int>] {
    openings.map { $0.lowerBound / 60..<$0.upperBound / 60 }
  }

  /// Whether the window has that day of the week; Monday is 0.
  @inline(__always)
  func has(weekdayIndex index: Int) -> Bool {
    days & (1 << UInt8(truncatingIfNeeded: index)) != 0
  }
}

extension SendWindow: CustomStringConvertible {
  /// The window in its shortest form, such as `Sun-Thu 09:00-17:00`.
  public var description: String {
    let hours = hours.map { range in
      "\(clockText(minutes: range.lowerBound))-\(clockText(minutes: range.upperBound))"
    }
    return "\(daysText) \(hours.joined(separator: ","))"
  }

  private var daysText: String {
    if weekdays.count == 7 { return "Mon-Sun" }
    var parts: [String] = []
    for day in 0..<7 where has(weekdayIndex: day) && !has(weekdayIndex: (day + 6) % 7) {
      var last = day
      while has(weekdayIndex: (last + 1) % 7) { last = (last + 1) % 7 }
      let name = Weekday.allCases[day].shortName
      parts.append(last == day ? name : "\(name)-\(Weekday.allCases[last].shortName)")
    }
    return parts.joined(separator: ",")
  }
}

extension SendWindow: Codable {
  /// Reads a window from its written form.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    do {
      self = try SendWindow(text)
    } catch {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: error.description)
    }
  }

  /// Writes the window in its shortest form.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
