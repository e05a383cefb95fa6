/// A value as SQLite stores it in a `STRICT` table.
package enum Value: Hashable, Sendable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)
  case blob([UInt8])

  /// Text, or null where there is none.
  package static func text(_ value: String?) -> Value { value.map(Value.text) ?? .null }
  /// An integer, or null where there is none.
  package static func integer(_ value: Int64?) -> Value { value.map(Value.integer) ?? .null }
  /// A count or a number of a step.
  package static func integer(_ value: Int) -> Value { .integer(Int64(value)) }
  /// A flag, kept as 0 or 1.
  package static func flag(_ value: Bool) -> Value { .integer(value ? 1 : 0) }
}

extension Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByNilLiteral {
  package init(stringLiteral value: String) { self = .text(value) }
  package init(integerLiteral value: Int64) { self = .integer(value) }
  package init(nilLiteral: ()) { self = .null }
}
