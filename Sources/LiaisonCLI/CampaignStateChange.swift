import CommandLineKit
import Liaison

/// What pausing, resuming and stopping a campaign share.
struct CampaignStateChange {
  private let state: CampaignRecord.State

  init(_ state: CampaignRecord.State) { self.state = state }

  func run(_ name: String, _ terminal: Terminal) throws -> ExitCode {
    let surroundings = try Surroundings(terminal)
    let record = try surroundings.launched(name)
    let changed = try surroundings.store.setState(
      state, of: record, by: Surroundings.who(terminal), at: Surroundings.now())
    guard changed || record.state == state else {
      throw Failure(
        .usage, "the campaign '\(name)' was stopped and stays so",
        hint: "copy campaigns/\(name).json5 to a new name to begin again")
    }
    if terminal.wantsJSON {
      try terminal.json(["campaign": name, "state": state.rawValue])
    } else {
      terminal.print("'\(name)' is \(state.rawValue)\(changed ? "" : " already").")
    }
    return .done
  }
}
