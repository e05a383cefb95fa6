import Testing

@testable import CommandLineKit

@Suite struct HelpTests {
  @Test("The help of a command shows everything that its table holds")
  func command() {
    #expect(
      PostOffice.program.help(for: ["ship"]) == """
        Usage: post ship FIRST [MORE…] [options]

        Sends parcels, the quickest way that was asked for and paid for.

        Arguments:
          FIRST  the parcel to begin with
          MORE…  further parcels

        Options:
          -s, --speed slow|fast|express
                              how fast it goes (default: slow)
          -n, --limit NUMBER  the most to send
          -l, --label TEXT    what to write on it (may be repeated)
          -v, --live          really send
          -q, --quiet         say nothing

        Options of every command:
          -O, --office DIR  the office to work in
              --json        print one JSON document, errors included
              --no-color    print no colours
          -h, --help        show this help

        Nothing leaves without --live. What is shown without it is what would leave, and
        it is shown in the order in which it would.

        Examples:

          post ship box.txt
          post ship --live --speed express *.txt
        """)
  }

  @Test("Choices are listed where the value has a name of its own, and required options are named")
  func notes() {
    let weigh = PostOffice.program.help(for: ["weigh"])
    #expect(weigh.hasPrefix("Usage: post weigh --grams N [UNIT] [options]\n"))
    #expect(weigh.contains("what the scales say (required)\n"))
    #expect(weigh.contains("the unit to print (default: g)\n"))
    let show = PostOffice.program.help(for: ["parcel", "show"])
    #expect(show.contains("SIDE  the side to look at (top, bottom)\n"))
  }

  @Test("The program's help lists its groups, and what is in none of them last")
  func overview() {
    #expect(
      PostOffice.program.help(for: []) == """
        Usage: post COMMAND [options]

        Carries parcels.

        Parcels:
          parcel list  Lists parcels.
          parcel show  Shows a parcel.
          weigh        Weighs one parcel.

        Other commands:
          ship        Sends parcels, the quickest way that was asked for and paid for.
          break       Fails.
          help        Show what a command does and takes.
          completion  Print a script that completes commands and options in a shell.

        Options of every command:
          -O, --office DIR  the office to work in
              --json        print one JSON document, errors included
              --no-color    print no colours
          -h, --help        show this help

        Options of post itself:
              --version  show the version of post

        "post COMMAND --help" tells more about one of them.
        """)
  }

  @Test("Help fits the width of the terminal", arguments: [40, 60, 80, 100])
  func width(columns: Int) {
    for path in [[], ["ship"], ["weigh"], ["parcel", "list"]] {
      let text = PostOffice.program.help(for: path, width: columns)
      for line in text.split(separator: "\n") {
        #expect(DisplayWidth.of(String(line)) <= columns, "\(line)")
      }
    }
  }

  @Test("On a terminal titles are bold, and they line up as in plain text")
  func colours() {
    let styled = PostOffice.program.help(for: ["ship"], style: Style(isOn: true))
    #expect(styled.contains("\u{1B}[1mOptions:\u{1B}[22m"))
    var plain = styled
    while let start = plain.firstIndex(of: "\u{1B}"),
      let end = plain[start...].firstIndex(of: "m")
    {
      plain.removeSubrange(start...end)
    }
    #expect(plain == PostOffice.program.help(for: ["ship"]))
  }
}
