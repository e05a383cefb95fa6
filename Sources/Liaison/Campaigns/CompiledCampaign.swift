import FoundationEssentials
import Mail
import Scheduling
import Templating

/// A fault in a campaign's content, with its place.
public struct ContentFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file, with line and column where there is one: `templates/x.md:3:1`.
  public let place: String
  /// What is wrong and what to do.
  public let message: String

  /// The place, then the fault.
  public var description: String { "\(place): \(message)" }
}

/// All the faults of a campaign's content, found at once.
public struct ContentFaults: Error, Hashable, CustomStringConvertible {
  /// The faults, in the order of their files.
  public let faults: [ContentFault]

  /// One fault a line.
  public var description: String { faults.map(\.description).joined(separator: "\n") }
}

/// A campaign's content, parsed and found to be without fault: ready to write messages with.
struct CompiledCampaign: Sendable {
  struct Step: Sendable {
    let emphasis: Emphasis
    let variants: [LanguageTag: MessageTemplate]
  }

  let name: String
  let definition: CampaignDefinition
  let brand: Brand
  let cadence: Cadence
  let steps: [Step]
  let kit: Attachment?
  /// The logo's file, which goes with each message that shows it.
  let logo: Attachment?
  /// The looks of the HTML part.
  let style: MailStyle
  /// The languages in which every step is written, the campaign's own among them.
  let languages: [LanguageTag]
  private let blocks: [LanguageTag: [String: Template]]

  /// Parses a campaign's content and reports every fault of it at once.
  init(name: String, content: CampaignContent) throws {
    self.name = name
    let definition = try ConfigurationError.decode(
      CampaignDefinition.self, from: content.files[CampaignContent.definitionPath] ?? [],
      path: CampaignContent.definitionPath)
    self.definition = definition
    brand = try ConfigurationError.decode(
      Brand.self, from: content.files[CampaignContent.brandPath] ?? [],
      path: CampaignContent.brandPath)
    var parser = ContentParser(campaign: name, content: content, language: definition.language)
    let parsed = definition.steps.map { parser.step($0) }
    let blocks = parser.blocks()
    let steps = parsed.compactMap { $0 }
    let cadence = parser.cadence(of: definition, steps: steps)
    let shared = steps.map { Set($0.variants.keys) }.reduce(nil as Set<LanguageTag>?) {
      $0?.intersection($1) ?? $1
    }
    languages = (shared ?? []).sorted { $0.description < $1.description }
    guard parser.faults.isEmpty, let cadence else { throw ContentFaults(faults: parser.faults) }
    self.cadence = cadence
    self.steps = steps
    self.blocks = blocks
    kit = try brand.kit?.file.flatMap { path in
      guard definition.kit == .attach, let bytes = content.files[path] else { return nil }
      return try Attachment(path: path, bytes: bytes)
    }
    logo = try brand.logo?.file.flatMap { path in
      try content.files[path].map { try Attachment(logo: path, bytes: $0) }
    }
    style = try brand.style?.mailStyle ?? .standard
  }

  /// What the brand says of itself, for readers of a language.
  func facts(for language: LanguageTag) -> [String: TemplateValue] {
    brand.facts(in: language, default: definition.language, logoID: logo?.contentID)
  }

  /// The language that a contact is written to in, all steps alike.
  func language(for contact: ContactRecord) -> LanguageTag {
    match(for: contact)?.language ?? definition.language
  }

  /// How near the language that a contact is written in comes to its own.
  func match(for contact: ContactRecord) -> LanguageMatch? {
    (contact.language ?? definition.language).match(
      among: languages, default: definition.language)
  }

  /// The template of a step, counted from 1, in one of `languages`.
  func template(step: Int, language: LanguageTag) -> MessageTemplate? {
    guard steps.indices.contains(step - 1) else { return nil }
    let variants = steps[step - 1].variants
    return variants[language] ?? variants[definition.language]
  }

  /// Whether a step offers times to talk in one of `languages`.
  func offersMeetings(step: Int, language: LanguageTag) -> Bool {
    template(step: step, language: language)?.uses(partials: blocks(for: language))
      .contains { $0.name == MeetingOffer.name || MeetingOffer.names.contains($0.name) } ?? false
  }

  /// Whether any step does in any language.
  var offersMeetings: Bool {
    languages.contains { language in
      steps.indices.contains { offersMeetings(step: $0 + 1, language: language) }
    }
  }

  /// The blocks for a language: each in the nearest language that has it.
  func blocks(for language: LanguageTag) -> [String: Template] {
    var found: [String: Template] = [:]
    for name in Set(blocks.values.flatMap(\.keys)) {
      found[name] = blockMatch(name, language).flatMap { blocks[$0.language]?[name] }
    }
    return found
  }

  private func blockMatch(_ name: String, _ language: LanguageTag) -> LanguageMatch? {
    let having = blocks.filter { $0.value[name] != nil }.map(\.key)
    return language.match(among: having, default: definition.language)
  }

  /// Blocks that messages in one language show in another, so that nobody is surprised.
  var borrowedBlocks: [String] {
    languages.flatMap { language in
      let partials = blocks(for: language)
      let used = steps.compactMap { $0.variants[language]?.includedNames(partials: partials) }
      return used.reduce(into: Set<String>()) { $0.formUnion($1) }.sorted().compactMap {
        name -> String? in
        guard let match = blockMatch(name, language), match.warning != nil else { return nil }
        return "the block '\(name)' is shown in \(match.language) where the message is in "
          + "\(language); add templates/blocks/\(name).\(language).md"
      }
    }
  }

  /// The names and blocks in all templates that nothing will ever fill, each place once.
  func unknownNames(known: Set<String>) -> [ContentFault] {
    var faults: [ContentFault] = []
    for language in languages {
      let partials = blocks(for: language)
      for step in steps {
        for error in step.variants[language]?.unknownNames(known: known, partials: partials) ?? [] {
          let fault = ContentFault(error)
          if !faults.contains(fault) { faults.append(fault) }
        }
      }
    }
    return faults
  }
}

extension ContentFault {
  init(_ error: TemplateError) {
    place = "\(error.position)"
    message = error.message
  }
}

extension Attachment {
  /// A logo, under an id made of its bytes, so that equal messages stay equal.
  fileprivate init(logo path: String, bytes: [UInt8]) throws {
    let ending = BrandLogo.ending(of: path)
    let digest = SHA256.hex(bytes).prefix(24)
    try self.init(
      filename: path.split(separator: "/").last.map(String.init) ?? path,
      contentType: BrandLogo.types[ending] ?? "image/png", bytes: bytes,
      contentID: "\(digest)@logo.invalid")
  }

  /// The kit's file as it goes with a message: its own name, its type by the ending.
  fileprivate init(path: String, bytes: [UInt8]) throws {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    let types = [
      "pdf": "application/pdf", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg",
      "zip": "application/zip", "txt": "text/plain", "html": "text/html",
      "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ]
    try self.init(
      filename: name, contentType: types[ending] ?? "application/octet-stream", bytes: bytes)
  }
}
