import FoundationEssentials

/// Looks a broken `liaison.json5` over part by part, so that all its faults can be named at once.
struct ConfigurationSurvey: Decodable {
  private(set) var errors: [DecodingError] = []

  private enum Key: String, CodingKey, CaseIterable { case brand, timeZone, senders, zoneinfo }

  init(from decoder: any Decoder) throws {
    var found: [DecodingError] = []
    func attempt(_ look: () throws -> Void) {
      do {
        try look()
      } catch let error as DecodingError {
        found.append(error)
      } catch {
        found.append(decoder.refusal("\(error)"))
      }
    }
    found += try decoder.unknownKeys(Key.self)
    let container = try decoder.container(keyedBy: Key.self)
    attempt { _ = try container.decode(Brand.self, forKey: .brand) }
    attempt { _ = try container.text(.timeZone) }
    attempt { _ = try container.decodeIfPresent(String.self, forKey: .zoneinfo) }
    attempt {
      var senders = try container.nestedUnkeyedContainer(forKey: .senders)
      while !senders.isAtEnd {
        // By a decoder of its own, since a failed `decode` does not go on to the next.
        let sender = try senders.superDecoder()
        attempt { _ = try SenderAccount(from: sender) }
      }
    }
    errors = found
  }

  /// Every fault of the file, with its place; the parts that are well say nothing.
  static func faults(in bytes: [UInt8], path: String) -> [ConfigurationError] {
    do throws(ConfigurationError) {
      let survey = try ConfigurationError.decode(Self.self, from: bytes, path: path)
      return survey.errors.map { ConfigurationError($0, bytes: bytes, path: path) }
        .sorted { ($0.line ?? 0, $0.column ?? 0) < ($1.line ?? 0, $1.column ?? 0) }
    } catch {
      return [error]
    }
  }
}
