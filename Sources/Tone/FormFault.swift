import FoundationEssentials

/// A fault in a decoded file, by its path in the file.
struct FormFault: Error {
  let path: [JSON5Locator.Key]
  let reason: String

  init(_ path: [JSON5Locator.Key], _ reason: String) {
    self.path = path
    self.reason = reason
  }

  /// A decoder's error in plain words.
  init(_ error: any Error) {
    func keys(_ path: [any CodingKey]) -> [JSON5Locator.Key] {
      path.map { key in key.intValue.map { .index($0) } ?? .name(key.stringValue) }
    }
    switch error {
    case DecodingError.keyNotFound(let key, let context):
      self.init(keys(context.codingPath), "the key \"\(key.stringValue)\" is missing")
    case DecodingError.typeMismatch(let type, let context),
      DecodingError.valueNotFound(let type, let context):
      self.init(keys(context.codingPath), "a value of another kind is needed here: \(type)")
    case DecodingError.dataCorrupted(let context):
      let isEnum = !context.codingPath.isEmpty
      self.init(
        keys(context.codingPath), isEnum ? context.debugDescription : "the file is not JSON5")
    default:
      self.init([], "the file cannot be read: \(error)")
    }
  }
}

/// Any key, to see those that nothing reads.
private struct AnyKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }
  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}

extension Decoder {
  /// Refuses keys that nothing reads, which are mostly mistyped ones.
  func refuseKeys(besides known: [String]) throws {
    let container = try container(keyedBy: AnyKey.self)
    for key in container.allKeys where !known.contains(key.stringValue) {
      throw DecodingError.dataCorrupted(
        .init(
          codingPath: codingPath + [key],
          debugDescription:
            "the key \"\(key.stringValue)\" is unknown: use \(known.joined(separator: ", "))"))
    }
  }
}
