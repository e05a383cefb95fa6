import Foundation
import Testing

/// Bad input to every command: a clear error, the right exit code, and nothing changed.
@Suite struct BadInputTests {
  /// A way to spoil a workspace, and what each kind of command then answers.
  struct Spoil: CustomStringConvertible, Sendable {
    let description: String
    /// A part of the message.
    let says: String
    let code: Int32
    /// What the doctor names as a fault.
    let subject: String
    let needs: Set<String>
    let act: @Sendable (ScratchWorkspace) throws -> Void

    init(
      _ description: String, says: String, code: Int32, subject: String = "database",
      alsoConfiguration: Bool = false, _ act: @escaping @Sendable (ScratchWorkspace) throws -> Void
    ) {
      self.description = description
      self.says = says
      self.code = code
      self.subject = subject
      needs = alsoConfiguration ? ["configuration", "read", "write"] : ["read", "write"]
      self.act = act
    }
  }

  static let spoils = [
    Spoil("a missing database", says: "there is no database at", code: 66) {
      try FileManager.default.removeItem(at: $0.file("liaison.db"))
    },
    Spoil("a zero-length database", says: "is empty (0 bytes)", code: 65) {
      try $0.write("", to: "liaison.db")
    },
    Spoil("a garbage database", says: "is not a database or is damaged", code: 65) {
      try $0.write(String(repeating: "no database ", count: 1000), to: "liaison.db")
    },
    Spoil("a damaged database", says: "is not a database or is damaged", code: 65) {
      var bytes = try Data(contentsOf: $0.file("liaison.db"))
      bytes.replaceSubrange(
        100..<bytes.count, with: Data(repeating: 0x5A, count: bytes.count - 100))
      try bytes.write(to: $0.file("liaison.db"))
    },
    Spoil("a folder for a database", says: "is not a database", code: 65) {
      try FileManager.default.removeItem(at: $0.file("liaison.db"))
      try FileManager.default.createDirectory(
        at: $0.file("liaison.db"), withIntermediateDirectories: false)
    },
    Spoil("the database of another program", says: "of another program", code: 65) {
      try FileManager.default.removeItem(at: $0.file("liaison.db"))
      try $0.sql("CREATE TABLE bookmarks (url TEXT); INSERT INTO bookmarks VALUES ('x');")
    },
    Spoil("a database of a newer Liaison", says: "was written by a newer Liaison", code: 65) {
      try $0.sql("PRAGMA user_version = 99")
    },
    Spoil(
      "a broken liaison.json5", says: "at liaison.json5:3:1", code: 78,
      subject: "liaison.json5", alsoConfiguration: true
    ) {
      try $0.write("{\n  brand: { name: \"Acme\" },\n", to: "liaison.json5")
    },
    Spoil(
      "a wrong value in liaison.json5", says: "at liaison.json5:3:13", code: 78,
      subject: "liaison.json5", alsoConfiguration: true
    ) {
      try $0.write(
        "{\n  brand: { name: \"Acme\" },\n  timeZone: 1,\n  senders: [],\n}\n", to: "liaison.json5")
    },
    Spoil(
      "an empty liaison.json5", says: "at liaison.json5:1:1", code: 78,
      subject: "liaison.json5", alsoConfiguration: true
    ) {
      try $0.write("", to: "liaison.json5")
    },
  ]

  @Test(arguments: spoils)
  func `every command says what is wrong and touches nothing`(_ spoil: Spoil) throws {
    let workspace = try ScratchWorkspace()
    try spoil.act(workspace)
    let before = FolderPrint(workspace.folder)
    for command in CommandCase.all where spoil.needs.contains("\(command.need)") {
      // Both forms come from one place, so one command shows the other form well enough.
      try refuses(
        command.arguments, in: workspace.folder, code: spoil.code, says: spoil.says, before,
        alsoAsJSON: command.name == "import")
    }
    // The doctor names it among everything else.
    let doctor = try workspace.run("doctor", "--json")
    #expect(doctor.exitCode == 1)
    let faults = try doctor.json()["checks"].array.filter { $0["state"].string == "fault" }
    #expect(faults.contains { $0["subject"].string == spoil.subject }, "\(doctor)")
    #expect(FolderPrint(workspace.folder).changes(since: before) == [])
  }

  @Test func `outside of a workspace every command says how to make or name one`() throws {
    let workspace = try ScratchWorkspace()
    let outside = workspace.surroundings.appendingPathComponent("outside")
    try FileManager.default.createDirectory(at: outside, withIntermediateDirectories: true)
    let before = FolderPrint(workspace.surroundings)
    for command in CommandCase.all where [.read, .write].contains(command.need) {
      for place in [[], ["--workspace", "."]] {
        try refuses(
          command.arguments + place, in: outside, code: 66,
          says: "is not in a workspace (no liaison.json5 there or above)",
          hint: "make one with 'liaison init NAME' or name it with --workspace DIR", before,
          within: workspace.surroundings)
      }
    }
  }

