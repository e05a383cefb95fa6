import Testing

@testable import CommandLineKit

@Suite struct CommandLineParserTests {
  @Test(
    "Words become values in the GNU manner",
    arguments: [
      ("ship a", "a [] slow nil [] false false -"),
      ("ship a b c", "a [\"b\", \"c\"] slow nil [] false false -"),
      ("ship --speed fast a", "a [] fast nil [] false false -"),
      ("ship --speed=fast a", "a [] fast nil [] false false -"),
      ("ship a -s fast b", "a [\"b\"] fast nil [] false false -"),
      ("ship a -sfast", "a [] fast nil [] false false -"),
      ("ship a -s=fast", "a [] fast nil [] false false -"),
      ("ship a -vq", "a [] slow nil [] true true -"),
      ("ship a -vn 3", "a [] slow 3 [] true false -"),
      ("ship a -vqn3", "a [] slow 3 [] true true -"),
      ("ship a -n -5", "a [] slow -5 [] false false -"),
      ("ship a --limit=-5", "a [] slow -5 [] false false -"),
      ("ship -5 -", "-5 [\"-\"] slow nil [] false false -"),
      ("ship -- --live -q", "--live [\"-q\"] slow nil [] false false -"),
      ("ship a --live -- --live", "a [\"--live\"] slow nil [] true false -"),
      ("ship a --live --live", "a [] slow nil [] true false -"),
      ("ship a -l x --label y --label=", "a [] slow nil [\"x\", \"y\", \"\"] false false -"),
      ("ship a --label=--live", "a [] slow nil [\"--live\"] false false -"),
      ("ship a --label=x=y", "a [] slow nil [\"x=y\"] false false -"),
      ("--office here ship a", "a [] slow nil [] false false here"),
      ("-O here ship a", "a [] slow nil [] false false here"),
      ("-Ohere ship a", "a [] slow nil [] false false here"),
      ("--office=here ship a", "a [] slow nil [] false false here"),
      ("ship a --office=here", "a [] slow nil [] false false here"),
      ("ship --no-color a", "a [] slow nil [] false false -"),
      ("weigh --grams 2", "3.0 g"),
      ("weigh --grams 2 --factor 1e1 kg", "20.0 kg"),
    ])
  func values(line: String, expected: String) {
    let run = PostOffice.run(line)
    #expect(run == .init(code: .done, output: expected + "\n", diagnostics: ""))
  }

