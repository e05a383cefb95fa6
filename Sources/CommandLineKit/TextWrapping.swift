/// Text of paragraphs broken into lines that fit a width.
package enum TextWrapping {
  /// Breaks paragraphs at spaces; a line that begins with a space is an example and stays as it is.
  package static func lines(of text: String, width: Int, indent: Int = 0) -> [String] {
    let margin = String(repeating: " ", count: indent)
    var result: [String] = []
    var paragraph: [Substring] = []
    func endParagraph() {
      result += fill(paragraph, width: width - indent).map { margin + $0 }
      paragraph = []
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.first == " " || line.isEmpty {
        endParagraph()
        result.append(line.isEmpty ? "" : margin + line)
      } else {
        paragraph += line.split(separator: " ")
      }
    }
    endParagraph()
    return result
  }

  private static func fill(_ words: [Substring], width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in words {
      let columns = DisplayWidth.of(String(word))
      if used > 0, used + 1 + columns > width {
        lines.append(line)
        line = ""
        used = 0
      }
      if used > 0 {
        line += " "
        used += 1
      }
      line += word
      used += columns
    }
    if used > 0 { lines.append(line) }
    return lines
  }
}
