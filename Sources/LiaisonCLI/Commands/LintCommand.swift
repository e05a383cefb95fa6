import CommandLineKit
import FoundationEssentials
import Liaison
import Tone

extension Severity: ParameterValue {}

struct LintCommand: Command {
  static let path = ["lint"]
  static let summary = "Find what makes a reader stop: blunt phrases and left-over tags."
  static let details = """
    Reads drafts and templates; '-' or no file reads standard input. In a template, one with front \
    matter, {{tags}} are fine. Inside a workspace its own rules in tone/ apply too.

    Exit code 0 where nothing is at or above --fail-on, 1 where something is.

      liaison lint draft.txt
      pbpaste | liaison lint
    """

  enum Format: String, CaseIterable, ParameterValue {
    case text, json
  }

  @Argument("file", help: "a draft or template, or - for standard input", completion: .file)
  var files: [String]
  @Option("format", help: "how to print the findings")
  var format = Format.text
  @Option("fail-on", help: "the severity from which the exit code is 1")
  var failOn = Severity.error

  private struct Report: Encodable {
    struct File: Encodable {
      let path: String
      let findings: [Tone.Finding]
    }

    let files: [File]
  }

  func run(_ terminal: Terminal) throws -> ExitCode {
    let workspace = try Surroundings.workspace(terminal)
    let linter = try workspace?.linter() ?? Linter.shipped()
    let templates = workspace.map { "\($0.folder)/templates/" }
    let names = files.isEmpty ? ["-"] : files
    let reports = try names.map { name in
      let path = name == "-" ? "<stdin>" : name
      let text = try text(try read(name, terminal), from: path)
      let isTemplate = templates.map { Surroundings.path(name, terminal).hasPrefix($0) } ?? false
      return (
        path, text, linter.findings(in: Draft(text: text, path: path, isTemplate: isTemplate))
      )
    }
    if format == .json || terminal.wantsJSON {
      try terminal.json(Report(files: reports.map { .init(path: $0.0, findings: $0.2) }))
    } else {
      for (path, text, findings) in reports {
        LintView(terminal).show(findings, of: text, path: path)
      }
    }
    return reports.contains { $0.2.contains { $0.severity >= failOn } } ? .findings : .done
  }

  private func read(_ name: String, _ terminal: Terminal) throws -> [UInt8] {
    if name == "-" { return try terminal.readInput() }
    let path = Surroundings.path(name, terminal)
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw Failure(.noInput, "there is no file \(name)")
    }
    guard !isFolder else {
      throw Failure(.noInput, "\(name) is a folder", hint: "name the files in it, as \(name)/*.md")
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure(.noInput, "\(name) cannot be read")
    }
    return [UInt8](data)
  }

  private func text(_ bytes: [UInt8], from path: String) throws -> String {
    let hint = "drafts are plain text or Markdown in UTF-8; save it as such"
    guard !bytes.contains(0) else {
      throw Failure(.badData, "\(path) is not a text file", at: path, hint: hint)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      let line = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0
      throw Failure(.badData, "\(path) is not UTF-8", at: "\(path):\(line + 1)", hint: hint)
    }
    return text
  }
}
