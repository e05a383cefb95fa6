import Foundation

/// A JSON document to look into: `document["findings"][0]["line"].int`.
///
/// What is not there is nothing, and so is everything in it.
struct JSON: CustomStringConvertible {
  private let value: Any?

  init(_ value: Any?) { self.value = value }

  subscript(key: String) -> JSON { JSON((value as? [String: Any])?[key]) }
  subscript(index: Int) -> JSON {
    let array = value as? [Any] ?? []
    return JSON(array.indices.contains(index) ? array[index] : nil)
  }

  var array: [JSON] { (value as? [Any] ?? []).map(JSON.init) }
  var keys: [String] { (value as? [String: Any] ?? [:]).keys.sorted() }
  var string: String? { value as? String }
  var int: Int? { (value as? NSNumber)?.intValue }
  var double: Double? { (value as? NSNumber)?.doubleValue }
  var bool: Bool? { value as? Bool }
  var exists: Bool { value != nil && !(value is NSNull) }
  var description: String { value.map { "\($0)" } ?? "nothing" }
}
