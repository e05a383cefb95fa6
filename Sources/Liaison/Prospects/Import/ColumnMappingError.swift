/// Why the columns of a prospects file cannot be told apart.
public enum ColumnMappingError: Error, Equatable, Sendable, CustomStringConvertible {
  case malformedAssignment(String)
  case unknownField(String)
  case unknownColumn(String, headers: [String])
  case twoColumns(ImportField, headers: [String])
  case noEmail(headers: [String])
  /// The first row holds an address, so it is no header.
  case noHeader(headers: [String])

  /// A sentence that says what is wrong, where, and what to do.
  public var description: String {
    switch self {
    case .malformedAssignment(let text):
      return "--map \(Excerpt.of(text)): Write COLUMN=FIELD, for instance --map Firma=prospect."
    case .unknownField(let name):
      return "--map: There is no field “\(Excerpt.of(name))”. Write one of \(ImportField.names), "
        + "keep (as the contact's own field) or ignore."
    case .unknownColumn(let column, let headers):
      return "--map: There is no column “\(Excerpt.of(column))”. The columns are "
        + Self.list(headers) + "."
    case .twoColumns(let field, let headers):
      let other = headers.last ?? ""
      return "The columns \(Self.list(headers)) are both taken as \(field.rawValue). Keep one of "
        + "them aside, for instance with --map \"\(Excerpt.of(other))=keep\"."
    case .noEmail(let headers):
      return "No column holds e-mail addresses. The columns are \(Self.list(headers)). Name the "
        + "one that does with --map COLUMN=email."
    case .noHeader(let headers):
      return "The first row has no column names but data (\(Self.list(headers))). Put a header "
        + "row before it, for instance email,name,country."
    }
  }

  /// Whether the command line is at fault rather than the file.
  var isUsage: Bool {
    switch self {
    case .malformedAssignment, .unknownField, .unknownColumn: true
    default: false
    }
  }

  private static func list(_ headers: [String]) -> String {
    let shown = headers.prefix(12).map { Excerpt.of($0) }.joined(separator: ", ")
    return headers.count > 12 ? shown + " and \(headers.count - 12) more" : shown
  }
}
