/// Reads what stands between the braces of a variable: a name, then fallback and filters behind
/// bars.
///
/// In `name|words` the words are a fallback unless they begin with a filter's name.
struct TagReader {
  struct Fault {
    let offset: Int
    let message: String
  }

  private let source: SourceBytes
  private let content: Range<Int>
  private let tagOffset: Int
  private(set) var errors: [Fault] = []

  init(_ source: SourceBytes, content: Range<Int>, offset: Int) {
    self.source = source
    self.content = content
    self.tagOffset = offset
  }

  /// The tag; nil where something is wrong with it.
  mutating func read(isRaw: Bool) -> VariableTag? {
    let bar = source.bytes[content].firstIndex(of: UInt8(ascii: "|")) ?? content.upperBound
    let text = source.string(source.trimmed(content.lowerBound..<bar))
    let name = TemplateName(text)
    if name == nil { fail(tagOffset, TemplateName.fault(text)) }
    var filters: [TemplateFilter] = []
    var next = bar
    while next < content.upperBound, errors.isEmpty {
      var segment = SegmentReader(source, range: next + 1..<content.upperBound, name: text)
      if let filter = segment.read(isFirst: filters.isEmpty) {
        check(filter, after: filters, at: segment.start)
        filters.append(filter)
      }
      if let message = segment.fault { fail(segment.start, message) }
      next = segment.end
    }
    guard errors.isEmpty, let name else { return nil }
    return VariableTag(name: name, isRaw: isRaw, filters: filters, offset: tagOffset)
  }

  private mutating func check(
    _ filter: TemplateFilter, after earlier: [TemplateFilter], at offset: Int
  ) {
    for case .fallback(let text) in earlier {
      if case .fallback = filter {
        fail(offset, "one fallback is enough: this tag has two.")
      } else if case .failure(let fault) = filter.apply(
        to: .string(text), formats: LocaleFormats(language: .english)), !text.isEmpty
      {
        fail(
          offset,
          "the fallback cannot go through this filter, since \(fault.message): put it last.")
      }
    }
  }

  private mutating func fail(_ offset: Int, _ message: String) {
    errors.append(Fault(offset: offset, message: message))
  }
}

/// Reads what stands between two bars.
private struct SegmentReader {
  private let source: SourceBytes
  private let name: String
  private let limit: Int
  private(set) var start: Int
  /// The next bar, or the end of the tag.
  private(set) var end: Int
  private(set) var fault: String?

  init(_ source: SourceBytes, range: Range<Int>, name: String) {
    self.source = source
    self.name = name
    self.limit = range.upperBound
    self.start = range.lowerBound
    self.end = range.upperBound
    skipSpaces(&start)
  }

  mutating func read(isFirst: Bool) -> TemplateFilter? {
    var next = start
    while next < limit, isWordByte(source.bytes[next]) { next += 1 }
    let word = source.string(start..<next)
    skipSpaces(&next)
    let mark = next < limit ? source.bytes[next] : UInt8(ascii: "|")
    if TemplateFilter.names.contains(word), mark == UInt8(ascii: "|") {
      end = next
      return filter(word, arguments: [])
    }
    if mark == UInt8(ascii: ":") {
      if TemplateFilter.names.contains(word) {
        guard let arguments = readArguments(from: next + 1, of: word) else { return nil }
        return filter(word, arguments: arguments)
      }
      if word.utf8.count > 3,
        let near = UnknownName.nearest(to: word, among: TemplateFilter.names)
      {
        return fail(
          "unknown filter '\(word.excerpt)': did you mean \(near)? For these words as a fallback "
            + "write default: \"…\".")
      }
    }
    return readWords(isFirst: isFirst)
  }

  /// A fallback without quotes: everything up to the next bar.
  private mutating func readWords(isFirst: Bool) -> TemplateFilter? {
    var text = start..<start
    if start < limit, isQuote(source.bytes[start]) {
      guard let close = closingQuote(from: start) else {
        return fail("this quotation mark is never closed.")
      }
      var next = close + 1
      skipSpaces(&next)
      if next == limit || source.bytes[next] == UInt8(ascii: "|") {
        end = next
        return .fallback(source.string(start + 1..<close))
      }
    }
    end = source.bytes[start..<limit].firstIndex(of: UInt8(ascii: "|")) ?? limit
    text = source.trimmed(start..<end)
    guard isFirst else {
      let words = source.string(text)
      return fail(
        UnknownName.message(kind: "filter", name: words, known: TemplateFilter.names)
          + " For a fallback with a bar in it write default: \"…\"; texts are not drawn by lot, make a "
          + "named variant of the step instead.")
    }
    return .fallback(source.string(text))
  }

  private mutating func filter(_ word: String, arguments: [FilterArgument]) -> TemplateFilter? {
    do throws(FilterFault) {
      return try TemplateFilter(word, arguments: arguments, tagName: name)
    } catch {
      return fail(error.message)
    }
  }

  // MARK: Arguments

  /// Words, quoted texts and `key=value` between commas.
  private mutating func readArguments(
    from offset: Int, of filter: String
  ) -> [FilterArgument]? {
    var arguments: [FilterArgument] = []
    var next = offset
    while true {
      skipSpaces(&next)
      var key: String?
      var after = next
      while after < limit, isWordByte(source.bytes[after]) { after += 1 }
      var equals = after
      skipSpaces(&equals)
      if after > next, equals < limit, source.bytes[equals] == UInt8(ascii: "=") {
        key = source.string(next..<after)
        next = equals + 1
        skipSpaces(&next)
      }
      guard let value = readValue(from: &next) else {
        fault = "this quotation mark is never closed."
        return nil
      }
      arguments.append(FilterArgument(key: key, text: value.text, isQuoted: value.isQuoted))
      skipSpaces(&next)
      guard next < limit, source.bytes[next] != UInt8(ascii: "|") else { break }
      guard source.bytes[next] == UInt8(ascii: ",") else {
        fault = "the arguments of '\(filter)' are separated by commas."
        return nil
      }
      next += 1
    }
    end = next
    return arguments
  }

  private func readValue(from next: inout Int) -> (text: String, isQuoted: Bool)? {
    let start = next
    if start < limit, isQuote(source.bytes[start]) {
      guard let close = closingQuote(from: start) else { return nil }
      next = close + 1
      return (source.string(start + 1..<close), true)
    }
    while next < limit, source.bytes[next] != UInt8(ascii: ","),
      source.bytes[next] != UInt8(ascii: "|")
    {
      next += 1
    }
    return (source.string(source.trimmed(start..<next)), false)
  }

  private func closingQuote(from start: Int) -> Int? {
    source.bytes[start + 1..<limit].firstIndex(of: source.bytes[start])
  }

  private func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
  }

  private func skipSpaces(_ index: inout Int) {
    while index < limit, [0x20, 0x09, 0x0A, 0x0D].contains(source.bytes[index]) { index += 1 }
  }

  private mutating func fail(_ message: String) -> TemplateFilter? {
    fault = message
    return nil
  }
}
