import Scheduling

/// The lines of a calendar file (RFC 5545): folded at 75 octets, each ended with CR LF.
struct CalendarLines {
  private static let most = 75
  private(set) var text = ""

  /// Adds a content line, folded between characters (section 3.1).
  mutating func add(_ line: String) {
    var room = Self.most
    for scalar in line.unicodeScalars {
      let octets = UTF8.width(scalar)
      if octets > room {
        text += "\r\n "
        room = Self.most - 1
      }
      text.unicodeScalars.append(scalar)
      room -= octets
    }
    text += "\r\n"
  }

  /// A value of type TEXT (section 3.3.11); other controls have no place in it.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",": result += "\\\(scalar)"
      case "\n": result += "\\n"
      case _ where isControl(scalar): continue
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A parameter's value in quotes, which can hold neither controls nor quotes (section 3.2).
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars where !isControl(scalar) {
      result.unicodeScalars.append(scalar == "\"" ? "'" : scalar)
    }
    return result + "\""
  }

  /// `20261124T090000Z` (section 3.3.5, form 2).
  static func utc(_ instant: Instant) -> String {
    Instant(seconds: instant.seconds).iso8601.filter { $0 != "-" && $0 != ":" }
  }

  /// `20261124T100000` by a clock so far ahead of UTC (section 3.3.5, forms 1 and 3).
  static func local(_ instant: Instant, offset: Int) -> String {
    String(utc(instant.adding(seconds: Int64(offset))).dropLast())
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || scalar.value == 0x7F
  }
}
