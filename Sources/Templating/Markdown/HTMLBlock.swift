/// The kinds of HTML blocks, by what starts and ends them (CommonMark 0.31.2, section 4.6).
enum HTMLBlock: Equatable {
  /// `<script`, `<pre`, `<style` or `<textarea`, to any of their closing tags.
  case verbatim
  case comment
  case instruction
  case declaration
  case data
  /// The tag of an element that is a block, to a blank line.
  case element
  /// Any other tag that is all of a line, to a blank line.
  case tag

  /// The kind that a line starts; the line is given without the white space before it.
  init?(_ bytes: [UInt8], line: Range<Int>) {
    let text = bytes[line]
    guard text.first == UInt8(ascii: "<"), text.count > 1 else { return nil }
    let rest = text.dropFirst()
    switch rest.first {
    case UInt8(ascii: "!"):
      if rest.starts(with: "!--".utf8) {
        self = .comment
      } else if rest.starts(with: "![CDATA[".utf8) {
        self = .data
      } else if rest.count > 1, ASCII.isLetter(rest[rest.startIndex + 1]) {
        self = .declaration
      } else {
        return nil
      }
      return
    case UInt8(ascii: "?"):
      self = .instruction
      return
    default: break
    }
    let isClosing = rest.first == UInt8(ascii: "/")
    let nameAndRest = isClosing ? rest.dropFirst() : rest
    let name = nameAndRest.prefix(while: ASCII.isAlphanumeric)
    let after = nameAndRest[name.endIndex...]
    let key = String(decoding: name, as: UTF8.self).lowercased()
    let isEnded = after.first.map { $0 <= 0x20 || $0 == UInt8(ascii: ">") } ?? true
    if !isClosing, isEnded, HTMLBlock.verbatimNames.contains(key) {
      self = .verbatim
    } else if isEnded || after.starts(with: "/>".utf8), HTMLBlock.elementNames.contains(key) {
      self = .element
    } else if isClosing || !HTMLBlock.verbatimNames.contains(key),
      let end = RawHTML.tagEnd(bytes, at: line.lowerBound, limit: line.upperBound),
      bytes[end..<line.upperBound].allSatisfy({ $0 == 0x20 || $0 == 0x09 })
    {
      self = .tag
    } else {
      return nil
    }
  }

  var endsAtBlankLine: Bool { self == .element || self == .tag }

  /// Whether the block ends with this line.
  func ends(with line: ArraySlice<UInt8>) -> Bool {
    switch self {
    case .verbatim:
      let lower = line.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
      return HTMLBlock.verbatimNames.contains { lower.contains("</\($0)>".utf8) }
    case .comment: return line.contains("-->".utf8)
    case .instruction: return line.contains("?>".utf8)
    case .declaration: return line.contains(UInt8(ascii: ">"))
    case .data: return line.contains("]]>".utf8)
    case .element, .tag: return false
    }
  }

  private static let verbatimNames: Set<String> = ["pre", "script", "style", "textarea"]

  private static let elementNames = Set(
    """
    address article aside base basefont blockquote body caption center col colgroup dd details \
    dialog dir div dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 \
    head header hr html iframe legend li link main menu menuitem nav noframes ol optgroup option p \
    param search section summary table tbody td tfoot th thead title tr track ul
    """.split(separator: " ").map(String.init))
}
