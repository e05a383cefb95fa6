/// Why a prospects file cannot be imported at all.
public enum ImportError: Error, Equatable, Sendable, CustomStringConvertible {
  case file(name: String, CSVError)
  case columns(name: String, ColumnMappingError)
  /// Nothing is in the file.
  case empty(name: String)
  /// Nothing is below the header.
  case noRows(name: String)

  /// What sort of fault it is, from which a command derives its exit code.
  public enum Kind: Hashable, Sendable {
    case noInput
    case badData
    case usage
    case unavailable
  }

  /// What sort of fault it is.
  public var kind: Kind {
    switch self {
    case .file(_, let error): error.kind
    case .columns(_, let error): error.isUsage ? .usage : .badData
    case .empty, .noRows: .badData
    }
  }

  /// The file, where it is the file's fault, and what is wrong in sentences.
  public var parts: (name: String?, text: String) {
    switch self {
    case .file(let name, let error): (Excerpt.of(name, limit: 200), error.description)
    case .columns(let name, let error):
      (error.isUsage ? nil : Excerpt.of(name, limit: 200), error.description)
    case .empty(let name):
      (
        Excerpt.of(name, limit: 200),
        "The file is empty. It needs a header row, for instance email,name,country, and a row for "
          + "each contact."
      )
    case .noRows(let name):
      (
        Excerpt.of(name, limit: 200),
        "There is a header but no row below it, so there is nobody to import."
      )
    }
  }

  /// What is wrong, after the file's name where it is the file's fault.
  public var description: String {
    let (name, text) = parts
    return (name.map { "\($0): " } ?? "") + text
  }
}

extension CSVError {
  var kind: ImportError.Kind {
    switch self {
    case .missing, .folder, .unreadable: .noInput
    case .encodingNotInstalled: .unavailable
    default: .badData
    }
  }
}
