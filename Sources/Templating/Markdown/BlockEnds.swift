// What is known of a block only at its end.

extension MarkdownDocument {
  /// Takes the link reference definitions off the start of a paragraph; whether text is left.
  mutating func takeDefinitions(of index: Int) -> Bool {
    let content = blocks[index].content
    var start = content.lowerBound
    while start < content.upperBound, bytes[start] == UInt8(ascii: "["),
      let definition = LinkDefinition(bytes, at: start, limit: content.upperBound)
    {
      references.add(definition)
      start = definition.end
    }
    blocks[index].content = start..<content.upperBound
    return start < content.upperBound
  }

  /// Finds out whether a list is tight: no blank line between its items or the blocks in them.
  mutating func finishList(_ list: Int) {
    func endsWithBlankLine(_ index: Int) -> Bool {
      guard let next = blocks[index].next else { return false }
      return blocks[index].endLine != blocks[next].startLine - 1
    }
    var isTight = true
    for item in children(of: list) where isTight {
      isTight =
        !endsWithBlankLine(item) && !children(of: item).contains(where: endsWithBlankLine)
    }
    blocks[list].isTight = isTight
    if let last = blocks[list].lastChild {
      blocks[list].endLine = blocks[last].endLine
    }
  }

  /// Takes the blank lines off the end of indented code or HTML.
  mutating func trimBlankLines(of index: Int) {
    let content = blocks[index].content
    var end = content.upperBound
    var lines = 0
    for offset in content { lines += bytes[offset] == 0x0A ? 1 : 0 }
    var lineEnd = end
    while lineEnd > content.lowerBound {
      var start = lineEnd - 1
      while start > content.lowerBound, bytes[start - 1] != 0x0A { start -= 1 }
      let isBlank = bytes[start..<lineEnd].allSatisfy { $0 <= 0x20 }
      guard isBlank else { break }
      end = start
      lineEnd = start
      lines -= 1
    }
    blocks[index].content = content.lowerBound..<end
    blocks[index].endLine = blocks[index].startLine + lines - 1
  }
}
