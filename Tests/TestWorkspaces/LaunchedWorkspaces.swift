import Foundation
import Synchronization

/// Workspaces with the campaign launched and due, made once for each list of prospects and copied
/// for each test; making one takes longer than most tests.
package final class LaunchedWorkspaces: Sendable {
  package static let shared = LaunchedWorkspaces()

  private let made = Mutex<[String: ScratchWorkspace]>([:])

  private init() {
    // The process ends by `exit`, which ends no object.
    atexit { LaunchedWorkspaces.shared.made.withLock { $0 = [:] } }
  }

  /// A copy of the workspace with these prospects, or the example ones.
  package func copy(prospects: String?) throws -> ScratchWorkspace {
    try made.withLock { made in
      if let found = made[prospects ?? ""] { return try ScratchWorkspace(copyOf: found) }
      let workspace = try Self.launch(prospects)
      made[prospects ?? ""] = workspace
      return try ScratchWorkspace(copyOf: workspace)
    }
  }

  private static func launch(_ prospects: String?) throws -> ScratchWorkspace {
    let workspace = try ScratchWorkspace()
    try workspace.openWindow()
    if let prospects { try workspace.write(prospects, to: "prospects.csv") }
    for command in [["import", "prospects.csv"], ["campaign", "launch", "spring"]] {
      let done = try LiaisonProcess.run(command, in: workspace.folder, timeout: 3600)
      guard done.exitCode == 0 else { throw ScratchWorkspace.Failed("\(command): \(done)") }
    }
    try workspace.sql("UPDATE attempt SET due_at = 0")
    return workspace
  }
}
