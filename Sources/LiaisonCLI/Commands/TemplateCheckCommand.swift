import CommandLineKit
import FoundationEssentials
import Liaison

struct TemplateCheckCommand: Command {
  static let path = ["template", "check"]
  static let summary = "Find all faults of templates at once."
  static let details = """
    Looks at the tags, the front matter, names that nothing fills, links that mail does not allow, \
    texts drawn by lot, the language in each file's name, and each step's emphasis. Without a file \
    all templates of the workspace are looked at. Exit code 1 where there is a fault.

    Works on files of any folder. Columns of your own are known from the contacts of the workspace; \
    where there are none, an unknown name is a fault only if it looks like a slip of a known one.

      liaison template check
      liaison template check templates/creators
    """

  @Argument(
    "file", help: "a template, or a folder with templates (*.md) in it", completion: .file)
  var files: [String]

  private struct Report: Encodable {
    let files: Int
    let faults: [TemplateCheck.Fault]
  }

  func run(_ terminal: Terminal) throws -> ExitCode {
    let workspace = try Surroundings.workspace(terminal)
    let found = try templates(workspace, terminal)
    let check = try TemplateCheck(workspace: workspace, columns: workspace.flatMap(columns))
    let faults = check.faults(in: found)
    if terminal.wantsJSON {
      try terminal.json(Report(files: found.count, faults: faults))
    } else {
      for fault in faults {
        terminal.print("\(fault.place): \(terminal.style.red("error")): \(fault.message)")
      }
      let files = "\(found.count) template\(found.count == 1 ? "" : "s")"
      terminal.print(
        faults.isEmpty
          ? "\(files), no fault"
          : "\(faults.count) fault\(faults.count == 1 ? "" : "s") in \(files)")
    }
    return faults.isEmpty ? .done : .findings
  }

  /// The team's own columns; nil where nobody has been imported yet.
  private func columns(_ workspace: Workspace) -> Set<String>? {
    guard let store = try? workspace.openStore(.read), let count = try? store.contactCount(),
      count > 0
    else { return nil }
    return try? store.ownColumns()
  }

  private func templates(
    _ workspace: Workspace?, _ terminal: Terminal
  ) throws -> [(path: String, bytes: [UInt8])] {
    guard !files.isEmpty || workspace != nil else {
      throw Failure(
        .usage, "there is no workspace here", hint: "name the files or folders to check")
    }
    let named =
      files.isEmpty
      ? [(shown: "templates", path: "\(workspace?.folder ?? "")/templates")]
      : files.map { (shown: $0, path: Surroundings.path($0, terminal)) }
    return try named.flatMap { try Self.templates(at: $0.path, shownAs: $0.shown) }
  }

  /// A file, or the Markdown files below a folder; of a workspace those of its templates.
  private static func templates(
    at path: String, shownAs shown: String
  ) throws -> [(path: String, bytes: [UInt8])] {
    let manager = FileManager.default
    var isFolder = false
    guard manager.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw Failure(.noInput, "there is no file \(shown)")
    }
    guard isFolder else { return [(shown, try bytes(at: path, shownAs: shown))] }
    if manager.fileExists(atPath: "\(path)/\(WorkspaceConfiguration.fileName)") {
      return try templates(
        at: "\(path)/templates", shownAs: shown == "." ? "templates" : "\(shown)/templates")
    }
    let names = try manager.subpathsOfDirectory(atPath: path).filter { name in
      name.hasSuffix(".md") && !name.split(separator: "/").contains { $0.hasPrefix(".") }
    }.sorted()
    guard !names.isEmpty else { throw Failure(.noInput, "no templates (*.md) are in \(shown)") }
    let prefix = shown == "." ? "" : shown.hasSuffix("/") ? shown : "\(shown)/"
    return try names.map { ("\(prefix)\($0)", try bytes(at: "\(path)/\($0)", shownAs: $0)) }
  }

  private static func bytes(at path: String, shownAs shown: String) throws -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure(.noInput, "\(shown) cannot be read")
    }
    return [UInt8](data)
  }
}
