/// What becomes of one column of a prospects file.
public enum ColumnTarget: Hashable, Sendable {
  case field(ImportField)
  /// Kept as the contact's own field, under the name that a template uses.
  case own(String)
  /// The same, and a link or handle in it is one of the prospect's.
  case profile(ProfileColumn, String)
  case ignored

  /// Whether a value may have several lines: notes, and a team's own columns such as a biography,
  /// which a message shows on one line.
  var mayHoldLines: Bool {
    switch self {
    case .field(.notes), .field(.profiles), .own, .profile: true
    case .field, .ignored: false
    }
  }
}

/// What a person said of a column, with `--map COLUMN=FIELD`.
public struct ColumnAssignment: Hashable, Sendable {
  enum Use: Hashable, Sendable {
    case field(ImportField)
    case profile(ProfileColumn)
    case keep
    case ignore
  }

  /// The column's header, or its number from 1.
  public let column: String
  let use: Use

  /// Reads `COLUMN=FIELD`, where FIELD is one of ours, `keep` (the contact's own field) or `ignore`.
  ///
  /// - Throws: `ColumnMappingError.malformedAssignment` or `.unknownField`.
  public init(_ text: String) throws(ColumnMappingError) {
    guard let equals = text.lastIndex(of: "="), equals != text.startIndex,
      text.index(after: equals) != text.endIndex
    else { throw .malformedAssignment(text) }
    let target = text[text.index(after: equals)...]
    column = ColumnMapping.cleaned(String(text[..<equals]))
    switch Spelling.key(target) {
    case "keep": use = .keep
    case "ignore": use = .ignore
    default:
      if let field = ImportField(header: target) {
        use = .field(field)
      } else if let profile = ProfileColumn(header: target) {
        use = .profile(profile)
      } else {
        throw .unknownField(String(target))
      }
    }
  }

  init(column: String, field: ImportField) {
    self.column = column
    self.use = .field(field)
  }
}

/// Which column of a file is what: ours by its header or by what was said, else the contact's own.
public struct ColumnMapping: Hashable, Sendable {
  /// The headers, line breaks and outer spaces taken out.
  public let headers: [String]
  /// What becomes of each column.
  public let targets: [ColumnTarget]

  /// Maps a header row.
  ///
  /// What is said of a column goes before what its header says, and takes that field from others.
  ///
  /// - Throws: `ColumnMappingError`: no e-mail column, two columns for one field, or an assignment
  ///   to a column that is not there.
  public init(
    header: [String], assignments: [ColumnAssignment] = []
  ) throws(ColumnMappingError) {
    let headers = header.map(Self.cleaned)
    var uses = [ColumnAssignment.Use?](repeating: nil, count: headers.count)
    for assignment in assignments {
      guard let index = Self.index(of: assignment.column, in: headers) else {
        throw .unknownColumn(assignment.column, headers: headers)
      }
      uses[index] = assignment.use
    }
    let said = Set(uses)
    for (index, header) in headers.enumerated() where uses[index] == nil {
      if RejectsWriter.isOwnHeader(header) {
        uses[index] = .ignore
      } else if let field = ImportField(header: header), !said.contains(.field(field)) {
        uses[index] = .field(field)
      } else if let profile = ProfileColumn(header: header) {
        uses[index] = .profile(profile)
      }
    }
    var owners: [ImportField: Int] = [:]
    for (index, use) in uses.enumerated() {
      guard case .field(let field) = use else { continue }
      if let first = owners.updateValue(index, forKey: field) {
        throw .twoColumns(field, headers: [first, index].map { Self.name($0, headers) })
      }
    }
    guard owners[.email] != nil else {
      if headers.contains(where: { $0.contains("@") }) { throw .noHeader(headers: headers) }
      throw .noEmail(headers: headers)
    }
    var taken = Set<String>()
    self.headers = headers
    targets = uses.enumerated().map { index, use in
      switch use {
      case .field(let field): .field(field)
      case .ignore: .ignored
      case .profile(let profile):
        .profile(profile, Self.ownName(headers[index], column: index + 1, taken: &taken))
      case .keep, nil: .own(Self.ownName(headers[index], column: index + 1, taken: &taken))
      }
    }
  }

  /// The names of the contact's own fields, in the order of their columns.
  public var ownFields: [String] {
    targets.compactMap {
      switch $0 {
      case .own(let name), .profile(_, let name): name
      case .field, .ignored: nil
      }
    }
  }

  /// What to call a column in a message: its header, or its number where it has none.
  func name(_ index: Int) -> String { Self.name(index, headers) }

  private static func name(_ index: Int, _ headers: [String]) -> String {
    guard headers.indices.contains(index), !headers[index].isEmpty else { return "\(index + 1)" }
    return headers[index]
  }

  private static func index(of column: String, in headers: [String]) -> Int? {
    if let exact = headers.firstIndex(of: column) { return exact }
    let key = Spelling.key(column)
    if !key.isEmpty, let alike = headers.firstIndex(where: { Spelling.key($0) == key }) {
      return alike
    }
    guard let number = Int(column), headers.indices.contains(number - 1) else { return nil }
    return number - 1
  }

  /// A header on one line, since spreadsheets break long ones, without outer spaces.
  static func cleaned(_ header: String) -> String {
    header.split(whereSeparator: { $0.isWhitespace || $0.isNewline || $0 == "\u{FEFF}" })
      .joined(separator: " ")
      .filter { $0.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control } }
  }

  /// A name that a template can use: words in lower case joined by `_`, letters of any script.
  ///
  /// A name that a template has already gets `contact_` before it, one that is taken a number
  /// behind it.
  private static func ownName(
    _ header: String, column: Int, taken: inout Set<String>
  ) -> String {
    var name = ""
    for scalar in header.lowercased().unicodeScalars {
      let properties = scalar.properties
      if properties.isAlphabetic || properties.numericType != nil || Spelling.isMark(scalar) {
        name.unicodeScalars.append(scalar)
      } else if !name.isEmpty && name.last != "_" {
        name.append("_")
      }
    }
    while name.last == "_" { name.removeLast() }
    if name.isEmpty { name = "column_\(column)" }
    if reserved.contains(name) { name = "contact_" + name }
    var unique = name
    var number = 2
    while !taken.insert(unique).inserted {
      unique = "\(name)_\(number)"
      number += 1
    }
    return unique
  }

  /// The names that templates have without any import.
  private static let reserved: Set<String> =
    Set(ImportField.allCases.map(\.rawValue)).union(MergeValues.builtIn)
    .union([MeetingOffer.name])
}
