import CommandLineKit
import Liaison

/// What pausing, resuming and stopping a campaign share.
struct CampaignStateChange {
  private let state: CampaignRecord.State

  init(_ state: CampaignRecord.State) { self.state = state }

  func run(_ name: String, _ terminal: Terminal) throws -> ExitCode {
    let surroundings = try Surroundings(terminal)
    let record = try surroundings.launched(name)
    let who = Surroundings.who(terminal)
    let now = Surroundings.now()
    var replanned = 0
    var changed = false
    if state == .running {
      let report = try surroundings.sendDesk(terminal).resume(record, by: who, at: now)
      (changed, replanned) = (report.changed, report.replanned)
    } else {
      changed = try surroundings.store.setState(state, of: record, by: who, at: now)
    }
    guard changed || record.state == state else {
      throw Failure(
        .usage, "the campaign '\(name)' was stopped and stays so",
        hint: "copy campaigns/\(name).json5 to a new name to begin again")
    }
    if terminal.wantsJSON {
      try terminal.json(["campaign": name, "state": state.rawValue])
    } else {
      terminal.print("'\(name)' is \(state.rawValue)\(changed ? "" : " already").")
      if replanned > 0 {
        terminal.print(
          "\(replanned) message\(replanned == 1 ? "" : "s") fell due meanwhile and "
            + "\(replanned == 1 ? "was" : "were") planned anew, each at its own minute: liaison plan"
        )
      }
    }
    return .done
  }
}
