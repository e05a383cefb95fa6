import Foundation

/// A component of a calendar file as it is read back (RFC 5545), for tests alone.
struct CalendarComponent {
  struct Property {
    let name: String
    let parameters: [String: String]
    let value: String
  }

  struct Malformed: Error {
    let line: String
  }

  let name: String
  private(set) var properties: [Property] = []
  private(set) var components: [CalendarComponent] = []

  /// Reads a whole file; every line must be ended by CR LF and have at most 75 octets.
  init(_ text: String) throws {
    guard text.hasSuffix("\r\n") else { throw Malformed(line: "the end") }
    let folded = text.dropLast().components(separatedBy: "\r\n").filter { !$0.isEmpty }
    for line in folded where line.utf8.count > 75 || line.contains(where: \.isNewline) {
      throw Malformed(line: line)
    }
    var lines = text.replacing("\r\n ", with: "").components(separatedBy: "\r\n").dropLast()[...]
    self = try Self.read(&lines)
    guard lines.isEmpty else { throw Malformed(line: lines[lines.startIndex]) }
  }

  private init(name: String) { self.name = name }

  private static func read(_ lines: inout ArraySlice<String>) throws -> CalendarComponent {
    let begin = try Property(line: lines.popFirst() ?? "")
    guard begin.name == "BEGIN" else { throw Malformed(line: begin.name) }
    var component = CalendarComponent(name: begin.value)
    while let line = lines.first {
      let property = try Property(line: line)
      switch property.name {
      case "BEGIN": component.components.append(try read(&lines))
      case "END" where property.value == component.name:
        lines.removeFirst()
        return component
      case "END": throw Malformed(line: line)
      default:
        lines.removeFirst()
        component.properties.append(property)
      }
    }
    throw Malformed(line: "no END:\(component.name)")
  }

  /// The value of a property that stands there once.
  func value(_ name: String) -> String? { property(name)?.value }

  func property(_ name: String) -> Property? {
    let found = properties.filter { $0.name == name }
    return found.count == 1 ? found[0] : nil
  }

  func first(_ name: String) -> CalendarComponent? { components.first { $0.name == name } }
}

extension CalendarComponent.Property {
  fileprivate init(line: String) throws {
    var parts: [String] = [""]
    var value: String?
    var isQuoted = false
    for character in line {
      if value != nil {
        value?.append(character)
      } else if character == "\"" {
        isQuoted.toggle()
      } else if isQuoted || character != ";" && character != ":" {
        parts[parts.count - 1].append(character)
      } else if character == ";" {
        parts.append("")
      } else {
        value = ""
      }
    }
    guard let value, !parts[0].isEmpty else { throw CalendarComponent.Malformed(line: line) }
    name = parts[0]
    self.value = value
    parameters = Dictionary(
      try parts.dropFirst().map { part in
        let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard pair.count == 2 else { throw CalendarComponent.Malformed(line: line) }
        return (String(pair[0]), String(pair[1]))
      }, uniquingKeysWith: { $1 })
  }

  /// The value of type TEXT without its escapes.
  var text: String {
    var result = ""
    var isEscaped = false
    for character in value {
      if isEscaped {
        result.append(character == "n" || character == "N" ? "\n" : character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        result.append(character)
      }
    }
    return result
  }
}
