import Foundation
import Testing

@Suite struct BackupCommandTests {
  @Test func `a backup put back doubles nothing, and what went is settled by a person`() throws {
    let campaign = try DeliveryCampaign(people: 2)
    let workspace = campaign.workspace
    #expect(try workspace.run("backup", "monday.db").exitCode == 0)
    let mode = try FileManager.default.attributesOfItem(
      atPath: workspace.file("monday.db").path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
    #expect(try campaign.send().exitCode == 0)
    #expect(try campaign.ledger().count == 2)

    let restored = try workspace.run("restore", "monday.db", "--yes", "--json")
    #expect(restored.exitCode == 0, "\(restored)")
    let kept = try #require(try restored.json()["kept"].string)
    #expect(FileManager.default.fileExists(atPath: kept))
    let held = try workspace.run("send", "--live")
    #expect(held.exitCode == 78, "\(held)")
    #expect(held.errors.contains("liaison resolve --restored"), "\(held)")
    #expect(try workspace.run("send").exitCode == 78)
    #expect(try workspace.run("resolve", "--all", "--as", "sent").exitCode == 1)
    #expect(try workspace.run("plan").output.hasPrefix("nothing is sent: "))
    #expect(try workspace.run("doctor").output.contains("liaison resolve --restored"))

    let listed = try workspace.run("resolve", "--restored", "--yes", "--json")
    #expect(listed.exitCode == 1, "\(listed)")
    #expect(try listed.json()["unknown"].array.count == 2)
    #expect(try DeliveryCampaign.results(campaign.send()).isEmpty)
    // One of the two was due since 1970, so all its steps may have gone by now; all are settled.
    let settled = try workspace.run("resolve", "--all", "--as", "sent")
    #expect(settled.exitCode == 0, "\(settled)")
    _ = try campaign.send()
    #expect(try campaign.ledger().count == 2)
    #expect(try workspace.run("resolve").exitCode == 0)
  }

  @Test func `a copy made and put back by hand is found out`() throws {
    let campaign = try DeliveryCampaign(people: 1)
    let workspace = campaign.workspace
    try workspace.sql("PRAGMA wal_checkpoint(TRUNCATE)")
    let copy = try Data(contentsOf: workspace.file("liaison.db"))
    #expect(try campaign.send().exitCode == 0)
    try workspace.sql("PRAGMA wal_checkpoint(TRUNCATE)")
    try copy.write(to: workspace.file("liaison.db"))
    #expect(try campaign.send().exitCode == 78)
    #expect(try campaign.ledger().count == 1)
  }

  @Test func `a file is not replaced unasked, and no foreign file is put back`() throws {
    let workspace = try ScratchWorkspace()
    #expect(try workspace.run("backup", "one.db").exitCode == 0)
    #expect(try workspace.run("backup", "one.db").exitCode == 64)
    #expect(try workspace.run("backup", "one.db", "--force").exitCode == 0)
    #expect(try workspace.run("backup", "liaison.db", "--force").exitCode == 69)
    let before = try workspace.dump()
    try workspace.write("no database", to: "two.db")
    #expect(try workspace.run("restore", "two.db", "--yes").exitCode == 65)
    #expect(try workspace.run("restore", "three.db", "--yes").exitCode == 66)
    let other = try ScratchWorkspace()
    #expect(try other.run("backup", "\(workspace.folder.path)/other.db").exitCode == 0)
    #expect(try workspace.run("restore", "other.db", "--yes").exitCode == 65)
    // Nobody sits at a terminal to be asked.
    #expect(try workspace.run("restore", "one.db").exitCode != 0)
    #expect(try workspace.dump() == before)
    let left = try FileManager.default.contentsOfDirectory(atPath: workspace.folder.path)
    #expect(left.filter { $0.contains("partial") }.isEmpty, "\(left)")
  }
}