  @Test func `a campaign that does not exist is refused with the nearest that does`() throws {
    let workspace = try ScratchWorkspace()
    #expect(try workspace.run("import", "prospects.csv").exitCode == 0)
    let before = FolderPrint(workspace.folder)
    for command in CommandCase.all where command.arguments.contains("spring") {
      try refuses(
        command.arguments.map { $0 == "spring" ? "sprnig" : $0 }, in: workspace.folder, code: 66,
        says: "there is no campaign 'sprnig'",
        hint: "did you mean 'spring'? there are: press, spring",
        before)
    }
    for arguments in [["plan", "--campaign", "nothing"], ["stats", "nothing"]] {
      try refuses(
        arguments, in: workspace.folder, code: 66, says: "there is no campaign 'nothing'",
        hint: "there are: press, spring", before)
    }
    // Not a way out of the folder either.
    try refuses(
      ["campaign", "check", "../liaison"], in: workspace.folder, code: 66, says: "there is no",
      before)
  }

  @Test func `a campaign that is not launched yet is no input for what works on launched ones`()
    throws
  {
    let workspace = try ScratchWorkspace()
    let before = FolderPrint(workspace.folder)
    for arguments in [
      ["campaign", "pause", "spring"], ["campaign", "resume", "spring"],
      ["campaign", "stop", "spring"], ["plan", "--campaign", "spring"], ["stats", "spring"],
    ] {
      try refuses(
        arguments, in: workspace.folder, code: 66,
        says: "the campaign 'spring' is not launched yet", before)
    }
  }

  @Test func `a contact that nobody knows is refused with those that begin alike`() throws {
    let workspace = try ScratchWorkspace()
    #expect(try workspace.run("import", "prospects.csv").exitCode == 0)
    let before = FolderPrint(workspace.folder)
    for arguments in [
      ["preview", "spring", "maya@rainyday.example"],
      ["reply", "maya@rainyday.example", "--outcome", "price"],
      ["resolve", "maya@rainyday.example"],
    ] {
      try refuses(
        arguments, in: workspace.folder, code: 66,
        says: "nobody with the address maya@rainyday.example is known",
        hint: "near it: maya@rainydayrides.example", before)
    }
  }

  static let files: [(file: String, code: Int32, importSays: String, lintSays: String?)] = [
    ("nothing-there", 66, "there is no such file", "there is no file nothing-there"),
    ("campaigns", 66, "this is a folder", "campaigns is a folder"),
    ("empty", 65, "the file is empty", nil),
    ("binary", 65, "is", "binary is not a text file"),
    ("latin-1", 65, "are not utf-8", "latin-1 is not UTF-8"),
  ]

  @Test(arguments: files)
  func `import and lint refuse what is no text file`(
    file: String, code: Int32, importSays: String, lintSays: String?
  ) throws {
    let workspace = try ScratchWorkspace()
    try workspace.write("", to: "empty")
    try Data([0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0, 0, 0xFF]).write(
      to: workspace.file("binary"))
    try (Data("email,name\na@example.com,Ren".utf8) + Data([0xE9, 0x0A])).write(
      to: workspace.file("latin-1"))
    let before = FolderPrint(workspace.folder)
    try refuses(["import", file], in: workspace.folder, code: code, says: importSays, before)
    if let lintSays {
      try refuses(["lint", file], in: workspace.folder, code: code, says: lintSays, before)
      // A good file before it does not hide it.
      try refuses(
        ["lint", "prospects.csv", file], in: workspace.folder, code: code, says: lintSays, before)
    } else {
      #expect(try workspace.run("lint", file).exitCode == 0)
    }
  }

  @Test func `a missing template or kit stops a campaign with its place`() throws {
    let workspace = try ScratchWorkspace()
    try FileManager.default.removeItem(
      at: workspace.file("templates/creators/2-partner-benefit.md"))
    let before = FolderPrint(workspace.folder)
    for verb in ["check", "launch"] {
      let result = try workspace.run("campaign", verb, "spring", "--json")
      #expect(result.exitCode == 65, "\(result)")
      let error = try result.json()["error"]
      #expect(error["place"].string == "templates/creators/2-partner-benefit.md", "\(result)")
    }
    #expect(FolderPrint(workspace.folder).changes(since: before) == [])
  }

