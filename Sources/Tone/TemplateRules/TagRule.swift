/// `template.tag`: a merge tag that nothing filled in.
///
/// Finds `{{x}}`, `{x}`, `{% x %}`, `${x}`, `*|X|*`, `%X%`, `%%x%%`, `<%= x %>` and `[[x]]`, and
/// `{{x` or `{{x}` that lack braces. In a template of Liaison `{{x}}` is in its place.
struct TagRule: ComputedRule {
  static let id = "template.tag"
  static let severity = Severity.error

  private static let message = "This merge tag would reach the reader as it stands."
  private static let advice = "Fill it in, or write {{name}} in a template with front matter."

  func places(in draft: Draft) -> [RulePlace] {
    draft.regions.flatMap { places(in: draft, $0.range) }
  }

  private func places(in draft: Draft, _ region: Range<Int>) -> [RulePlace] {
    let bytes = draft.bytes
    var found: [RulePlace] = []
    var index = region.lowerBound
    while index < region.upperBound {
      let tag: (end: Int, isOwn: Bool)? =
        switch bytes[index] {
        case UInt8(ascii: "{"): braces(bytes, index, region.upperBound)
        case UInt8(ascii: "$"), UInt8(ascii: "*"), UInt8(ascii: "%"), UInt8(ascii: "<"),
          UInt8(ascii: "["):
          foreign(bytes, index, region).map { ($0, false) }
        default: nil
        }
      guard let tag else {
        // A run of braces that is no tag is stepped over whole: it is read once.
        repeat {
          index += 1
        } while index < region.upperBound && bytes[index] == UInt8(ascii: "{")
          && bytes[index - 1] == UInt8(ascii: "{")
        continue
      }
      if !(tag.isOwn && draft.isTemplate) {
        found.append(RulePlace(index..<tag.end, "\(Self.message) \(Self.advice)"))
      }
      index = tag.end
    }
    return found
  }

  /// A tag that begins with a brace; own ones are whole `{{…}}`.
  private func braces(_ bytes: [UInt8], _ start: Int, _ end: Int) -> (end: Int, isOwn: Bool)? {
    var inner = start
    while inner < end, bytes[inner] == UInt8(ascii: "{") { inner += 1 }
    let opened = inner - start
    if opened == 1, inner < end, bytes[inner] == UInt8(ascii: "%") {
      return close(bytes, inner + 1, end, with: "%}").map { ($0, false) }
    }
    var close = inner
    while close < end, bytes[close] != UInt8(ascii: "{"), bytes[close] != UInt8(ascii: "}"),
      opened > 1 || bytes[close] != ASCII.newline
    {
      close += 1
    }
    var outer = close
    while outer < end, bytes[outer] == UInt8(ascii: "}"), outer - close < opened { outer += 1 }
    let closed = outer - close
    if opened == 1 {
      return closed == 1 && TagName.isName(bytes[inner..<close], spaces: true)
        ? (outer, false) : nil
    }
    if closed >= 2 { return (outer, true) }
    // Braces are missing: name the tag up to the end of its name.
    var name = inner
    while name < close, ASCII.isBlank(bytes[name]) { name += 1 }
    while name < close, TagName.contains(bytes[name]) { name += 1 }
    guard name > inner else { return nil }
    return (closed == 1 && name == close ? outer : name, false)
  }

  /// The tags of other tools.
  private func foreign(_ bytes: [UInt8], _ start: Int, _ region: Range<Int>) -> Int? {
    let end = region.upperBound
    guard start + 1 < end else { return nil }
    let next = bytes[start + 1]
    switch (bytes[start], next) {
    case (UInt8(ascii: "$"), UInt8(ascii: "{")):
      return name(bytes, start + 2, end, closing: "}")
    case (UInt8(ascii: "*"), UInt8(ascii: "|")):
      return close(bytes, start + 2, end, with: "|*")
    case (UInt8(ascii: "<"), UInt8(ascii: "%")):
      return close(bytes, start + 2, end, with: "%>")
    case (UInt8(ascii: "["), UInt8(ascii: "[")):
      return name(bytes, start + 2, end, closing: "]]")
    case (UInt8(ascii: "%"), UInt8(ascii: "%")):
      return name(bytes, start + 2, end, closing: "%%")
    case (UInt8(ascii: "%"), _):
      // Not "5%off%", nor the escapes of a link.
      if start > region.lowerBound, !ASCII.isWhite(bytes[start - 1]),
        ASCII.isAlphanumeric(bytes[start - 1]) || bytes[start - 1] == UInt8(ascii: "/")
          || bytes[start - 1] == UInt8(ascii: "=")
      {
        return nil
      }
      guard ASCII.isLetter(next), let close = name(bytes, start + 1, end, closing: "%") else {
        return nil
      }
      return close < end && ASCII.isAlphanumeric(bytes[close]) ? nil : close
    default:
      return nil
    }
  }

  /// The end of `closing` where a name stands between it and `start`.
  private func name(
    _ bytes: [UInt8], _ start: Int, _ end: Int, closing: StaticString
  ) -> Int? {
    var index = start
    while index < end, ASCII.isBlank(bytes[index]) { index += 1 }
    let first = index
    while index < end, TagName.contains(bytes[index]) { index += 1 }
    guard index > first else { return nil }
    while index < end, ASCII.isBlank(bytes[index]) { index += 1 }
    return TagName.has(closing, bytes, at: index, end: end)
  }

  /// The end of the nearest `closing` on the line, within the length that a tag can have.
  private func close(
    _ bytes: [UInt8], _ start: Int, _ end: Int, with closing: StaticString
  ) -> Int? {
    var index = start
    let limit = min(end, start + TagName.longest)
    while index < limit, bytes[index] != ASCII.newline {
      if let close = TagName.has(closing, bytes, at: index, end: end) {
        return index > start ? close : nil
      }
      index += 1
    }
    return nil
  }
}

/// The names that merge tags have.
enum TagName {
  static let longest = 80

  static func contains(_ byte: UInt8) -> Bool {
    ASCII.isAlphanumeric(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: "-")
  }

  /// Letters, digits, `_`, `.`, `-`, beginning with a letter or `_`; with `spaces`, up to four
  /// words of them.
  static func isName(_ bytes: ArraySlice<UInt8>, spaces: Bool) -> Bool {
    guard bytes.count <= longest else { return false }
    let words = bytes.split(separator: ASCII.space)
    guard let first = words.first?.first, ASCII.isLetter(first) || first == UInt8(ascii: "_"),
      words.count <= (spaces ? 4 : 1)
    else { return false }
    return words.allSatisfy { $0.allSatisfy { contains($0) || $0 >= 0x80 } }
  }

  /// The index after `text` where it stands at `index`.
  static func has(_ text: StaticString, _ bytes: [UInt8], at index: Int, end: Int) -> Int? {
    text.withUTF8Buffer { text in
      guard index + text.count <= end else { return nil }
      for offset in 0..<text.count where bytes[index + offset] != text[offset] { return nil }
      return index + text.count
    }
  }
}
