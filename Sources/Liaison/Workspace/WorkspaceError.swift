/// Why something in a workspace cannot be found or used.
public enum WorkspaceError: Error, Hashable, CustomStringConvertible {
  /// Neither the folder nor one above it is a workspace.
  case notFound(start: String)
  /// No campaign has that name.
  case unknownCampaign(name: String, known: [String])
  /// A file that the configuration names is not there.
  case missingFile(path: String)
  /// A file cannot be read.
  case unreadable(path: String)
  /// A path leads out of the workspace.
  case outside(path: String)
  /// A file with names, addresses or a password in it, which no message carries.
  case secret(path: String)
  /// A folder for a new workspace has something in it.
  case notEmpty(path: String)
  /// A file or folder cannot be written.
  case cannotWrite(path: String, reason: String)

  /// What is wrong and what to do about it.
  public var description: String {
    switch self {
    case .notFound(let start):
      "\(start) is not in a workspace (no liaison.json5 there or above); make one with "
        + "'liaison init NAME' or name it with --workspace DIR"
    case .unknownCampaign(let name, let known):
      known.isEmpty
        ? "there is no campaign '\(name)'; a campaign is a file campaigns/NAME.json5"
        : "there is no campaign '\(name)'; there are: \(known.joined(separator: ", "))"
    case .missingFile(let path): "the file \(path) is not there"
    case .unreadable(let path): "the file \(path) cannot be read"
    case .outside(let path): "\(path) leads out of the workspace; files are read only from inside"
    case .secret(let path):
      "\(path) is the database or a password, which no message carries; name another file"
    case .notEmpty(let path): "\(path) is not empty; choose a new folder"
    case .cannotWrite(let path, let reason): "cannot write \(path): \(reason)"
    }
  }
}