  @Test func `init and demo leave a folder alone that has something in it`() throws {
    let workspace = try ScratchWorkspace()
    let before = FolderPrint(workspace.surroundings)
    for arguments in [["init", "acme"], ["init", "./acme/"], ["demo", "--workspace", "acme"]] {
      try refuses(
        arguments, in: workspace.surroundings, code: 64,
        says: "\(workspace.folder.path) is not empty", hint: "choose a new folder", before)
    }
    try refuses(
      ["init", "acme/liaison.json5"], in: workspace.surroundings, code: 69,
      says: "a file of that name is there", before)
    try refuses(
      ["init", "acme/liaison.json5/new"], in: workspace.surroundings, code: 69,
      says: "cannot write", before)
  }

  @Test func `a workspace that may not be written is left as it is`() throws {
    let setpriv = URL(filePath: "/usr/bin/setpriv")
    let isRoot = getuid() == 0
    guard !isRoot || FileManager.default.isExecutableFile(atPath: setpriv.path) else {
      print("skipped: running as root without setpriv, every file can be written")
      return
    }
    let workspace = try ScratchWorkspace()
    #expect(try workspace.run("import", "prospects.csv").exitCode == 0)
    #expect(try workspace.run("campaign", "launch", "spring").exitCode == 0)
    try makeReadOnly(workspace.surroundings)
    defer { try? makeWritable(workspace.surroundings) }
    let before = FolderPrint(workspace.folder)
    for command in CommandCase.all where command.need == .write {
      for json in [[], ["--json"]] {
        let words = command.arguments + json
        let result =
          isRoot
          ? try LiaisonProcess(
            ["--reuid=65534", "--regid=65534", "--clear-groups", LiaisonProcess.binary.path]
              + words, in: workspace.folder, program: setpriv
          ).finish() : try LiaisonProcess.run(words, in: workspace.folder)
        #expect(result.exitCode == 69, "\(command): \(result)")
        if json.isEmpty {
          #expect(result.errors.contains("liaison.db cannot be written"), "\(result)")
          #expect(result.errors.split(separator: "\n").count <= 3)
        } else {
          #expect(try result.json()["error"]["code"].int == 69)
        }
      }
    }
    #expect(FolderPrint(workspace.folder).changes(since: before) == [])
  }

  /// Everybody may read, nobody but root may write.
  private func makeReadOnly(_ folder: URL) throws {
    try chmod(folder, folders: 0o555, files: 0o444)
  }

  private func makeWritable(_ folder: URL) throws {
    try chmod(folder, folders: 0o755, files: 0o644)
  }

  private func chmod(_ folder: URL, folders: Int, files: Int) throws {
    let manager = FileManager.default
    let names = try manager.subpathsOfDirectory(atPath: folder.path)
    for path in [folder.path] + names.map({ "\(folder.path)/\($0)" }) {
      var isFolder: ObjCBool = false
      _ = manager.fileExists(atPath: path, isDirectory: &isFolder)
      try manager.setAttributes(
        [.posixPermissions: isFolder.boolValue ? folders : files], ofItemAtPath: path)
    }
  }

  /// Runs a command twice, in text and with `--json`, and expects a refusal that changes nothing.
  private func refuses(
    _ arguments: [String], in folder: URL, code: Int32, says: String, hint: String? = nil,
    _ before: FolderPrint, within whole: URL? = nil, alsoAsJSON: Bool = true,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let text = try LiaisonProcess.run(arguments, in: folder)
    let comment: Comment = "\(arguments): \(text)"
    #expect(text.exitCode == code, comment, sourceLocation: sourceLocation)
    #expect(text.output.isEmpty, comment, sourceLocation: sourceLocation)
    #expect(text.errors.hasPrefix("error: "), comment, sourceLocation: sourceLocation)
    #expect(text.errors.contains(says), comment, sourceLocation: sourceLocation)
    if let hint {
      #expect(text.errors.hasSuffix("  \(hint)\n"), comment, sourceLocation: sourceLocation)
    }
    let lines = text.errors.split(separator: "\n")
    #expect(lines.count <= 3, comment, sourceLocation: sourceLocation)

    let changes = FolderPrint(whole ?? folder).changes(since: before)
    #expect(changes == [], comment, sourceLocation: sourceLocation)
    guard alsoAsJSON else { return }

    let document = try LiaisonProcess.run(arguments + ["--json"], in: folder)
    let error = try document.json()["error"]
    #expect(document.exitCode == code, sourceLocation: sourceLocation)
    #expect(document.errors.isEmpty, sourceLocation: sourceLocation)
    #expect(error.keys == ["code", "hint", "message", "place"], sourceLocation: sourceLocation)
    #expect(error["code"].int == Int(code), sourceLocation: sourceLocation)
  }
}
