import Foundation

/// A JSON document to look into: `document["findings"][0]["line"].int`.
///
/// What is not there is nothing, and so is everything in it.
package struct JSON: CustomStringConvertible {
  private let value: Any?

  package init(_ value: Any?) { self.value = value }

  package subscript(key: String) -> JSON { JSON((value as? [String: Any])?[key]) }
  package subscript(index: Int) -> JSON {
    let array = value as? [Any] ?? []
    return JSON(array.indices.contains(index) ? array[index] : nil)
  }

  package var array: [JSON] { (value as? [Any] ?? []).map(JSON.init) }
  package var keys: [String] { (value as? [String: Any] ?? [:]).keys.sorted() }
  package var string: String? { value as? String }
  package var int: Int? { (value as? NSNumber)?.intValue }
  package var double: Double? { (value as? NSNumber)?.doubleValue }
  package var bool: Bool? { value as? Bool }
  package var exists: Bool { value != nil && !(value is NSNull) }
  package var description: String { value.map { "\($0)" } ?? "nothing" }
}
