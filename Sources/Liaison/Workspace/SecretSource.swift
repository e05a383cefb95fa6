import FoundationEssentials
import Glibc

/// Where a secret is kept: an environment variable, a command's output, or a 0600 file.
///
/// Never the secret itself: the configuration may be in version control.
public enum SecretSource: Codable, Hashable, Sendable {
  /// The value of an environment variable.
  case environment(String)
  /// The first line that a command prints, such as a password manager's.
  case command(String)
  /// The first line of a file that only its owner can read.
  case file(String)

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case environment = "env"
    case command, file
  }

  /// Reads `{ env: … }`, `{ command: … }` or `{ file: … }`; a literal is refused.
  public init(from decoder: any Decoder) throws {
    let wanted = "{ env: \"NAME\" }, { command: \"…\" } or { file: \"…\" }"
    guard var settings = try? SettingsReader(decoder, CodingKeys.self) else {
      throw decoder.refusal("a password is never written here; say where it is: \(wanted)")
    }
    guard settings.isWell else { throw settings.faults }
    let keys = CodingKeys.allCases.filter { settings.has($0) }
    guard keys.count == 1, let key = keys.first else {
      throw decoder.refusal("a password is one of \(wanted)")
    }
    guard let text = settings.text(key) else { throw settings.faults }
    self =
      switch key {
      case .environment: .environment(text)
      case .command: .command(text)
      case .file: .file(text)
      }
  }

  /// Writes the place back; the secret itself is never part of it.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .environment(let name): try container.encode(name, forKey: .environment)
    case .command(let line): try container.encode(line, forKey: .command)
    case .file(let path): try container.encode(path, forKey: .file)
    }
  }
}

/// A secret that no log, description or dump shows.
struct Secret: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  let revealed: String
  var description: String { "•••" }
  var debugDescription: String { "•••" }
  var customMirror: Mirror { Mirror(self, children: []) }
}

/// Why a secret could not be had; it names the place, never the content.
struct SecretError: Error, CustomStringConvertible {
  let description: String
}

extension SecretSource {
  /// Fetches the secret; a relative file is looked for in `folder`.
  func secret(environment: [String: String], folder: String) throws(SecretError) -> Secret {
    switch self {
    case .environment(let name):
      guard let value = environment[name], !value.isEmpty else {
        throw SecretError(
          description: "the environment variable \(name) is not set; it should hold the password")
      }
      return Secret(revealed: value)
    case .file(let path):
      return try Self.read(path.hasPrefix("/") ? path : folder + "/" + path)
    case .command(let line):
      return try Self.output(of: line)
    }
  }

  private static func read(_ path: String) throws(SecretError) -> Secret {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw SecretError(
        description: "cannot read the password file \(path): \(String(cString: strerror(errno)))")
    }
    defer { close(descriptor) }
    var info = stat()
    guard fstat(descriptor, &info) == 0, info.st_mode & S_IFMT == S_IFREG,
      info.st_mode & 0o077 == 0
    else {
      throw SecretError(
        description: "others can read the password file \(path); run: chmod 600 \(path)")
    }
    return try firstLine(of: readAll(descriptor), from: path)
  }

  private static func output(of line: String) throws(SecretError) -> Secret {
    guard let stream = popen(line, "re") else {
      throw SecretError(description: "cannot run the password command '\(line)'")
    }
    let bytes = readAll(fileno(stream))
    let status = pclose(stream)
    guard status == 0 else {
      throw SecretError(description: "the password command '\(line)' failed (status \(status))")
    }
    return try firstLine(of: bytes, from: "the command '\(line)'")
  }

  /// At most 64 KB, far more than any password.
  private static func readAll(_ descriptor: Int32) -> [UInt8] {
    var found: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while found.count < 65_536 {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      if count <= 0 { break }
      found.append(contentsOf: chunk[..<count])
    }
    return found
  }

  private static func firstLine(of bytes: [UInt8], from place: String) throws(SecretError) -> Secret
  {
    let line = bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    guard !line.isEmpty else { throw SecretError(description: "\(place) holds no password") }
    return Secret(revealed: String(decoding: line, as: UTF8.self))
  }
}
