/// Fills templates in: walks their nodes with a stack of contexts and appends to `output`.
struct TemplateEvaluator {
  private(set) var output: [UInt8] = []
  /// Tags without a value that they can show, in the order met; always empty in lenient mode.
  private(set) var missing: [MissingName] = []
  private var seen: Set<MissingName> = []

  private let partials: [String: Template]
  private let lambdas: [String: TemplateLambda]
  private let strictness: Strictness
  private let encoding: ValueEncoding
  private let formats: LocaleFormats
  private var contexts: [TemplateValue]
  /// The blocks that stand in place of those of a layout, by name.
  private var overrides: [String: Override] = [:]
  private var margin = LineMargin()
  private var depth = 0
  private var steps = 0

  private struct Override {
    let block: BlockTag
    let source: SourceBytes
  }

  /// Sections and partials together; a partial that includes itself ends here.
  private static let maximumDepth = 100
  /// Bytes written, and nodes visited: partials that double at each level end here.
  private static let maximumSize = 1 << 20
  /// A filter takes as long as so many other nodes.
  private static let stepsOfFilter = 20

  init(
    _ value: TemplateValue, partials: [String: Template], lambdas: [String: TemplateLambda] = [:],
    language: LanguageTag, strictness: Strictness, encoding: ValueEncoding
  ) {
    self.partials = partials
    self.lambdas = lambdas
    self.strictness = strictness
    self.encoding = encoding
    self.formats = LocaleFormats(language: language)
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
        margin.append(source.bytes[range], to: &output)
        if isTooLarge { throw .tooLarge(source.position(at: range.lowerBound)) }
      case .variable(let tag):
        try append(tag, of: source)
        if isTooLarge { throw .tooLarge(source.position(at: tag.offset)) }
      case .section(let tag): try evaluate(tag, of: source)
      case .partial(let tag):
        try include(tag.name, tag.indentation, at: tag.offset, of: source)
      case .parent(let tag): try evaluate(tag, of: source)
      case .block(let tag): try evaluate(tag, of: source)
      }
    }
  }

  private var isTooLarge: Bool {
    output.count > TemplateEvaluator.maximumSize || steps > TemplateEvaluator.maximumSize
  }

  // MARK: Variables

  private mutating func append(_ tag: VariableTag, of source: SourceBytes) throws(RenderError) {
    margin.begin(&output)
    var value = resolve(tag.name)
    if value == nil, let lambda = lambdas[tag.name.text] {
      try enter(tag.offset, of: source)
      value = .string(
        try filled(lambda.body(""), TagDelimiters(), encoding: .plain, at: tag.offset, of: source))
      depth -= 1
    }
    for filter in tag.filters {
      let isShown = value.map(isShown) ?? false
      if case .fallback(let text) = filter {
        if !isShown { value = .string(text) }
      } else if isShown, let present = value {
        steps += TemplateEvaluator.stepsOfFilter
        switch filter.apply(to: present, formats: formats) {
        case .success(let result): value = result
        case .failure(let fault):
          if strictness == .strict {
            miss(tag, of: source, fault: fault.message)
            return
          }
        }
      }
    }
    if let text = value?.text, strictness == .lenient || !text.isBlank || tag.hasFallback {
      encoding.append(text, isRaw: tag.isRaw, to: &output)
    } else if strictness == .strict {
      miss(tag, of: source, fault: nil)
    }
  }

  private func isShown(_ value: TemplateValue) -> Bool {
    guard let text = value.text else {
      if case .list = value { return true }
      return false
    }
    return strictness == .strict ? !text.isBlank : !text.isEmpty
  }

  private mutating func miss(_ tag: VariableTag, of source: SourceBytes, fault: String?) {
    let name = MissingName(
      name: tag.name.text, position: source.position(at: tag.offset), fault: fault)
    if seen.insert(name).inserted { missing.append(name) }
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

  // MARK: Sections

  private mutating func evaluate(_ tag: SectionTag, of source: SourceBytes) throws(RenderError) {
    let value = resolve(tag.name)
    if value == nil, let lambda = lambdas[tag.name.text] {
      return try evaluate(lambda, tag, of: source)
    }
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

  private mutating func evaluate(
    _ lambda: TemplateLambda, _ tag: SectionTag, of source: SourceBytes
  ) throws(RenderError) {
    if tag.isInverted { return }
    try enter(tag.offset, of: source)
    defer { depth -= 1 }
    let text = try filled(
      lambda.body(source.string(tag.content)), tag.delimiters, encoding: encoding,
      at: tag.offset, of: source)
    margin.append(Array(text.utf8)[...], to: &output)
  }

  /// Reads a lambda's text as a template and fills that in.
  private mutating func filled(
    _ text: String, _ delimiters: TagDelimiters, encoding: ValueEncoding, at offset: Int,
    of source: SourceBytes
  ) throws(RenderError) -> String {
    let template: Template
    do throws(TemplateErrors) {
      template = try Template(
        SourceText(path: "lambda in \(source.path)", text: text), delimiters: delimiters)
    } catch {
      throw .lambda(source.position(at: offset), error)
    }
    var inner = TemplateEvaluator(
      contexts[0], partials: partials, lambdas: lambdas, language: formats.language,
      strictness: strictness, encoding: encoding)
    inner.contexts = contexts
    inner.overrides = overrides
    inner.depth = depth
    inner.steps = steps
    try inner.evaluate(template)
    steps = inner.steps
    for name in inner.missing where seen.insert(name).inserted { missing.append(name) }
    return String(decoding: inner.output, as: UTF8.self)
  }

  // MARK: Partials, layouts and blocks

  private mutating func include(
    _ name: PartialName, _ indentation: [UInt8], at offset: Int, of source: SourceBytes
  ) throws(RenderError) {
    var key = name.text
    if case .dynamic(let name) = name {
      guard let text = resolve(name)?.text, !text.isBlank else {
        if strictness == .strict {
          let position = source.position(at: offset)
          let missed = MissingName(name: name.text, position: position, fault: nil)
          if seen.insert(missed).inserted { missing.append(missed) }
        }
        return
      }
      key = text
    }
    guard let partial = partials[key] else {
      if strictness == .lenient { return }
      throw .unknownPartial(
        name: key, position: source.position(at: offset), known: partials.keys.sorted())
    }
    try enter(offset, of: source)
    defer { depth -= 1 }
    if indentation.isEmpty {
      try evaluate(partial)
      return
    }
    let outer = margin
    margin = outer.within(indentation, dedent: 0)
    try evaluate(partial)
    margin = outer.resumed(after: output)
  }

  private mutating func evaluate(_ tag: ParentTag, of source: SourceBytes) throws(RenderError) {
    let outer = overrides
    for block in tag.blocks where outer[block.name] == nil {
      overrides[block.name] = Override(block: block, source: source)
    }
    try include(tag.name, tag.indentation, at: tag.offset, of: source)
    overrides = outer
  }

  private mutating func evaluate(_ tag: BlockTag, of source: SourceBytes) throws(RenderError) {
    try enter(tag.offset, of: source)
    defer { depth -= 1 }
    guard let override = overrides.removeValue(forKey: tag.name) else {
      try evaluate(tag.nodes, of: source)
      return
    }
    // Without itself, so that a block that names itself shows what it replaces, and ends.
    let outer = margin
    let isIndented = tag.isOnLines && !tag.inner.isEmpty && !tag.nodes.isEmpty
    margin = outer.within(
      isIndented ? tag.inner : tag.indentation, dedent: override.block.inner.count)
    if !tag.isOnLines { margin.goOn() }
    try evaluate(override.block.nodes, of: override.source)
    margin = outer.resumed(after: output)
    overrides[tag.name] = override
  }

  private mutating func enter(_ offset: Int, of source: SourceBytes) throws(RenderError) {
    depth += 1
    if depth > TemplateEvaluator.maximumDepth { throw .tooDeep(source.position(at: offset)) }
    if isTooLarge { throw .tooLarge(source.position(at: offset)) }
  }
}
