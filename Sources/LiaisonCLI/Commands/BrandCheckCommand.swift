import CommandLineKit
import Liaison

struct BrandCheckCommand: Command {
  static let path = ["brand", "check"]
  static let summary = "Score how well you can answer what creators ask first."
  static let details = """
    Reads brand/answers.json5 and the brand in liaison.json5, and names each gap with the place of \
    the answer and an example. Payment and delivery are asked for each country in your list. A first \
    touch is not launched below the bar, unless somebody overrides the rule \
    campaign.brand-readiness with a reason. Exit code 1 below the bar.
    """

  init() {}

  func run(_ terminal: Terminal) throws -> ExitCode {
    let surroundings = try Surroundings(terminal, .read)
    let readiness = try surroundings.workspace.brandReadiness(for: surroundings.store)
    let code: ExitCode = readiness.isEnough ? .done : .findings
    if terminal.wantsJSON {
      try terminal.json(readiness)
      return code
    }
    var table = Table([.init("points"), .init("question"), .init("gap")])
    for answer in readiness.answers {
      table.add(["\(answer.points)/\(answer.outOf)", answer.question.question, answer.gap ?? ""])
    }
    terminal.print(table)
    for gap in readiness.gaps {
      terminal.print()
      terminal.print(terminal.style.bold(gap.question.question))
      terminal.print("  goes into \(gap.question.place)")
      terminal.print("  for example: \(gap.question.example)")
    }
    terminal.print()
    terminal.print(
      "\(readiness.score) of 100 points; a first touch needs \(readiness.bar)."
        + (readiness.isEnough ? "" : " Fill the gaps before you launch."))
    return code
  }
}
