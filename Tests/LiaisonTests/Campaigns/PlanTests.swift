import Scheduling
import Testing

@testable import Liaison

/// What the plan says of attempts that wait.
struct PlanTests {
  @Test func `a window changed after the launch moves what is shown into it`() throws {
    let office = try Office()
    try office.launch()
    try office.folder.write(
      Office.campaign(["me"], window: "Mon-Fri 06:00-06:15"), to: "campaigns/spring.json5")
    try office.launch { $0.approve = true }
    let desk = try SendDesk(
      workspace: office.workspace, store: office.store, zones: office.zones,
      linter: office.linter, environment: [:])
    let plan = try desk.plan(from: office.now, to: office.now.adding(seconds: 30 * 86_400))
    #expect(plan.entries.count == 4)
    for entry in plan.entries { #expect(entry.theirTime.contains(" 06:"), "\(entry)") }
  }
}
