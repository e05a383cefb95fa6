extension FilterNode: CustomStringConvertible {
  /// The filter in the one form that means the same and has every value in quotes.
  var description: String {
    switch self {
    case .all(let parts): "(" + parts.map(\.description).joined(separator: " and ") + ")"
    case .any(let parts): "(" + parts.map(\.description).joined(separator: " or ") + ")"
    case .not(.term(let term)) where term.test == .present: "\(term.field.rawValue) is empty"
    case .not(let part): "not \(part)"
    case .term(let term): term.description
    case .segment(let name, _): "segment:" + name.quoted
    }
  }
}

extension FilterTerm: CustomStringConvertible {
  var description: String {
    switch test {
    case .among(let values):
      values.count == 1
        ? "\(field.rawValue) = \(values[0].quoted)"
        : "\(field.rawValue) in (" + values.map(\.quoted).joined(separator: ", ") + ")"
    case .contains(let part): "\(field.rawValue) ~ \(part.quoted)"
    case .number(let comparison, let number): "\(field.rawValue) \(comparison.rawValue) \(number)"
    case .date(let comparison, let date): "\(field.rawValue) \(comparison.rawValue) \(date)"
    case .present: "\(field.rawValue) is not empty"
    }
  }
}

extension FilterDate: CustomStringConvertible {
  var description: String {
    switch self {
    case .day(let day): "\(day)"
    case .daysAgo(let count): "\"\(count) days ago\""
    }
  }
}

extension String {
  /// The text in quotes, as a filter's value.
  fileprivate var quoted: String { "\"" + replacing("\"", with: "\"\"") + "\"" }
}
