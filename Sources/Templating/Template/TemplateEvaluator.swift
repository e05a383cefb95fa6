/// Fills templates in: walks their nodes with a stack of contexts and appends to `output`.
struct TemplateEvaluator {
  private(set) var output: [UInt8] = []
  /// Tags without a value, in the order met; always empty in lenient mode.
  private(set) var missing: [MissingName] = []
  private var seen: Set<MissingName> = []

  private let partials: [String: Template]
  private let strictness: Strictness
  private let encoding: ValueEncoding
  private var contexts: [TemplateValue]
  /// What goes before each line of a partial that stands indented on its own line.
  private var indentation: [UInt8] = []
  private var isLineStart = true
  private var depth = 0
  private var steps = 0

  /// Sections and partials together; a partial that includes itself ends here.
  private static let maximumDepth = 100
  /// Bytes written, and nodes visited: partials that double at each level end here.
  private static let maximumSize = 1 << 20

  init(
    _ value: TemplateValue, partials: [String: Template], strictness: Strictness,
    encoding: ValueEncoding
  ) {
    self.partials = partials
    self.strictness = strictness
    self.encoding = encoding
    self.contexts = [value]
    output.reserveCapacity(2048)
  }

  mutating func evaluate(_ template: Template) throws(RenderError) {
    try evaluate(template.nodes, of: template.source)
  }

  private mutating func evaluate(
    _ nodes: [TemplateNode], of source: SourceBytes
  ) throws(RenderError) {
    for node in nodes {
      steps += 1
      switch node {
      case .text(let range):
        append(range, of: source)
        if isTooLarge { throw .tooLarge(source.position(at: range.lowerBound)) }
      case .variable(let tag):
        append(tag, of: source)
        if isTooLarge { throw .tooLarge(source.position(at: tag.offset)) }
      case .section(let tag): try evaluate(tag, of: source)
      case .partial(let tag): try evaluate(tag, of: source)
      }
    }
  }

  private var isTooLarge: Bool {
    output.count > TemplateEvaluator.maximumSize || steps > TemplateEvaluator.maximumSize
  }

  // MARK: Text and variables

  private mutating func append(_ range: Range<Int>, of source: SourceBytes) {
    if indentation.isEmpty {
      output.append(contentsOf: source.bytes[range])
      return
    }
    for index in range {
      let byte = source.bytes[index]
      if isLineStart, byte != 0x0A, byte != 0x0D { indent() }
      output.append(byte)
      if byte == 0x0A { isLineStart = true }
    }
  }

  private mutating func indent() {
    if isLineStart, !indentation.isEmpty { output.append(contentsOf: indentation) }
    isLineStart = false
  }

  private mutating func append(_ tag: VariableTag, of source: SourceBytes) {
    indent()
    let text = resolve(tag.name)?.text
    if let text, strictness == .strict ? !text.isBlank : !text.isEmpty || tag.fallback == nil {
      encoding.append(text, isRaw: tag.isRaw, to: &output)
    } else if let fallback = tag.fallback {
      encoding.append(fallback, isRaw: tag.isRaw, to: &output)
    } else if strictness == .strict {
      let name = MissingName(name: tag.name.text, position: source.position(at: tag.offset))
      if seen.insert(name).inserted { missing.append(name) }
    }
  }

  /// The value of a name: its first part from the innermost context that has it, the rest in that.
  private func resolve(_ name: TemplateName) -> TemplateValue? {
    guard let first = name.parts.first else { return contexts.last }
    for context in contexts.reversed() {
      guard case .object(let members) = context, var value = members[first] else { continue }
      for part in name.parts.dropFirst() {
        guard case .object(let members) = value, let member = members[part] else { return nil }
        value = member
      }
      return value
    }
    return nil
  }

  // MARK: Sections and partials

  private mutating func evaluate(_ tag: SectionTag, of source: SourceBytes) throws(RenderError) {
    let value = resolve(tag.name)
    let isPresent = value?.isPresent(strictness) ?? false
    guard isPresent != tag.isInverted else { return }
    try enter(tag.offset, of: source)
    defer { depth -= 1 }
    switch value {
    case _ where tag.isInverted: try evaluate(tag.nodes, of: source)
    case .list(let items):
      for item in items {
        if isTooLarge { throw .tooLarge(source.position(at: tag.offset)) }
        steps += 1
        try evaluate(tag.nodes, of: source, in: item)
      }
    case .some(let value): try evaluate(tag.nodes, of: source, in: value)
    case nil: break
    }
  }

  private mutating func evaluate(
    _ nodes: [TemplateNode], of source: SourceBytes, in context: TemplateValue
  ) throws(RenderError) {
    contexts.append(context)
    defer { contexts.removeLast() }
    try evaluate(nodes, of: source)
  }

  private mutating func evaluate(_ tag: PartialTag, of source: SourceBytes) throws(RenderError) {
    guard let partial = partials[tag.name] else {
      if strictness == .lenient { return }
      throw .unknownPartial(
        name: tag.name, position: source.position(at: tag.offset), known: partials.keys.sorted())
    }
    try enter(tag.offset, of: source)
    defer { depth -= 1 }
    if tag.indentation.isEmpty {
      try evaluate(partial)
      return
    }
    let outer = indentation
    indentation += tag.indentation
    isLineStart = true
    try evaluate(partial)
    indentation = outer
  }

  private mutating func enter(_ offset: Int, of source: SourceBytes) throws(RenderError) {
    depth += 1
    if depth > TemplateEvaluator.maximumDepth { throw .tooDeep(source.position(at: offset)) }
    if isTooLarge { throw .tooLarge(source.position(at: offset)) }
  }
}
