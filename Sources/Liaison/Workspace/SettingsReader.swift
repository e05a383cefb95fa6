import FoundationEssentials

/// All that is wrong with an object of settings and those inside it, in the order of reading.
struct SettingsFaults: Error {
  fileprivate(set) var errors: [DecodingError] = []
}

/// Reads the settings of one JSON object, and goes on after a fault, so that a team sees all their
/// faults at once.
///
/// What is faulty reads as nil; whoever builds a value from it throws `faults` unless `isWell`.
struct SettingsReader<Key: CodingKey & CaseIterable> {
  private let container: KeyedDecodingContainer<Key>
  private(set) var faults = SettingsFaults()

  /// Whether nothing was wrong so far.
  var isWell: Bool { faults.errors.isEmpty }

  /// Begins with an object; a key that `Key` has not is a fault, so that a mistyped setting is not
  /// silently ignored.
  init(_ decoder: any Decoder, _ keys: Key.Type) throws {
    container = try decoder.container(keyedBy: keys)
    let known = Set(keys.allCases.map(\.stringValue))
    for key in try decoder.container(keyedBy: AnyKey.self).allKeys
    where !known.contains(key.stringValue) {
      faults.errors.append(
        .dataCorrupted(
          .init(
            codingPath: decoder.codingPath + [key],
            debugDescription:
              "unknown setting '\(key.stringValue)'; known here: "
              + known.sorted().joined(separator: ", "))))
    }
  }

  /// A setting that must be there.
  mutating func required<T: Decodable>(_ key: Key, as type: T.Type = T.self) -> T? {
    attempt { try $0.decode(type, forKey: key) }
  }

  /// A setting that may be left out.
  mutating func optional<T: Decodable>(_ key: Key, as type: T.Type = T.self) -> T? {
    attempt { try $0.decodeIfPresent(type, forKey: key) } ?? nil
  }

  /// A text that must be there and not be blank.
  mutating func text(_ key: Key) -> String? {
    guard let text = required(key, as: String.self) else { return nil }
    guard text.contains(where: { !$0.isWhitespace }) else {
      refuse(key, "'\(key.stringValue)' is blank")
      return nil
    }
    return text
  }

  /// A list that must be there; of each entry all faults are found, and one makes the list nil.
  mutating func list<T: Decodable>(_ key: Key, of type: T.Type = T.self) -> [T]? {
    guard var entries = attempt({ try $0.nestedUnkeyedContainer(forKey: key) }) else {
      return nil
    }
    var found: [T] = []
    let before = faults.errors.count
    while !entries.isAtEnd {
      // By a decoder of its own, since a failed `decode` does not go on to the next.
      guard let entry = attempt({ _ in try entries.superDecoder() }) else { return nil }
      if let value = attempt({ _ in try type.init(from: entry) }) { found.append(value) }
    }
    return faults.errors.count == before ? found : nil
  }

  /// A list that may be left out.
  mutating func optionalList<T: Decodable>(_ key: Key, of type: T.Type = T.self) -> [T]? {
    has(key) ? list(key, of: type) : nil
  }

  /// Whether the setting stands there at all.
  func has(_ key: Key) -> Bool { container.contains(key) }

  /// Notes that a setting is not as it should be.
  mutating func refuse(_ key: Key, _ reason: String) {
    faults.errors.append(
      .dataCorruptedError(forKey: key, in: container, debugDescription: reason))
  }

  /// Reads something; where that fails the fault is noted.
  private mutating func attempt<T>(
    _ read: (KeyedDecodingContainer<Key>) throws -> T
  ) -> T? {
    do {
      return try read(container)
    } catch let error as SettingsFaults {
      faults.errors += error.errors
    } catch let error as DecodingError {
      faults.errors.append(error)
    } catch {
      faults.errors.append(
        .dataCorrupted(.init(codingPath: container.codingPath, debugDescription: "\(error)")))
    }
    return nil
  }
}

/// Any key of a JSON object, so that those nobody asked for can be found.
private struct AnyKey: CodingKey {
  let stringValue: String
  let intValue: Int? = nil
  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { return nil }
}

extension Decoder {
  /// An error about the value being decoded.
  func refusal(_ reason: String) -> DecodingError {
    .dataCorrupted(.init(codingPath: codingPath, debugDescription: reason))
  }
}
