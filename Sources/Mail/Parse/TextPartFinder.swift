/// Chooses the parts that a mail program would show as the text of a message (RFC 2046 section 5.1.4).
enum TextPartFinder {
  /// Texts that are no attachments and stand in no embedded message; of alternatives the plain one.
  static func parts(of parts: [MIMEPart]) -> [Int] {
    // For each multipart/alternative, the child that is shown.
    var chosen: [Int: Int] = [:]
    var isHidden = [Bool](repeating: false, count: parts.count)
    var found: [Int] = []
    for (number, part) in parts.enumerated() {
      guard let parent = part.parent, parts[parent].mediaType == "multipart/alternative" else {
        continue
      }
      if let before = chosen[parent], rank(parts[before]) <= rank(part) { continue }
      chosen[parent] = number
    }
    for (number, part) in parts.enumerated() {
      if let parent = part.parent {
        if isHidden[parent] || parts[parent].isEmbeddedMessage {
          isHidden[number] = true
        } else if let shown = chosen[parent], shown != number {
          isHidden[number] = true
        }
      }
      if !isHidden[number], isShown(part) { found.append(number) }
    }
    if found.isEmpty, let only = parts.first, !only.hasParts, only.parent == nil,
      only.mediaType.hasPrefix("text/") || only.isMultipart
    {
      return [0]
    }
    return found
  }

  private static func rank(_ part: MIMEPart) -> Int {
    switch part.mediaType {
    case "text/plain", "text": 0
    case "text/html": 1
    case let type where type.hasPrefix("multipart/"): 2
    default: 3
    }
  }

  private static func isShown(_ part: MIMEPart) -> Bool {
    guard !part.hasParts, part.disposition != "attachment" else { return false }
    switch part.mediaType {
    case "text/plain", "text", "text/html", "application/xhtml+xml": return true
    // A multipart without parts is a text whose header is wrong.
    default: return part.isMultipart
    }
  }
}
