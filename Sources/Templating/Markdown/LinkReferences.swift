/// The link reference definitions of a document, by their labels (CommonMark 0.31.2, section 4.7).
struct LinkReferences {
  private var links: [String: Link] = [:]
  /// How many bytes of addresses and titles may still be handed out: without a bound one long
  /// address, referred to by many short labels, makes a small text a huge page.
  private var budget: Int

  init(textLength: Int) { self.budget = max(100_000, textLength) }

  /// Remembers a definition; of two with the same label the first counts.
  mutating func add(_ definition: LinkDefinition) {
    guard links[definition.label] == nil else { return }
    links[definition.label] = definition.link
  }

  /// The link of a label, which is given without its brackets.
  mutating func link(_ label: ArraySlice<UInt8>) -> Link? {
    guard !links.isEmpty, let link = links[LinkReferences.normalized(label)] else { return nil }
    budget -= link.destination.count + (link.title?.count ?? 0)
    return budget >= 0 ? link : nil
  }

  /// A label as it is compared: without differences of case and white space.
  static func normalized(_ label: ArraySlice<UInt8>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(label.count)
    var isASCII = true
    for byte in Literal.decoded(label) {
      switch byte {
      case 0x20, 0x09, 0x0A: if let last = bytes.last, last != 0x20 { bytes.append(0x20) }
      case UInt8(ascii: "a")...UInt8(ascii: "z"): bytes.append(byte & 0xDF)
      default:
        if byte >= 0x80 { isASCII = false }
        bytes.append(byte)
      }
    }
    if bytes.last == 0x20 { bytes.removeLast() }
    let text = String(decoding: bytes, as: UTF8.self)
    // Both ways, as a capital sharp s becomes a small one and then two letters.
    return isASCII ? text : text.lowercased().uppercased()
  }
}

/// `[label]: address "title"`.
struct LinkDefinition {
  let label: String
  let link: Link
  /// Where the next line starts.
  let end: Int

  /// Nil where none is written.
  init?(_ bytes: [UInt8], at start: Int, limit: Int) {
    guard let label = LinkParts.label(bytes, at: start, limit: limit),
      bytes[label].contains(where: { $0 > 0x20 })
    else { return nil }
    var index = label.upperBound + 1
    guard index < limit, bytes[index] == UInt8(ascii: ":") else { return nil }
    index = LinkParts.skipSpace(bytes, from: index + 1, limit: limit)
    guard let address = LinkParts.address(bytes, at: index, limit: limit), address.end > index
    else { return nil }

    var end = LinkDefinition.lineEnd(bytes, from: address.end, limit: limit)
    var title: Range<Int>?
    index = LinkParts.skipSpace(bytes, from: address.end, limit: limit)
    if index > address.end, let range = LinkParts.title(bytes, at: index, limit: limit),
      let titleEnd = LinkDefinition.lineEnd(bytes, from: range.upperBound + 1, limit: limit)
    {
      title = range
      end = titleEnd
    }
    guard let end else { return nil }
    self.label = LinkReferences.normalized(bytes[label])
    self.link = Link(
      destination: LinkAddress.decoded(bytes[address.range]),
      title: title.map { Escapes.decoded(bytes[$0]) })
    self.end = end
  }

  /// Where the next line starts, if nothing but spaces is left on this one.
  private static func lineEnd(_ bytes: [UInt8], from start: Int, limit: Int) -> Int? {
    var index = start
    while index < limit, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    if index >= limit { return limit }
    return bytes[index] == 0x0A ? index + 1 : nil
  }
}
