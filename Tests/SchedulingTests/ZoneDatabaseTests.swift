import Foundation
import Testing

@testable import Scheduling

@Suite struct ZoneDatabaseTests {
  private let utc = TZifBuilder(types: [(0, false, "UTC")], footer: "UTC0")
  private let east = TZifBuilder(types: [(7_200, false, "EET")], footer: "EET-2")

  @Test func theListOfTheFolderNamesZonesLinksAndVersion() throws {
    let folder = try TemporaryFolder()
    let source = """
      # version 2025b
      # redo posix_only
      R A 1916 o - Jun 14 23s 1 S
      Z Test/East 2 - EET
      1 - CET
      Z Test/Lost 2 - EET
      L Test/East Old_East
      L Test/East ../../etc/passwd
      L Test/Nowhere Test/Dangling

      Z
      """
    try folder.write(Array(source.utf8), to: "tzdata.zi")
    try folder.write(east.bytes, to: "Test/East")
    try folder.write(utc.bytes, to: "Test/Unlisted")
    let database = try ZoneDatabase(folder: folder.path)
    #expect(database.source == .folder(folder.path))
    #expect(database.version == "2025b")
    #expect(database.names == ["Old_East", "Test/Dangling", "Test/East", "Test/Lost"])

    #expect(try database.zone(listed: "Test/East").offset(at: 0) == 7_200)
    // Without a file of its own, the link is read from the file that it stands for.
    let link = try database.zone(listed: "Old_East")
    #expect(link.name == "Old_East" && link.offset(at: 0) == 7_200)

    #expect(throws: ZoneError.notListed(name: "Test/Unlisted", source: folder.path)) {
      try database.zone(listed: "Test/Unlisted")
    }
    for name in ["Test/Lost", "Test/Dangling"] {
      let error = #expect(throws: ZoneError.self) { try database.zone(listed: name) }
      #expect(error?.description.contains("\(folder.path)/\(name) cannot be read") == true)
    }
  }

  @Test func withoutAListTheFilesAreTheNames() throws {
    let folder = try TemporaryFolder()
    for name in ["UTC", "Test/East", "Test/Deep/Er", "posix/Test/East", "localtime"] {
      try folder.write(utc.bytes, to: name)
    }
    try folder.write(Array("2024a\n".utf8), to: "+VERSION")
    try folder.write(Array("not a zone".utf8), to: "README")
    // A link that leads round in a circle is followed only so far.
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/Test/Loop", withDestinationPath: folder.path)
    let database = try ZoneDatabase(folder: folder.path)
    #expect(Set(["Test/Deep/Er", "Test/East", "UTC"]).isSubset(of: database.names))
    #expect(!database.names.contains { $0.hasPrefix("posix") || $0 == "README" })
    #expect(!database.names.contains("localtime"))
    #expect(database.version == "2024a")
  }

  @Test(arguments: ["+VERSION", "version"])
  func theReleaseIsReadFromTheFileThatHasIt(file: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(utc.bytes, to: "UTC")
    #expect(try ZoneDatabase(folder: folder.path).version == nil)
    try folder.write(Array("2023c\n".utf8), to: file)
    #expect(try ZoneDatabase(folder: folder.path).version == "2023c")
    try folder.write(Array("no release\n".utf8), to: file)
    #expect(try ZoneDatabase(folder: folder.path).version == nil)
  }

  @Test func aConfiguredFolderIsNeverReplacedSilently() throws {
    let folder = try TemporaryFolder()
    #expect(throws: ZoneError.noZones(path: folder.path)) { try ZoneDatabase(folder: folder.path) }
    let absent = "\(folder.path)/absent"
    let error = #expect(throws: ZoneError.self) { try ZoneDatabase(folder: absent) }
    #expect(error?.description.contains("\(absent) cannot be read") == true)
    try folder.write([1, 2, 3], to: "file")
    #expect(throws: ZoneError.self) { try ZoneDatabase(folder: "\(folder.path)/file") }
  }

  @Test func theFirstUsableFolderOfTheSystemIsTaken() throws {
    let folder = try TemporaryFolder()
    try folder.write(utc.bytes, to: "second/UTC")
    let second = "\(folder.path)/second"
    let database = try ZoneDatabase(
      folder: nil, systemFolders: ["\(folder.path)/first", folder.path + "/none", second])
    #expect(database.source == .folder(second))
    #expect(database.version == nil)
  }

  @Test func withoutAnyFolderFoundationAnswers() throws {
    // This test program links all of Foundation, so it has the data.
    let database = try ZoneDatabase(folder: nil, systemFolders: ["/nonexistent"])
    #expect(database.source == .foundation)
    // It was built with some release, which no package can update.
    #expect(database.version.flatMap { ZoneRelease($0)?.year } ?? 0 >= 2_020)
    let zone = try database.zone(TimeZoneName("Asia/Kathmandu", in: database))
    #expect(zone.offset(at: 1_800_000_000) == 20_700)
    let berlin = try database.zone(TimeZoneName("Europe/Berlin", in: database))
    // 2026-03-29T01:00:00Z
    #expect(berlin.offset(at: 1_774_745_999) == 3_600)
    #expect(berlin.offset(at: 1_774_746_000) == 7_200)
    #expect(berlin.isDaylightSaving(at: 1_774_746_000))
    for name in ["IST", "EST", "GMT+2", "europe/berlin", "Europe/Nowhere", "+02:00", ""] {
      #expect(throws: TimeZoneNameError.self) { try TimeZoneName(name, in: database) }
    }
  }

  @Test func aDamagedFileIsNamed() throws {
    let folder = try TemporaryFolder()
    try folder.write(utc.bytes, to: "UTC")
    try folder.write(Array(utc.bytes.dropLast(3)), to: "Test/Cut")
    try folder.write(
      Array("Z Test/Cut 0 - UTC\nZ UTC 0 - UTC\nZ Test 0 - UTC\n".utf8), to: "tzdata.zi")
    let database = try ZoneDatabase(folder: folder.path)
    #expect(
      throws: ZoneError.malformed(
        name: "Test/Cut", path: "\(folder.path)/Test/Cut",
        reason: "its last line is not a POSIX time zone rule")
    ) { try database.zone(listed: "Test/Cut") }
    // A folder where a file should be.
    #expect(throws: ZoneError.self) { try database.zone(listed: "Test") }
    #expect(try database.zone(listed: "UTC").offset(at: 0) == 0)
  }

  @Test func aZoneThatHasLeftTheDataGivesAnError() throws {
    let folder = try TemporaryFolder()
    try folder.write(utc.bytes, to: "old/UTC")
    try folder.write(east.bytes, to: "old/Test/East")
    try folder.write(utc.bytes, to: "new/UTC")
    let old = try ZoneDatabase(folder: "\(folder.path)/old")
    let new = try ZoneDatabase(folder: "\(folder.path)/new")
    let name = try TimeZoneName("Test/East", in: old)
    #expect(try old.zone(name).offset(at: 0) == 7_200)
    #expect(throws: ZoneError.notListed(name: "Test/East", source: "\(folder.path)/new")) {
      try new.zone(name)
    }
  }

  @Test func threadsMayShareIt() async throws {
    let database = try ZoneDatabase()
    let names = ["Europe/Berlin", "Asia/Kolkata", "America/New_York", "UTC"].filter(database.lists)
    try await withThrowingTaskGroup(of: Int.self) { group in
      for index in 0..<64 {
        group.addTask {
          try database.zone(listed: names[index % names.count]).offset(at: 1_800_000_000)
        }
      }
      var offsets: Set<Int> = []
      for try await offset in group { offsets.insert(offset) }
      #expect(offsets.count == names.count)
    }
  }

  @Test func everyListedZoneOfThisMachineIsRead() throws {
    let database = try ZoneDatabase()
    for name in database.names {
      let zone = try database.zone(listed: name)
      #expect((-50_400...50_400).contains(zone.offset(at: 1_800_000_000)), "\(name)")
    }
  }
}
