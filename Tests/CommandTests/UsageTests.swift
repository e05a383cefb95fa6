import Foundation
import Testing

/// What somebody sees who does not know the command line yet, or mistypes.
@Suite struct UsageTests {
  private func run(_ arguments: [String]) throws -> LiaisonProcess.Result {
    try LiaisonProcess.run(arguments, in: .temporaryDirectory)
  }

  @Test func `the version stands on one line`() throws {
    let plain = try run(["--version"])
    #expect(plain.exitCode == 0)
    #expect(plain.output.wholeMatch(of: /liaison \d+\.\d+\.\d+\n/) != nil)
    #expect(try run(["--version", "--json"]).json()["version"].exists)
  }

  @Test func `the overview is as it was`() throws {
    let help = try run(["--help"])
    #expect(help.exitCode == 0)
    try Golden.expect(help.output, is: "overview.txt")
    #expect(try run(["help"]).output == help.output)
  }

  @Test func `a bare program or noun shows what could follow, on standard error`() throws {
    let bare = try run([])
    #expect(bare.exitCode == 64)
    #expect(bare.output.isEmpty)
    #expect(bare.errors.hasPrefix("Usage: liaison COMMAND"))
    let noun = try run(["campaign"])
    #expect(noun.exitCode == 64)
    #expect(noun.output.isEmpty)
    try Golden.expect(noun.errors, is: "campaign.txt")
  }

  static let slips: [(line: String, errors: String)] = [
    (
      "campain",
      """
      error: there is no command "campain"
        did you mean "campaign"? "liaison --help" shows what there is
      """
    ),
    (
      "campaign lanch spring",
      """
      error: "campaign" has no verb "lanch"
        did you mean "campaign launch"? "liaison campaign --help" shows what there is
      """
    ),
    (
      "launch spring",
      """
      error: there is no command "launch"
        did you mean "campaign launch"? "liaison --help" shows what there is
      """
    ),
    (
      "plan --dayz 3",
      """
      error: there is no option --dayz
        did you mean "--days"? "liaison plan --help" shows what there is
      """
    ),
    (
      "plan --days",
      """
      error: --days needs a value: --days NUMBER
        "liaison plan --help" shows what there is
      """
    ),
    (
      "plan --days soon",
      """
      error: --days must be a whole number, not "soon"
        "liaison plan --help" shows what there is
      """
    ),
    (
      "plan --at tomorrow",
      """
      error: --at must be an instant such as 2026-11-24T10:00:00Z, not "tomorrow"
        "liaison plan --help" shows what there is
      """
    ),
    (
      "preview spring",
      """
      error: CONTACT is missing
        "liaison preview --help" shows what there is
      """
    ),
    (
      "stats --live",
      """
      error: there is no option --live
        "liaison stats --help" shows what there is
      """
    ),
    (
      "init one two",
      """
      error: there is one argument too many: "two"
        "liaison init --help" shows what there is
      """
    ),
  ]

  @Test(arguments: slips)
  func `a slip is named, with what was probably meant`(line: String, errors: String) throws {
    let words = line.split(separator: " ").map(String.init)
    let result = try run(words)
    #expect(result.exitCode == 64)
    #expect(result.output.isEmpty)
    #expect(result.errors == errors + "\n")
    let document = try run(words + ["--json"])
    #expect(document.exitCode == 64)
    #expect(document.errors.isEmpty)
    let message = try document.json()["error"]["message"].string ?? ""
    #expect(errors.hasPrefix("error: \(message)\n"))
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `each shell gets a completion script that it can read`(shell: String) throws {
    let result = try run(["completion", shell])
    #expect(result.exitCode == 0)
    #expect(result.output.contains("campaign"))
    let program = URL(filePath: "/usr/bin/\(shell)")
    guard FileManager.default.isExecutableFile(atPath: program.path) else {
      print("\(shell) is not installed: its script is not read")
      return
    }
    let read = try LiaisonProcess(
      ["-n", "/dev/stdin"], in: .temporaryDirectory, input: result.outputBytes, program: program
    ).finish()
    #expect(read.exitCode == 0 && read.errors.isEmpty, "\(read)")
  }
}
