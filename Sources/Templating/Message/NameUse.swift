/// A name that a message uses.
public struct NameUse: Hashable, Sendable {
  /// The name as written, such as `first_name` or `brand.name`.
  public let name: String
  /// Where it stands; in a partial, the place there.
  public let position: SourcePosition
  /// Whether the message cannot be sent without it: a bare tag outside of all sections.
  ///
  /// A bare tag inside a section is needed only where the section is shown.
  public let isRequired: Bool
}

extension MessageTemplate {
  /// Every name in subject, preheader, body and the partials they include, in that order.
  public func uses(partials: [String: Template]) -> [NameUse] {
    NameCollector(parts, partials: partials).names.map(\.use)
  }

  /// The names and partials that nothing will ever fill, with the nearest known name.
  ///
  /// - Parameters:
  ///   - known: the names that can have a value. Within a section over `items`, `title` is known if
  ///     `items.title` is; a dotted name is known by itself or, where nothing known starts with its
  ///     first part and a dot, by its first part. A name that the message does without by a
  ///     fallback or an inverted section may be one that nobody has yet, unless it looks like a slip.
  ///   - isComplete: whether there are no other names; else only what looks like a slip is told.
  public func unknownNames(
    known: Set<String>, partials: [String: Template], isComplete: Bool = true
  ) -> [TemplateError] {
    NameCollector(parts, partials: partials).unknown(known: known, isComplete: isComplete)
  }

  /// The partials that the message includes, in itself or by others, as far as their names are
  /// written in it.
  package func includedNames(partials: [String: Template]) -> Set<String> {
    Set(NameCollector(parts, partials: partials).partials.map(\.name))
  }
}

extension Template {
  /// The names and partials that nothing will ever fill, as `MessageTemplate.unknownNames` has it.
  public func unknownNames(
    known: Set<String>, partials: [String: Template], isComplete: Bool = true
  ) -> [TemplateError] {
    NameCollector([self], partials: partials).unknown(known: known, isComplete: isComplete)
  }
}

/// Walks templates and their partials, each partial once inside and once outside of sections.
private struct NameCollector {
  struct Name {
    var use: NameUse
    /// The sections around it, outermost first.
    let sections: [String]
    /// Whether it is to be shown as text.
    let isShown: Bool
  }

  struct Partial: Hashable {
    let name: String
    let sections: [String]
    /// Where the blocks stand that replace its own.
    let overrides: Set<SourcePosition>
  }

  struct Override {
    let block: BlockTag
    let source: SourceBytes
  }

  private let templates: [String: Template]
  private(set) var names: [Name] = []
  /// Names for whose absence the message provides.
  private(set) var dispensable: Set<String> = []
  private(set) var partials: [(name: String, position: SourcePosition)] = []
  private var included: Set<SourcePosition> = []
  private var visited: Set<Partial> = []
  private var indexes: [SourcePosition: Int] = [:]
  private var sections: [String] = []
  private var overrides: [String: Override] = [:]
  private var depth = 0
  private var steps = 0

  /// Layouts within layouts beyond this are left to the renderer, which refuses them.
  private static let maximumDepth = 100
  /// Nodes looked at; layouts that multiply are left to the renderer as well.
  private static let maximumSteps = 1 << 17

  init(_ parts: [Template], partials: [String: Template]) {
    templates = partials
    for part in parts { visit(part) }
  }

  private mutating func visit(_ template: Template) { visit(template.nodes, of: template.source) }

  private mutating func visit(_ nodes: [TemplateNode], of source: SourceBytes) {
    depth += 1
    defer { depth -= 1 }
    if depth > Self.maximumDepth { return }
    for node in nodes {
      steps += 1
      switch node {
      case .text: break
      case .variable(let tag):
        if tag.hasFallback { dispensable.insert(tag.name.text) }
        add(
          tag.name, at: source.position(at: tag.offset),
          isRequired: !tag.hasFallback && sections.isEmpty, isShown: true)
      case .section(let tag):
        if tag.isInverted { dispensable.insert(tag.name.text) }
        add(tag.name, at: source.position(at: tag.offset), isRequired: false)
        sections.append(tag.name.text)
        visit(tag.nodes, of: source)
        sections.removeLast()
      case .partial(let tag): visit(tag.name, at: source.position(at: tag.offset))
      case .parent(let tag):
        let outer = overrides
        for block in tag.blocks where outer[block.name] == nil {
          overrides[block.name] = Override(block: block, source: source)
        }
        visit(tag.name, at: source.position(at: tag.offset))
        overrides = outer
      case .block(let tag): visit(tag, of: source)
      }
    }
  }

