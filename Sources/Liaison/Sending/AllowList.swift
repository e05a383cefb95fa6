/// The addresses and domains that a trial run may write to; it claims nobody else.
public struct AllowList: Hashable, Sendable {
  /// The addresses in key form, and domains as `@example.com`.
  let keys: [String]

  /// Makes a list of addresses and `@domains`; one without entries lets nothing go.
  ///
  /// A domain stands for itself alone, not for those below it.
  public init(_ keys: [SuppressionKey]) { self.keys = keys.map(\.description) }

  /// A condition for SQL on an address in key form, whose parameters are numbered from `first`.
  func condition(on column: String, first: Int) -> String {
    let parts = keys.enumerated().map { index, key in
      let mark = "$\(first + index)"
      return key.hasPrefix("@")
        ? "substr(\(column), length(\(column)) - length(\(mark)) + 1) = \(mark)"
        : "\(column) = \(mark)"
    }
    return parts.isEmpty ? "1 = 0" : "(\(parts.joined(separator: " OR ")))"
  }
}
