/// What is wrong with a rule, as a sentence without its place.
struct HolidayRuleFault: Error, Hashable {
  let reason: String

  init(_ reason: String) { self.reason = reason }
}
