import Foundation
import TestWorkspaces
import Testing

/// A disk that really is full, with so many kilobytes left.
@Suite struct FullDiskTests {
  /// In a file system of its own, seen by nobody else: copies the workspace there, fills it up but
  /// for some kilobytes, sends, makes room again, and copies the workspace back.
  private static let script = """
    mount -t tmpfs -o size=16m none "$1" && cp -a . "$1" && home=$PWD && cd "$1" || exit 125
    left=$(df -k --output=avail . | tail -n 1)
    head -c $(((left - $2) * 1024)) /dev/zero >filler || exit 125
    "$3" send --live --json >"$home/../sent"; code=$?
    rm filler; cp -a . "$home"; exit $code
    """

  @Test(arguments: Round.isFull ? [0, 8, 40, 100, 200, 300, 500, 1000] : [0, 40, 300])
  func `what cannot be written down is not sent`(kilobytes: Int) throws {
    let campaign = try FaultCampaign(people: 20)
    let workspace = campaign.workspace
    let disk = workspace.surroundings.appendingPathComponent("disk")
    try FileManager.default.createDirectory(at: disk, withIntermediateDirectories: true)
    let sent = try LiaisonProcess(
      [
        geteuid() == 0 ? "-m" : "-rm", "sh", "-c", Self.script, "sh", disk.path, "\(kilobytes)",
        LiaisonProcess.binary.path,
      ], in: workspace.folder, program: URL(filePath: "/usr/bin/unshare")
    ).finish(within: 120)
    guard sent.exitCode != 125, !sent.errors.contains("unshare") else {
      print("skipped: a small disk cannot be mounted here: \(sent.errors)")
      return
    }
    let comment: Comment = "\(kilobytes) kilobytes left: \(sent)"
    #expect([0, 69].contains(sent.exitCode), comment)
    #expect(try campaign.contradictions(whileRunning: true) == [], comment)
    if sent.exitCode == 69 { #expect(campaign.server.ledger.count < 20, comment) }
    try campaign.expectEverybodyIsWrittenToOnce(comment)
  }
}
