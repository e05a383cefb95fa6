import Testing

@testable import Templating

@Suite struct UnknownNameTests {
  private let known = ["first_name", "last_name", "full_name", "channel", "brand", "salutation"]

  @Test(arguments: [
    ("firstname", "first_name"), ("First-Name", "first_name"), ("frist_name", "first_name"),
    ("chanel", "channel"), ("brnad", "brand"), ("salutaion", "salutation"),
  ])
  func `a slip finds its name`(name: String, suggestion: String) {
    #expect(UnknownName.nearest(to: name, among: known) == suggestion)
  }

  @Test(arguments: ["recent_work", "x", "", "zzzzz", String(repeating: "a", count: 10_000)])
  func `another word finds none`(name: String) {
    #expect(UnknownName.nearest(to: name, among: known) == nil)
  }
}
