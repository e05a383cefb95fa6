/// A condition on prospects and contacts, such as `country in (US, CA) and not tag:paused`.
///
/// Asked of a prospect, a field is the prospect's own, and those of contacts hold where one of its
/// contacts has them. Asked of a contact it is the contact's, or its prospect's where only prospects
/// have it; country, region and city are the contact's where they are known, else the prospect's.
/// What is not known is equal to nothing: `country != US` holds for it, `audience < 500` does not.
public struct Filter: Hashable, Sendable {
  /// The filter as it was written.
  public let text: String
  let root: FilterNode

  /// Reads a filter.
  ///
  /// - Throws: `FilterError`, with the column of the fault.
  public init(_ text: String) throws(FilterError) {
    self.text = text
    root = try FilterReader.node(of: FilterParser.parse(text))
  }

  init(text: String, root: FilterNode) {
    self.text = text
    self.root = root
  }

  /// The names of the saved segments that it refers to.
  var segments: Set<String> { root.segments }

  /// The fields that a row of a file cannot tell, in the order in which they are written.
  public var fieldsOutsideFiles: [String] { root.fields.filter { !$0.isInFile }.map(\.rawValue) }

  /// The filter with the segments that it names put in their places, and theirs.
  ///
  /// - Throws: `FilterError` where they go round in a circle or grow too large, and what `find` does.
  func resolved(_ find: (String) throws -> Filter) throws -> Filter {
    var conditions = 0
    let root = try root.resolved(inside: [], &conditions) { try find($0).root }
    return segments.isEmpty ? self : Filter(text: root.description, root: root)
  }
}

extension Filter: Codable {
  /// Reads the filter from a string.
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    do {
      try self.init(text)
    } catch {
      throw decoder.refusal(error.description)
    }
  }

  /// Writes the filter as a string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}

/// A filter as a tree; negation stands anywhere.
indirect enum FilterNode: Hashable, Sendable {
  case all([FilterNode])
  case any([FilterNode])
  case not(FilterNode)
  case term(FilterTerm)
  case segment(String, column: Int)

  /// The opposite.
  var negated: FilterNode { if case .not(let part) = self { part } else { .not(self) } }

  var segments: Set<String> {
    switch self {
    case .all(let parts), .any(let parts): Set(parts.flatMap(\.segments))
    case .not(let part): part.segments
    case .term: []
    case .segment(let name, _): [name]
    }
  }

  var fields: [FilterField] {
    switch self {
    case .all(let parts), .any(let parts): parts.flatMap(\.fields)
    case .not(let part): part.fields
    case .term(let term): [term.field]
    case .segment: []
    }
  }

  fileprivate func resolved(
    inside names: [String], _ conditions: inout Int, _ find: (String) throws -> FilterNode
  ) throws -> FilterNode {
    switch self {
    case .all(let parts):
      return .all(try parts.map { try $0.resolved(inside: names, &conditions, find) })
    case .any(let parts):
      return .any(try parts.map { try $0.resolved(inside: names, &conditions, find) })
    case .not(let part): return try part.resolved(inside: names, &conditions, find).negated
    case .term:
      conditions += 1
      guard conditions <= FilterSyntax.mostConditions else {
        throw FilterError(
          "with its segments the filter has more than \(FilterSyntax.mostConditions) conditions",
          column: 1)
      }
      return self
    case .segment(let name, let column):
      guard !names.contains(name), names.count < 8 else {
        throw FilterError(
          names.contains(name)
            ? "the segment '\(name)' leads back to itself"
            : "more than 8 segments stand inside each other", column: column)
      }
      return try find(name).resolved(inside: names + [name], &conditions, find)
    }
  }
}

/// One condition: a field and what one of its values must be.
struct FilterTerm: Hashable, Sendable {
  enum Test: Hashable, Sendable {
    /// Equal to one of these; of a language its beginning is enough.
    case among([String])
    /// Holds this text, which is in lower case.
    case contains(String)
    case number(FilterComparison, Int)
    case date(FilterComparison, FilterDate)
    /// Has a value at all.
    case present
  }

  let field: FilterField
  let test: Test
}
