import FoundationEssentials

/// Any key of a JSON object, so that those nobody asked for can be found.
private struct AnyKey: CodingKey {
  let stringValue: String
  let intValue: Int? = nil
  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { return nil }
}

extension Decoder {
  /// Refuses keys that `Keys` does not have, so that a mistyped setting is not silently ignored.
  func refuseUnknownKeys<Keys: CodingKey & CaseIterable>(_ keys: Keys.Type) throws {
    if let first = try unknownKeys(keys).first { throw first }
  }

  /// An error for each key that `Keys` does not have.
  func unknownKeys<Keys: CodingKey & CaseIterable>(_ keys: Keys.Type) throws -> [DecodingError] {
    let known = Set(keys.allCases.map(\.stringValue))
    return try container(keyedBy: AnyKey.self).allKeys.filter { !known.contains($0.stringValue) }
      .map { key in
        .dataCorrupted(
          .init(
            codingPath: codingPath + [key],
            debugDescription:
              "unknown setting '\(key.stringValue)'; known here: "
              + known.sorted().joined(separator: ", ")))
      }
  }

  /// An error about the value being decoded.
  func refusal(_ reason: String) -> DecodingError {
    .dataCorrupted(.init(codingPath: codingPath, debugDescription: reason))
  }
}

extension KeyedDecodingContainer {
  /// A text that must not be blank.
  func text(_ key: Key) throws -> String {
    let text = try decode(String.self, forKey: key)
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw DecodingError.dataCorruptedError(
        forKey: key, in: self, debugDescription: "'\(key.stringValue)' is blank")
    }
    return text
  }
}
