/// A market's rules for its holidays, as one data file holds them.
///
/// The form is described at the head of each shipped file.
struct HolidayFile: Hashable, Sendable {
  /// The market's two-letter code.
  var country = ""

  /// Its English name.
  var name = ""

  /// The days of the week-end; bit 0 is Monday.
  var weekend: UInt8 = 0b110_0000

  /// The days that laws on substitutes take for days of rest; mostly the week-end.
  var rest: UInt8 = 0b110_0000

  /// What the rules cannot know, for people.
  var notCovered: [String] = []

  /// From that date there are no holidays until further notice.
  var suspendedSince: CivilDate?

  var rules: [HolidayRule] = []

  /// Reads a file.
  init(json5 bytes: [UInt8], path: String) throws(HolidayFileError) {
    do {
      var fields = try HolidayFields(JSON5Reader.read(bytes))
      country = try fields.text("country") { text in
        text.utf8.count == 2 && text.utf8.allSatisfy(\.isASCIIUppercase)
          ? text : nil
      }
      name = try fields.text("name")
      weekend = try fields.days("weekend") ?? weekend
      rest = try fields.days("rest") ?? weekend
      notCovered = try fields.texts("notCovered") ?? []
      suspendedSince = try fields.date("suspendedSince")
      for value in try fields.list("holidays") {
        rules.append(try Self.rule(value))
      }
      try fields.finish()
    } catch {
      throw HolidayFileError(path: path, line: error.line, reason: error.reason)
    }
  }

  private static func rule(_ value: JSON5Value) throws(JSON5Fault) -> HolidayRule {
    var fields = try HolidayFields(value)
    let name = try fields.text("name")
    let dates = try fields.dates("dates")
    var written = try fields.parsed("on", HolidayDay.init)
    if let dates { written = HolidayDay(kind: .listed(dates.map(\.dayNumber)), offset: 0) }
    guard let day = written else { return try fields.missing("on") }
    var rule = HolidayRule(name: name, day: day, isEstimated: day.dependsOnMoonSighting)
    rule.length = try fields.number("days", 1...31) ?? 1
    rule.workingDays = try fields.number("workingDays", 1...20)
    rule.weekdays = try fields.days("if") ?? rule.weekdays
    rule.moved = try fields.parsed("moved", HolidayShift.init)
    rule.substitute = try fields.parsed("substitute", HolidayShift.init)
    rule.first = try fields.number("from", 1...9_999)
    rule.last = try fields.number("until", 1...9_999)
    rule.every = try fields.number("every", 1...100)
    if rule.every != nil, rule.first == nil { return try fields.missing("from") }
    rule.years = try fields.numbers("years").map(Set.init)
    rule.isEstimated = try fields.flag("estimated") ?? rule.isEstimated
    try fields.finish()
    return rule
  }
}
