extension Template {
  /// Links that could not be followed from a mail, as far as the text itself tells.
  ///
  /// The renderer keeps the words of such a link and drops its address, which nobody would notice.
  var linkErrors: [TemplateError] { linkErrors(in: nodes) }

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
      guard source.bytes[index] == UInt8(ascii: "]"), source.bytes[index + 1] == UInt8(ascii: "(")
      else {
        index += 1
        continue
      }
      var start = index + 2
      if start < text.upperBound, source.bytes[start] == UInt8(ascii: "<") { start += 1 }
      var end = start
      while end < text.upperBound, source.bytes[end] > 0x20,
        source.bytes[end] != UInt8(ascii: ")"), source.bytes[end] != UInt8(ascii: ">")
      {
        end += 1
      }
      // Where the text ends here a tag goes on with the address, or is all of it.
      let isWhole = end < text.upperBound
      let address = Array(source.bytes[start..<end]) + (isWhole ? [] : [UInt8(ascii: "x")])
      if isWhole || start < end, !MarkdownMode.mail.allows(address) {
        errors.append(error(address: source.string(start..<end), at: start))
      }
      index = end
    }
    return errors
  }

  private func error(address: String, at offset: Int) -> TemplateError {
    let message =
      address.isEmpty
      ? "this link has no address: write https:// and the rest of it."
      : "a mail cannot link to '\(address.excerpt)': write https://, http:// or mailto: and the rest of it."
    return TemplateError(position: source.position(at: offset), message: message)
  }
}
