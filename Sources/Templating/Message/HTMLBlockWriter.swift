/// Writes the blocks of a document as HTML with inline styles.
struct HTMLBlockWriter {
  private let document: MarkdownDocument
  private let tags: ElementTags
  var output: [UInt8]
  /// How many images are around the text, which is an alternative text then.
  private var imageDepth = 0
  private var linkStart = 0

  init(document: MarkdownDocument, tags: ElementTags, output: [UInt8]) {
    self.document = document
    self.tags = tags
    self.output = output
  }

  mutating func writeDocument() { writeChildren(of: 0, isTight: false) }

  private mutating func writeChildren(of index: Int, isTight: Bool) {
    var child = document.blocks[index].firstChild
    while let current = child {
      write(current, isTight: isTight)
      child = document.blocks[current].next
    }
  }

  private mutating func write(_ index: Int, isTight: Bool) {
    let block = document.blocks[index]
    switch block.kind {
    case .document, .definitions, .html: break
    case .paragraph:
      if isTight {
        writeText(block.inlines)
        output.append(0x0A)
      } else if let link = document.button(block) {
        writeButton(link, words: block.inlines.dropFirst(2).dropLast(2))
      } else {
        output += tags.paragraph
        writeText(block.inlines)
        output += "</p>\n".utf8
      }
    case .heading(let level):
      output += tags.headings[max(0, min(level, 6) - 1)]
      writeText(block.inlines)
      output += "</h\(level)>\n".utf8
    case .thematicBreak:
      output += tags.rule
      output.append(0x0A)
    case .code, .fencedCode:
      output += tags.codeBlock
      HTMLText.append(Literal.decoded(document.bytes[block.content]), to: &output)
      output += "</pre>\n".utf8
    case .quote:
      output += tags.quote
      output.append(0x0A)
      writeChildren(of: index, isTight: false)
      output += "</blockquote>\n".utf8
    case .list(let marker): writeList(index, marker: marker, isTight: block.isTight)
    case .item:
      output += tags.item
      writeChildren(of: index, isTight: isTight)
      if output.last == 0x0A { output.removeLast() }
      output += "</li>\n".utf8
    }
  }

  private mutating func writeList(_ index: Int, marker: ListMarker, isTight: Bool) {
    let end: String
    switch marker.style {
    case .bullet:
      output += tags.bulletList
      end = "</ul>\n"
    case .ordered:
      output += tags.orderedList
      if marker.start != 1 { output += " start=\"\(marker.start)\"".utf8 }
      end = "</ol>\n"
    }
    output += ">\n".utf8
    writeChildren(of: index, isTight: isTight)
    output += end.utf8
  }

  private mutating func writeButton(_ link: Int, words: Range<Int>) {
    output += tags.button
    HTMLText.append(document.links[link].destination, to: &output)
    output += "\">".utf8
    writeText(words)
    output += tags.buttonWords
  }

  // MARK: Text

  private mutating func writeText(_ inlines: Range<Int>) {
    for inline in document.inlines[inlines] {
      switch inline {
      case .text(let range): append(range)
      case .softBreak: output.append(imageDepth == 0 ? 0x0A : 0x20)
      case .startImage(let index): startImage(document.links[index])
      case .endImage(let index): endImage(document.links[index])
      case .code(let range) where imageDepth > 0: append(range)
      case .hardBreak where imageDepth > 0: output.append(0x20)
      case _ where imageDepth > 0: break
      case .code(let range):
        output += tags.code
        append(range)
        output += "</code>".utf8
      case .hardBreak: output += "<br>\n".utf8
      case .start(.emphasis): output += "<em>".utf8
      case .end(.emphasis): output += "</em>".utf8
      case .start(.strong): output += "<strong>".utf8
      case .end(.strong): output += "</strong>".utf8
      case .startLink(let index):
        output += tags.link
        HTMLText.append(document.links[index].destination, to: &output)
        output += "\">".utf8
        linkStart = output.count
      case .endLink(let index):
        // Without words nobody would see the link.
        if output.count == linkStart {
          HTMLText.append(document.links[index].destination, to: &output)
        }
        output += "</a>".utf8
      case .html: break
      }
    }
  }

  private mutating func startImage(_ image: Link) {
    if imageDepth == 0 {
      output += "<img src=\"".utf8
      HTMLText.append(image.destination, to: &output)
      output += "\" alt=\"".utf8
    }
    imageDepth += 1
  }

  private mutating func endImage(_ image: Link) {
    imageDepth -= 1
    guard imageDepth == 0 else { return }
    output += tags.imageStyle
    if let width = image.pixels {
      output += "width:\(width)px;\" width=\"\(width)".utf8
    }
    output += "\">".utf8
  }

  private mutating func append(_ range: Range<Int>) {
    document.bytes.withUnsafeBufferPointer { bytes in
      var plain = range.lowerBound
      var index = range.lowerBound
      while index < range.upperBound {
        let byte = bytes[index]
        if !Literal.isLead(byte), HTMLText.isPlain(byte) {
          index += 1
          continue
        }
        output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[plain..<index]))
        if Literal.isLead(byte), index + 1 < range.upperBound {
          HTMLText.append(Literal.decode(byte, bytes[index + 1]), to: &output)
          index += 2
        } else {
          HTMLText.append(byte < 0x20 || byte == 0x7F ? 0x20 : byte, to: &output)
          index += 1
        }
        plain = index
      }
      output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[plain..<index]))
    }
  }
}

extension MarkdownDocument {
  /// The link of a paragraph that is nothing but a strong link, which mail shows as a button.
  func button(_ block: Block) -> Int? {
    let events = inlines[block.inlines]
    guard events.count > 4, case .start(.strong) = events[events.startIndex],
      case .startLink(let link) = events[events.startIndex + 1],
      case .endLink(link) = events[events.endIndex - 2],
      case .end(.strong) = events[events.endIndex - 1]
    else { return nil }
    return link
  }
}

extension Link {
  /// The width that an image's title gives, as in `![Acme](cid:logo "120")`.
  var pixels: Int? {
    guard let title, let width = Int(String(decoding: title, as: UTF8.self)) else { return nil }
    return (1...600).contains(width) ? width : nil
  }
}
