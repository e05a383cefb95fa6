import FoundationEssentials
import Glibc
import Testing

@testable import CommandLineKit

@Suite struct CompletionTests {
  @Test(
    "bash offers what may stand where the cursor is",
    arguments: [
      (["post", ""], ["parcel", "weigh", "ship", "break", "help", "completion"]),
      (["post", "pa"], ["parcel"]),
      (["post", "parcel", ""], ["list", "show"]),
      (["post", "parcel", "sh"], ["show"]),
      (["post", "parcel", "show", ""], ["top", "bottom"]),
      (["post", "parcel", "show", "top", ""], []),
      (["post", "completion", ""], ["bash", "zsh", "fish"]),
      (["post", "help", ""], ["parcel", "weigh", "ship", "break", "help", "completion"]),
      (["post", "help", "parcel", "l"], ["list"]),
      (["post", "ship", "--s"], ["--speed"]),
      (["post", "ship", "a", "--l"], ["--limit", "--label", "--live"]),
      (["post", "ship", "--speed", ""], ["slow", "fast", "express"]),
      (["post", "ship", "--speed", "f"], ["fast"]),
      (["post", "ship", "-s", ""], ["slow", "fast", "express"]),
      (["post", "ship", "--speed", "=", "e"], ["express"]),
      (["post", "ship", "--speed", "="], ["slow", "fast", "express"]),
      (["post", "ship", "--speed=e"], ["--speed=express"]),
      (["post", "ship", "--label", ""], []),
      (["post", "ship", "--live", ""], ["box one.txt", "drawer", "letter.txt"]),
      (["post", "ship", "--speed", "fast", "le"], ["letter.txt"]),
      (["post", "ship", "a", "b", "c", "bo"], ["box one.txt"]),
      (["post", "ship", "--", "--"], []),
      (["post", "ship", "--office", ""], ["drawer"]),
      (["post", "--office", ""], ["drawer"]),
      (["post", "--office", "drawer", "shi"], ["ship"]),
      (["post", "--office", "=", "drawer", "parcel", ""], ["list", "show"]),
      (["post", "--"], ["--office", "--json", "--no-color", "--help"]),
      (["post", "nonsense", ""], []),
      (["post", "parcel", "list", "--j"], ["--json"]),
    ] as [([String], [String])])
  func bash(words: [String], expected: [String]) throws {
    let folder = try TemporaryFolder()
    try folder.write("post.bash", PostOffice.program.completion(for: .bash))
    try folder.makeFolder("office/drawer")
    try folder.write("office/letter.txt", "")
    try folder.write("office/box one.txt", "")
    let quoted = words.map(CompletionTable.quoted).joined(separator: " ")
    let result = try run(
      "/bin/bash",
      [
        "--norc", "-u", "-c",
        """
        source \(CompletionTable.quoted(folder.path + "/post.bash")) || exit 1
        cd \(CompletionTable.quoted(folder.path + "/office"))
        COMP_WORDS=(\(quoted)) COMP_CWORD=\(words.count - 1)
        _post
        if ((${#COMPREPLY[@]})); then printf '%s\\n' "${COMPREPLY[@]}"; fi
        """,
      ], in: folder)
    #expect(result.status == 0)
    #expect(result.errors == "")
    let offered = result.output.split(separator: "\n").map(String.init)
    #expect(Set(offered) == Set(expected), "\(offered)")
    #expect(offered.count == expected.count)
  }

  @Test("bash takes a script with quotes, dollars and stars in it as words")
  func quoting() throws {
    struct Odd: Command {
      static let path = ["odd"]
      static let summary = "It's $HOME \\ `date`: a * star."
      @Option("kind", help: "it's") var kind: Kind?
      enum Kind: String, CaseIterable, ParameterValue {
        case quote = "it's"
        case dollar = "$HOME"
        case star = "*"
      }
      func run(_ terminal: Terminal) throws -> ExitCode { .done }
    }
    let program = Program(name: "odd-name", version: "1", summary: "", commands: [Odd.self])
    let folder = try TemporaryFolder()
    try folder.write("script", program.completion(for: .bash))
    let result = try run(
      "/bin/bash",
      [
        "--norc", "-c",
        """
        source ./script; COMP_WORDS=(odd-name odd --kind '') COMP_CWORD=3; _odd_name
        printf '%s\\n' "${COMPREPLY[@]}"
        """,
      ], in: folder)
    #expect(result.output == "it's\n$HOME\n*\n")
    #expect(result.errors == "")
  }

  @Test("Each script is accepted by its shell, where that is installed", arguments: Shell.allCases)
  func syntax(shell: Shell) throws {
    let folders = ["/bin", "/usr/bin", "/usr/local/bin"]
    let program = folders.map { $0 + "/" + shell.rawValue }.first { (path: String) in
      access(path, X_OK) == 0
    }
    guard let program else {
      print("\(shell.rawValue) is not installed: its script is not checked by it")
      return
    }
    let folder = try TemporaryFolder()
    try folder.write("script", PostOffice.program.completion(for: shell))
    let result = try run(program, ["-n", "script"], in: folder)
    #expect(result.status == 0)
    #expect(result.errors == "")
  }

  @Test("Each script names every command, option and value", arguments: Shell.allCases)
  func completeness(shell: Shell) {
    let script = PostOffice.program.completion(for: shell)
    for word in [
      "parcel", "list", "show", "weigh", "ship", "break", "help", "completion", "speed", "express",
      "limit", "label", "live", "grams", "office", "no-color", "bottom", "fish",
    ] {
      #expect(script.contains(word), "\(word)")
    }
    #expect(script.hasSuffix("\n"))
  }

  @Test("completion prints the script, in a document with --json")
  func command() {
    #expect(PostOffice.run("completion zsh").output == PostOffice.program.completion(for: .zsh))
    #expect(PostOffice.run("completion fish --json").output.hasPrefix("{\n  \"script\" : \"# fish"))
  }
}

/// A folder of a test's own, removed with all that is in it.
final class TemporaryFolder {
  let path: String

  init() throws {
    path =
      FileManager.default.temporaryDirectory.path + "/command-line-kit-"
      + String(UInt64.random(in: 0...UInt64.max), radix: 36)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: URL(filePath: path + "/" + name))
  }

  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(
      atPath: path + "/" + name, withIntermediateDirectories: true)
  }
}

/// Runs a program in a folder, with its output in files there, and waits for it.
private func run(
  _ program: String, _ arguments: [String], in folder: TemporaryFolder
) throws -> (status: Int32, output: String, errors: String) {
  let files = [folder.path + "/.stdout", folder.path + "/.stderr"]
  let shell = ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", folder.path, program]
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
  for (index, file) in files.enumerated() {
    posix_spawn_file_actions_addopen(
      &actions, Int32(index + 1), file, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
  }
  var words: [UnsafeMutablePointer<CChar>?] = (shell + arguments).map { strdup($0) } + [nil]
  defer { for word in words { free(word) } }
  var environment: [UnsafeMutablePointer<CChar>?] = [strdup("LC_ALL=C.UTF-8"), nil]
  defer { for word in environment { free(word) } }
  var pid: pid_t = 0
  try #require(posix_spawn(&pid, shell[0], &actions, nil, &words, &environment) == 0)
  var status: Int32 = 0
  while waitpid(pid, &status, 0) < 0, errno == EINTR {}
  let texts = files.map { file in
    FileManager.default.contents(atPath: file).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
  return (status == 0 ? 0 : (status >> 8) & 0xFF, texts[0], texts[1])
}
