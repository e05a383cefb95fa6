import CommandLineKit
import Testing

@Suite struct ReferenceTests {
  let reference = PostOffice.program.reference()

  @Test("The reference has a section for each command, in the order of the help")
  func sections() {
    let headings = reference.split(separator: "\n").filter { $0.hasPrefix("#") }
    #expect(
      headings == [
        "### Parcels", "#### `post parcel list [options]`",
        "#### `post parcel show [SIDE] [options]`",
        "#### `post weigh --grams N [UNIT] [options]`", "### Other commands",
        "#### `post ship FIRST [MORE…] [options]`", "#### `post break HOW [options]`",
        "#### `post help [COMMAND…] [options]`", "#### `post completion SHELL [options]`",
        "### Options of every command",
      ])
  }

  @Test("A section holds what the command takes, its paragraphs and its examples as code")
  func section() {
    #expect(
      reference.contains(
        """
        Sends parcels, the quickest way that was asked for and paid for.

        - `FIRST`: the parcel to begin with
        - `MORE…`: further parcels
        - `-s`, `--speed slow|fast|express`: how fast it goes (default: slow)
        - `-n`, `--limit NUMBER`: the most to send
        - `-l`, `--label TEXT`: what to write on it (may be repeated)
        - `-v`, `--live`: really send
        - `-q`, `--quiet`: say nothing

        Nothing leaves without --live. What is shown without it is what would leave, and it is shown in
        the order in which it would.

        Examples:

        ```sh
        post ship box.txt
        post ship --live --speed express *.txt
        ```

        """))
  }

  @Test("What Markdown would read as its own is escaped")
  func escaping() {
    struct Odd: Command {
      static let path = ["odd"]
      static let summary = "Takes <a> *star* and a_b."
      func run(_ terminal: Terminal) throws -> ExitCode { .done }
    }
    let program = Program(name: "x", version: "1", summary: "", commands: [Odd.self])
    #expect(program.reference().contains("Takes \\<a> \\*star\\* and a\\_b.\n"))
  }
}