  private mutating func visit(_ block: BlockTag, of source: SourceBytes) {
    if let override = overrides.removeValue(forKey: block.name) {
      visit(override.block.nodes, of: override.source)
      overrides[block.name] = override
    } else {
      visit(block.nodes, of: source)
    }
  }

  private mutating func visit(_ name: PartialName, at position: SourcePosition) {
    switch name {
    case .dynamic(let name): add(name, at: position, isRequired: sections.isEmpty)
    case .fixed(let name):
      if included.insert(position).inserted { partials.append((name, position)) }
      // The sections around a partial matter little to it: outermost and none will do, and keep
      // partials that include each other many times from multiplying.
      let partial = Partial(
        name: name, sections: Array(sections.prefix(1)),
        overrides: Set(overrides.values.map { $0.source.position(at: $0.block.offset) }))
      guard steps < Self.maximumSteps, let template = templates[name],
        visited.insert(partial).inserted
      else { return }
      visit(template)
    }
  }

  private mutating func add(
    _ name: TemplateName, at position: SourcePosition, isRequired: Bool, isShown: Bool = false
  ) {
    if name.parts.isEmpty { return }
    let use = NameUse(name: name.text, position: position, isRequired: isRequired)
    guard let index = indexes[position] else {
      indexes[position] = names.count
      names.append(Name(use: use, sections: sections, isShown: isShown))
      return
    }
    if isRequired { names[index].use = use }
  }
}

extension NameCollector {
  fileprivate func unknown(known: Set<String>, isComplete: Bool) -> [TemplateError] {
    let lists = names.filter { $0.isShown && $0.isList(known) }.map { name in
      let members = known.filter { $0.hasPrefix("\(name.use.name).") }.sorted()
        .map { "{{\($0.dropFirst(name.use.name.utf8.count + 1))}}" }
      return TemplateError(
        position: name.use.position,
        message: "'\(name.use.name)' has no text of its own: write "
          + "{{#\(name.use.name)}}…{{/\(name.use.name)}} with \(members.joined(separator: ", ")) "
          + "in it.")
    }
    let unknown = names.filter { name in
      if name.isKnown(known) { return false }
      if isComplete, !dispensable.contains(name.use.name) { return true }
      return UnknownName.nearest(to: name.use.name, among: known) != nil
    }.map { name in
      TemplateError(
        position: name.use.position,
        message: UnknownName.message(kind: "name", name: name.use.name, known: known))
    }
    let included = partials.filter { templates[$0.name] == nil }.map { partial in
      TemplateError(
        position: partial.position,
        message: UnknownName.message(kind: "partial", name: partial.name, known: templates.keys))
    }
    return lists + unknown + included
  }
}

extension NameCollector.Name {
  func isKnown(_ known: Set<String>) -> Bool {
    if isKnown(use.name, among: known) { return true }
    return sections.contains { known.contains("\($0).\(use.name)") }
  }

  /// Whether it is known only by the names within it.
  func isList(_ known: Set<String>) -> Bool {
    !known.contains(use.name) && !sections.contains { known.contains("\($0).\(use.name)") }
      && known.contains { $0.hasPrefix("\(use.name).") }
  }

  private func isKnown(_ name: String, among known: Set<String>) -> Bool {
    if known.contains(name) { return true }
    guard let dot = name.firstIndex(of: ".") else {
      return known.contains { $0.hasPrefix("\(name).") }
    }
    let first = String(name[..<dot])
    return known.contains(first) && !known.contains { $0.hasPrefix("\(first).") }
  }
}
