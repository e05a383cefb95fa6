import FoundationEssentials
import Tone

/// All the faults of one of the workspace's JSON5 files.
struct ConfigurationFaults: Error {
  /// The fault that was met first; an unknown key comes before what is missing for its sake.
  let first: ConfigurationError
  /// All of them, the first among them, in the order of their places.
  let faults: [ConfigurationError]

  /// Faults that were found in the order of reading.
  init(_ found: [ConfigurationError], else fallback: ConfigurationError) {
    first = found.first ?? fallback
    faults = (found.isEmpty ? [fallback] : found)
      .sorted { ($0.line ?? 0, $0.column ?? 0) < ($1.line ?? 0, $1.column ?? 0) }
  }

  /// More than anybody mends at once.
  private static let mostFaults = 50

  /// Decodes a JSON5 file and gives every fault its line and column, up to fifty.
  static func decode<T: Decodable>(
    _ type: T.Type, from bytes: [UInt8], path: String
  ) throws(ConfigurationFaults) -> T {
    if let fault = JSON5Locator.encodingFault(in: bytes) {
      throw ConfigurationFaults(
        [], else: ConfigurationError(fault.reason, at: fault.offset, bytes: bytes, path: path))
    }
    let decoder = JSONDecoder()
    decoder.allowsJSON5 = true
    do {
      return try decoder.decode(type, from: Data(bytes))
    } catch {
      let errors =
        switch error {
        case let error as SettingsFaults: error.errors
        case let error as DecodingError: [error]
        default: [DecodingError]()
        }
      // Each is looked for from the start of the file, so that thousands would take minutes.
      throw ConfigurationFaults(
        errors.prefix(mostFaults).map { ConfigurationError($0, bytes: bytes, path: path) },
        else: ConfigurationError(path: path, message: "\(error)"))
    }
  }
}
