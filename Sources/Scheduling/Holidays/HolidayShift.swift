/// What becomes of a holiday that falls on an unlucky day: the clauses of `moved` or `substitute`.
///
/// Written `Sat-Sun to next working day`; several clauses are separated by `;`, and the first one
/// that fits counts.
struct HolidayShift: Hashable, Sendable {
  struct Clause: Hashable, Sendable {
    var trigger: Trigger
    /// Bit 0 for Monday to bit 6 for Sunday.
    var days: UInt8
    var target: Target
  }

  enum Trigger: Hashable, Sendable {
    /// It falls on one of the days of the week.
    case weekday
    /// Another holiday falls on the same date.
    case holiday
    /// Another holiday falls on the same date, the day before or the day after.
    case nearHoliday
  }

  enum Target: Hashable, Sendable {
    case nextWorkingDay
    case previousWorkingDay
    case next(weekday: Int)
    case previous(weekday: Int)
  }

  let clauses: [Clause]

  /// Whether a holiday of several days gets one substitute at most.
  let isOnce: Bool

  /// Reads the clauses.
  init(_ text: String) throws(HolidayRuleFault) {
    var text = text[...]
    isOnce = text.hasPrefix("once ")
    if isOnce { text = text.dropFirst(5) }
    var clauses: [Clause] = []
    for part in text.split(separator: ";", omittingEmptySubsequences: false) {
      clauses.append(try Self.clause(String(part)))
    }
    self.clauses = clauses
  }

  /// Where the first clause that fits leads.
  func target(onWeekday weekday: Int, isHoliday: Bool, isNearHoliday: Bool) -> Target? {
    clauses.first { clause in
      guard clause.days & 1 << UInt8(weekday) != 0 else { return false }
      return switch clause.trigger {
      case .weekday: true
      case .holiday: isHoliday
      case .nearHoliday: isNearHoliday
      }
    }?.target
  }

  private static func clause(_ text: String) throws(HolidayRuleFault) -> Clause {
    var words = RuleWords(text)
    let trigger: Trigger =
      words.take("near", "holiday") ? .nearHoliday : words.take("holiday") ? .holiday : .weekday
    var days: UInt8 = 0b111_1111
    if trigger == .weekday || words.rest.first != "to" {
      days = try Self.days(words.next() ?? "")
    }
    guard words.take("to"), let target = target(&words), words.rest.isEmpty else {
      throw HolidayRuleFault(
        "“\(text)” should read like “Sat-Sun to next working day” or “Fri to previous Thu”")
    }
    return Clause(trigger: trigger, days: days, target: target)
  }

  private static func target(_ words: inout RuleWords) -> Target? {
    if words.take("next", "working", "day") { return .nextWorkingDay }
    if words.take("previous", "working", "day") { return .previousWorkingDay }
    if words.take("next") { return words.weekday().map { .next(weekday: $0) } }
    if words.take("previous") { return words.weekday().map { .previous(weekday: $0) } }
    return nil
  }

  /// Reads days of the week, as in a window.
  static func days(_ text: String) throws(HolidayRuleFault) -> UInt8 {
    do {
      return try SendWindow.days(text[...], in: text)
    } catch {
      throw HolidayRuleFault("“\(text)” is not days of the week such as Mon, Sat-Sun or Mon,Wed")
    }
  }
}
