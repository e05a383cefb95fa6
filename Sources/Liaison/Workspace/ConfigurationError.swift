import FoundationEssentials
import Tone

/// A fault in one of the workspace's JSON5 files, with its place.
public struct ConfigurationError: Error, Hashable, CustomStringConvertible {
  /// The file, relative to the workspace.
  public let path: String
  /// The line, counted from 1, where it could be found out.
  public let line: Int?
  /// The column, counted from 1, where it could be found out.
  public let column: Int?
  /// What is wrong and what is wanted.
  public let message: String

  /// A fault with its place.
  public init(path: String, line: Int? = nil, column: Int? = nil, message: String) {
    self.path = path
    self.line = line
    self.column = column
    self.message = message
  }

  /// The file with line and column, as compilers write it.
  public var place: String {
    [path, line.map { "\($0)" }, line == nil ? nil : column.map { "\($0)" }]
      .compactMap { $0 }.joined(separator: ":")
  }

  /// The place, then the fault.
  public var description: String { "\(place): \(message)" }
}

extension ConfigurationError {
  /// Decodes a JSON5 file; the error is its first fault, with line and column.
  static func decode<T: Decodable>(
    _ type: T.Type, from bytes: [UInt8], path: String
  ) throws(ConfigurationError) -> T {
    do throws(ConfigurationFaults) {
      return try ConfigurationFaults.decode(type, from: bytes, path: path)
    } catch {
      throw ConfigurationError(error)
    }
  }

  /// The first of several, with a word about the others.
  init(_ faults: ConfigurationFaults) {
    let first = faults.first
    let others = faults.faults.count - 1
    self.init(
      path: first.path, line: first.line, column: first.column,
      message: others == 0
        ? first.message : "\(first.message) (and \(others) more; see 'liaison doctor')")
  }

  init(_ error: DecodingError, bytes: [UInt8], path: String) {
    let (context, message) = Self.explain(error)
    if let fault = JSON5Locator.fault(in: bytes) {
      self.init("not valid JSON5: \(fault.reason)", at: fault.offset, bytes: bytes, path: path)
      return
    }
    let keys: [JSON5Locator.Key] = context.codingPath.map { key in
      key.intValue.map { .index($0) } ?? .name(key.stringValue)
    }
    self.init(message, at: JSON5Locator.offset(of: keys, in: bytes), bytes: bytes, path: path)
  }

  /// A fault at an offset of a file's bytes.
  init(_ message: String, at offset: Int, bytes: [UInt8], path: String) {
    let (line, column) = Self.position(of: offset, in: bytes)
    self.init(path: path, line: line, column: column, message: message)
  }

  private static func position(of offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
    let before = bytes.prefix(offset)
    let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    return (
      before.count { $0 == UInt8(ascii: "\n") } + 1,
      before[lineStart...].count { $0 & 0xC0 != 0x80 } + 1
    )
  }

  private static func explain(_ error: DecodingError) -> (DecodingError.Context, String) {
    switch error {
    case .keyNotFound(let key, let context):
      return (context, "'\(key.stringValue)' is missing here")
    case .valueNotFound(_, let context):
      return (context, "\(name(of: context)) has no value")
    case .typeMismatch(let type, let context):
      return (context, "\(name(of: context)) must be \(word(for: type))")
    case .dataCorrupted(let context):
      return (context, context.debugDescription)
    @unknown default:
      return (.init(codingPath: [], debugDescription: ""), "\(error)")
    }
  }

  private static func name(of context: DecodingError.Context) -> String {
    context.codingPath.last { $0.intValue == nil }.map { "'\($0.stringValue)'" } ?? "the file"
  }

  private static func word(for type: any Any.Type) -> String {
    switch "\(type)" {
    case "String": "a text in quotes"
    case "Int", "Double": "a number"
    case "Bool": "true or false"
    case let name where name.hasPrefix("Array"): "a list in [brackets]"
    case let name where name.hasPrefix("Dictionary"): "an object in {braces}"
    default: "a \(type)"
    }
  }
}
