import FoundationEssentials

/// The names that a folder of zone files has, with the links among them.
struct ZoneList: Sendable {
  /// Each listed name; a link has the name that it stands for.
  private(set) var targets: [String: String?] = [:]

  /// Such as `2025b`, where the folder tells.
  private(set) var version: String?

  init() {}

  /// Reads `tzdata.zi`, which lists every zone and link; where it is absent, looks at the files.
  init(folder: String) throws(ZoneFileError) {
    do {
      readSource(try ZoneFile.read("\(folder)/tzdata.zi"))
    } catch  where !error.isMissing {
      throw error
    } catch {
      version = nil
    }
    if targets.isEmpty { try walk(folder, prefix: "", depth: 0) }
    for name in ["+VERSION", "version"] where version == nil {
      guard let bytes = try? ZoneFile.read("\(folder)/\(name)", atMost: 64) else { continue }
      let line = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
      if Self.isVersion(line) { version = String(decoding: line, as: UTF8.self) }
    }
  }

  /// Reads the lines `# version 2025b`, `Z NAME …` and `L TARGET NAME` of the compact source.
  mutating func readSource(_ bytes: [UInt8]) {
    targets.reserveCapacity(640)
    for line in bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      let kind = line[line.startIndex]
      guard kind == UInt8(ascii: "Z") || kind == UInt8(ascii: "L") || kind == UInt8(ascii: "#")
      else { continue }
      let words = line.split(maxSplits: 3, whereSeparator: { $0 == 0x20 || $0 == 0x09 })
      guard words.count >= 2, words[0].count == 1 else { continue }
      let first = String(decoding: words[1], as: UTF8.self)
      switch kind {
      case UInt8(ascii: "Z") where Self.isName(words[1]):
        targets.updateValue(nil, forKey: first)
      case UInt8(ascii: "L") where words.count >= 3 && Self.isName(words[2]):
        targets[String(decoding: words[2], as: UTF8.self)] = first
      case UInt8(ascii: "#") where version == nil && first == "version" && words.count >= 3:
        if Self.isVersion(words[2]) { version = String(decoding: words[2], as: UTF8.self) }
      default: break
      }
    }
  }

  private mutating func walk(_ folder: String, prefix: String, depth: Int) throws(ZoneFileError) {
    let entries: [String]
    do {
      entries = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      // Only the folder itself must be readable; what is below counts as far as it is.
      guard depth == 0 else { return }
      throw ZoneFileError(code: nil, reason: "The folder cannot be read")
    }
    for entry in entries where Self.isName(Array(entry.utf8)[...]) {
      let path = "\(folder)/\(entry)"
      if let magic = try? ZoneFile.read(path, atMost: 4) {
        if magic.elementsEqual("TZif".utf8) { targets.updateValue(nil, forKey: prefix + entry) }
      } else if depth < 3 {
        try walk(path, prefix: "\(prefix)\(entry)/", depth: depth + 1)
      }
    }
  }

  /// Whether it looks like a zone's name: no way out of the folder, no `localtime`, no `posix/`.
  private static func isName(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first, first.isASCIIUppercase else { return false }
    return bytes.allSatisfy { byte in
      byte.isASCIILetter || byte.isASCIIDigit || "/_+-".utf8.contains(byte)
    }
  }

  /// Whether it is a release of the tz database: a year and letters.
  private static func isVersion(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.count >= 4 && bytes.count <= 16 && bytes.prefix(4).allSatisfy(\.isASCIIDigit)
      && bytes.dropFirst(4).allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || $0 == 0x2D }
  }
}
