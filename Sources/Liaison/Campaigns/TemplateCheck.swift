import Scheduling
import Templating

/// Finds everything that is wrong with template files, without a campaign around them.
///
/// A file in a folder named `blocks` is a block, any other a message. Files whose names differ in
/// nothing but their language are one step, and the steps of a folder are one sequence.
public struct TemplateCheck {
  /// One thing that is wrong.
  public struct Fault: Hashable, Sendable, Codable {
    /// The file, as it was named.
    public let path: String
    /// The line, counted from 1; nil where the fault is the whole file's.
    public let line: Int?
    /// The column, counted from 1 in Unicode scalars.
    public let column: Int?
    /// What is wrong and what to do.
    public let message: String

    /// The file with line and column, as compilers write it.
    public var place: String {
      [path, line.map { "\($0)" }, column.map { "\($0)" }].compactMap { $0 }.joined(separator: ":")
    }
  }

  private let names: Set<String>
  private let knowsAllNames: Bool
  private let blocks: [TemplateFile]

  /// A check with the blocks of a workspace, or with the shipped ones where there is none.
  ///
  /// - Parameter columns: The columns of the team's own, which templates may use. Nil where they
  ///   are not known: then only a name that looks like a slip is a fault.
  public init(workspace: Workspace?, columns: Set<String>?) throws {
    names = MergeValues.builtIn.union(columns ?? [])
    knowsAllNames = columns != nil
    guard let workspace else {
      blocks = ShippedFiles.below("blocks").map {
        TemplateFile(path: "blocks/\($0.path)", bytes: $0.bytes)
      }
      return
    }
    blocks = try workspace.filesBelow("templates/blocks").filter { $0.hasSuffix(".md") }.map {
      TemplateFile(path: $0, bytes: try workspace.bytes(of: $0))
    }
  }

  /// All that is wrong with some files, in the order of the files and of their text.
  public func faults(in given: [(path: String, bytes: [UInt8])]) -> [Fault] {
    let files = given.map { TemplateFile(path: $0.path, bytes: $0.bytes) }
    let own = Set(files.filter(\.isBlock).map(\.name))
    let blocks = files.filter(\.isBlock) + blocks.filter { !own.contains($0.name) }
    var parsed: [String: [(file: TemplateFile, block: Template)]] = [:]
    for block in blocks {
      guard let template = try? Template(block.source) else { continue }
      parsed[block.stem, default: []].append((block, template))
    }
    let known = Set(blocks.map(\.stem))
    var faults = files.flatMap { file -> [Fault] in
      var partials = parsed.compactMapValues { variants in
        variants.min { $0.file.distance(to: file) < $1.file.distance(to: file) }?.block
      }
      // A block with a fault of its own is there all the same.
      for name in known where partials[name] == nil { partials[name] = Self.empty }
      return self.faults(in: file, partials: partials)
    }
    for (_, sequence) in Dictionary(grouping: files.filter { !$0.isBlock }, by: \.folder) {
      faults += SequenceCheck(sequence).faults
    }
    var seen: Set<Fault> = []
    return faults.filter { seen.insert($0).inserted }.sorted {
      ($0.path, $0.line ?? 0, $0.column ?? 0) < ($1.path, $1.line ?? 0, $1.column ?? 0)
    }
  }

  private static let empty = try? Template(SourceText(path: "", text: ""))

  private func faults(in file: TemplateFile, partials: [String: Template]) -> [Fault] {
    var faults: [Fault] = []
    if let reason = file.languageFault { faults.append(Fault(file, reason)) }
    if let line = file.invalidLine {
      let message = "this is not UTF-8 text; save the file as such"
      return faults + [Fault(path: file.path, line: line, column: 1, message: message)]
    }
    do throws(TemplateErrors) {
      let unknown: [TemplateError]
      if file.isBlock {
        let block = try Template(file.source)
        unknown =
          block.linkErrors
          + block.unknownNames(known: names, partials: partials, isComplete: knowsAllNames)
      } else {
        let message = try MessageTemplate(file.source)
        unknown = message.unknownNames(
          known: names, partials: partials, isComplete: knowsAllNames)
      }
      return faults + unknown.map(Fault.init)
    } catch {
      return faults + error.errors.map(Fault.init)
    }
  }
}

extension TemplateCheck.Fault {
  init(_ error: TemplateError) {
    self.init(
      path: error.position.path, line: error.position.line, column: error.position.column,
      message: error.message)
  }

  init(_ file: TemplateFile, _ message: String) {
    self.init(path: file.path, line: nil, column: nil, message: message)
  }
}
