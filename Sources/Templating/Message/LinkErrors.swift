extension Template {
  /// Links that could not be followed from a mail, as far as the text itself tells.
  ///
  /// The renderer keeps the words of such a link and drops its address, which nobody would notice.
  package var linkErrors: [TemplateError] { linkErrors(in: nodes) }

  private func linkErrors(in nodes: [TemplateNode]) -> [TemplateError] {
    nodes.flatMap { node in
      switch node {
      case .text(let range): return linkErrors(in: range)
      case .section(let section): return linkErrors(in: section.nodes)
      case .block(let block): return linkErrors(in: block.nodes)
      case .parent(let parent): return parent.blocks.flatMap { linkErrors(in: $0.nodes) }
      case .variable, .partial: return []
      }
    }
  }

  private func linkErrors(in text: Range<Int>) -> [TemplateError] {
    var errors: [TemplateError] = []
    var index = text.lowerBound
    while index + 1 < text.upperBound {
      guard source.bytes[index] == UInt8(ascii: "]"),
        source.bytes[index + 1] == UInt8(ascii: "(") || definesLink(index, in: text)
      else {
        index += 1
        continue
      }
      let isDefinition = source.bytes[index + 1] == UInt8(ascii: ":")
      var start = index + 2
      while isDefinition, start < text.upperBound, source.bytes[start] == 0x20 { start += 1 }
      if start < text.upperBound, source.bytes[start] == UInt8(ascii: "<") { start += 1 }
      var end = start
      while end < text.upperBound, source.bytes[end] > 0x20,
        isDefinition || source.bytes[end] != UInt8(ascii: ")"),
        source.bytes[end] != UInt8(ascii: ">")
      {
        end += 1
      }
      // Where the text ends here a tag goes on with the address, or is all of it.
      let isWhole = end < text.upperBound || end == source.bytes.count && start < end
      let address = Array(source.bytes[start..<end]) + (isWhole ? [] : [UInt8(ascii: "x")])
      if isWhole || start < end,
        !MarkdownMode.mail.allows(address, image: !isDefinition && isImage(closedAt: index))
      {
        errors.append(error(address: source.string(start..<end), at: start))
      }
      index = max(index + 1, end)
    }
    return errors
  }

  /// Whether the bracket is the end of a label that begins its line, with an address behind it.
  private func definesLink(_ bracket: Int, in text: Range<Int>) -> Bool {
    guard source.bytes[bracket + 1] == UInt8(ascii: ":") else { return false }
    var start = bracket
    while start > text.lowerBound, source.bytes[start - 1] != 0x0A, bracket - start < 999 {
      start -= 1
    }
    let label = source.bytes[start..<bracket].drop { $0 == 0x20 || $0 == UInt8(ascii: ">") }
    guard label.first == UInt8(ascii: "["),
      !label.dropFirst().contains(where: { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "]") })
    else { return false }
    // Nothing but a title may stand behind the address, else the line is text.
    let line = source.bytes[(bracket + 2)..<text.upperBound].prefix { $0 != 0x0A && $0 != 0x0D }
    let words = line.split(separator: 0x20, maxSplits: 1)
    guard words.count == 2, let mark = words[1].first else { return words.count == 1 }
    return "\"'(".utf8.contains(mark)
  }

  /// Whether a closing bracket belongs to `![`.
  private func isImage(closedAt bracket: Int) -> Bool {
    var depth = 0
    var index = bracket - 1
    while index > 0, bracket - index < 999 {
      if source.bytes[index] == UInt8(ascii: "]") { depth += 1 }
      if source.bytes[index] == UInt8(ascii: "[") {
        if depth == 0 { return source.bytes[index - 1] == UInt8(ascii: "!") }
        depth -= 1
      }
      index -= 1
    }
    return false
  }

  private func error(address: String, at offset: Int) -> TemplateError {
    let message =
      address.isEmpty
      ? "this link has no address: write https:// and the rest of it."
      : "a mail cannot link to '\(address.excerpt)': write https://, http:// or mailto: and the rest of it."
    return TemplateError(position: source.position(at: offset), message: message)
  }
}
