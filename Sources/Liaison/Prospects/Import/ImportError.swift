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

  /// A sentence that says what is wrong, where, and what to do.
  public var description: String {
    switch self {
    case .file(let name, let error): "\(Excerpt.of(name, limit: 200)): \(error)"
    case .columns(let name, let error):
      error.isUsage ? error.description : "\(Excerpt.of(name, limit: 200)): \(error)"
    case .empty(let name):
      "\(Excerpt.of(name, limit: 200)): The file is empty. It needs a header row, for instance "
        + "email,name,country, and a row for each contact."
    case .noRows(let name):
      "\(Excerpt.of(name, limit: 200)): There is a header but no row below it, so there is nobody "
        + "to import."
    }
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