  @Test(
    "Each slip has its own message, and says how to get help",
    arguments: [
      ("ship", "FIRST is missing", "\"post ship --help\" shows what there is"),
      ("weigh", "--grams N is missing", "\"post weigh --help\" shows what there is"),
      ("weigh --grams", "--grams needs a value: --grams N", "\"post weigh --help\""),
      ("weigh --grams 2 x y", "there is one argument too many: \"y\"", "\"post weigh --help\""),
      ("weigh --grams two", "--grams must be a whole number, not \"two\"", "\"post weigh"),
      ("weigh --grams 2 --factor x", "--factor must be a number, not \"x\"", "\"post weigh"),
      ("weigh --grams 2 --factor nan", "--factor must be a number, not \"nan\"", "\"post"),
      (
        "weigh --grams 99999999999999999999", "--grams must be a whole number, not",
        "\"post weigh"
      ),
      ("weigh --grams 2 --grams 3", "--grams is given twice and takes one value", "\"post"),
      ("ship a -n 1 --limit 2", "--limit is given twice and takes one value", "\"post ship"),
      ("ship a --speed swift", "--speed must be slow, fast or express, not \"swift\"", "\"post"),
      ("parcel show left", "SIDE must be top or bottom, not \"left\"", "\"post parcel show --help"),
      ("ship a --live=yes", "--live takes no value, not \"yes\"", "\"post ship --help\""),
      ("ship a -v=yes", "-v takes no value, not \"yes\"", "\"post ship --help\""),
      ("ship a --lve", "there is no option --lve", "did you mean \"--live\"?"),
      ("ship a --speeed=fast", "there is no option --speeed", "did you mean \"--speed\"?"),
      ("ship a --xyzzy", "there is no option --xyzzy", "\"post ship --help\""),
      ("ship a -x", "there is no option -x", "\"post ship --help\""),
      ("ship a -vive", "there is no option -i", "\"post ship --help\""),
      ("ship a -quiet", "there is no option -u", "did you mean \"--quiet\"?"),
      ("ship a -7x", "there is no option -7", "write -- before an argument that begins"),
      (
        "ship a --label --live", "--label needs a value: --label TEXT",
        "write --label=--live if --live is meant as its value"
      ),
      ("--live ship a", "--live stands before the command", "write --live after the command"),
      ("--nonsense ship a", "there is no option --nonsense", "\"post --help\" shows"),
      ("--jsn ship a", "there is no option --jsn", "did you mean \"--json\"?"),
      ("-x ship", "there is no option -x", "\"post --help\" shows what there is"),
      ("parcel --live", "there is no option --live", "\"post --help\" shows what there is"),
      ("shp a", "there is no command \"shp\"", "did you mean \"ship\"?"),
      ("show", "there is no command \"show\"", "did you mean \"parcel show\"?"),
      ("frobnicate", "there is no command \"frobnicate\"", "\"post --help\" shows what"),
      ("parcel shwo", "\"parcel\" has no verb \"shwo\"", "did you mean \"parcel show\"?"),
      (
        "parcel fly", "\"parcel\" has no verb \"fly\"", "\"post parcel --help\" shows what there is"
      ),
      ("help shp", "there is no command \"shp\"", "did you mean \"ship\"?"),
      ("help ship box", "there is one argument too many: \"box\"", "\"post --help\""),
      ("completion tcsh", "SHELL must be bash, zsh or fish, not \"tcsh\"", "\"post completion"),
      ("--version=1", "--version takes no value, not \"1\"", "\"post --help\""),
    ])
  func slips(line: String, message: String, hint: String) throws {
    let run = PostOffice.run(line)
    #expect(run.code == .usage)
    #expect(run.output.isEmpty)
    let lines = run.diagnostics.split(separator: "\n")
    try #require(lines.count == 2)
    #expect(lines[0].hasPrefix("error: \(message)"), "\(lines[0])")
    #expect(lines[1].hasPrefix("  \(hint)"), "\(lines[1])")
  }

  @Test("An empty word is an argument, not an option")
  func emptyWord() {
    #expect(PostOffice.run(["ship", ""]).output == " [] slow nil [] false false -\n")
    #expect(PostOffice.run([""]).code == .usage)
  }

  @Test("A stranger's word in an error cannot steer the terminal")
  func hostileWords() {
    let run = PostOffice.run(["ship", "a", "--\u{1B}[2J\n"])
    #expect(run.diagnostics.hasPrefix("error: there is no option --\\u{1B}[2J\\n\n"))
  }

  @Test("Any line of words ends in an answer")
  func randomLines() {
    let seed: UInt64 = .random(in: 0...UInt64.max)
    var generator = SplitMix64(state: seed)
    let words = [
      "ship", "parcel", "list", "show", "help", "completion", "weigh", "--grams", "1", "-s", "fast",
      "--", "-", "", "--json", "--help", "-vq", "-n5", "--=", "-=", "---", "--office", "=", "🎁",
      "-é",
      "--label", "bash", "--no-color", "--version",
    ]
    for _ in 0..<400 {
      let line = (0..<Int.random(in: 0...6, using: &generator)).compactMap { _ in
        words.randomElement(using: &generator)
      }
      let run = PostOffice.run(line)
      #expect(
        run.code == .usage || run.code == .done || run.code == .findings || run.code == .badData,
        "seed \(seed): \(line)")
      #expect(!run.output.isEmpty || !run.diagnostics.isEmpty, "seed \(seed): \(line)")
    }
  }
}
