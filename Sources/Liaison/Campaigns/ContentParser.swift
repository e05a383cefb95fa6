import Scheduling
import Templating

/// Parses the files of a campaign's content and collects every fault it meets.
struct ContentParser {
  private let content: CampaignContent
  private let language: LanguageTag
  /// The campaign's file, for faults of its settings.
  private let definitionPlace: String
  private(set) var faults: [ContentFault] = []

  init(campaign: String, content: CampaignContent, language: LanguageTag) {
    definitionPlace = "campaigns/\(campaign).json5"
    self.content = content
    self.language = language
  }

  /// One step in all its languages, or nil where something is wrong with it.
  mutating func step(_ step: CampaignDefinition.Step) -> CompiledCampaign.Step? {
    let stem = CampaignContent.stem(of: step.template)
    var variants: [LanguageTag: MessageTemplate] = [:]
    for (path, bytes) in content.files.sorted(by: { $0.key < $1.key }) {
      guard let suffix = CampaignContent.variant(of: stem, in: path),
        let tag = tag(suffix, of: path)
      else { continue }
      guard variants[tag] == nil else {
        fault(path, "there are two files for the language \(tag); remove one")
        continue
      }
      do throws(TemplateErrors) {
        variants[tag] = try MessageTemplate(source(path, bytes))
      } catch {
        faults += error.errors.map(ContentFault.init)
      }
    }
    let place = CampaignContent.templates + step.template
    guard let own = variants[language] else {
      if !faults.contains(where: { $0.place.hasPrefix(CampaignContent.templates + stem) }) {
        fault(place, "there is no file for the campaign's own language, \(language)")
      }
      return nil
    }
    guard let word = own.emphasis else {
      fault(place, "the front matter names no emphasis; add a line such as 'emphasis: product'")
      return nil
    }
    for (tag, variant) in variants where variant.emphasis.map({ $0 != word }) ?? false {
      fault(place, "the \(tag) variant has another emphasis than '\(word)'")
    }
    do {
      return .init(emphasis: try Emphasis(word), variants: variants)
    } catch {
      fault(place, "\(error)")
      return nil
    }
  }

  /// The blocks of every language, by name.
  mutating func blocks() -> [LanguageTag: [String: Template]] {
    var found: [LanguageTag: [String: Template]] = [:]
    for (path, bytes) in content.files.sorted(by: { $0.key < $1.key })
    where path.hasPrefix(CampaignContent.blocks) {
      let parts = path.dropFirst(CampaignContent.blocks.count).dropLast(3)
        .split(separator: ".", maxSplits: 1)
      guard let name = parts.first,
        let tag = tag(parts.count > 1 ? String(parts[1]) : "", of: path)
      else { continue }
      do throws(TemplateErrors) {
        let block = try Template(source(path, bytes))
        faults += block.linkErrors.map(ContentFault.init)
        found[tag, default: [:]][String(name)] = block
      } catch {
        faults += error.errors.map(ContentFault.init)
      }
    }
    return found
  }

  /// The cadence that the steps make, or nil where they cannot make one.
  mutating func cadence(
    of definition: CampaignDefinition, steps: [CompiledCampaign.Step]
  ) -> Cadence? {
    guard steps.count == definition.steps.count else { return nil }
    if let first = steps.first?.variants[language], first.subject == nil {
      fault(
        CampaignContent.templates + definition.steps[0].template,
        "the first step needs a subject; add a line 'subject: …' to the front matter")
    }
    do {
      return try Cadence(
        steps: zip(definition.steps, steps).map { .init(emphasis: $1.emphasis, gap: $0.gap) })
    } catch {
      fault(definitionPlace, "\(error)")
      return nil
    }
  }

  private mutating func tag(_ suffix: String, of path: String) -> LanguageTag? {
    if suffix.isEmpty { return language }
    do {
      return try LanguageTag(suffix)
    } catch {
      fault(path, "'\(suffix)' in the file's name is not a language: \(error)")
      return nil
    }
  }

  private func source(_ path: String, _ bytes: [UInt8]) -> SourceText {
    SourceText(path: path, text: String(decoding: bytes, as: UTF8.self))
  }

  private mutating func fault(_ place: String, _ message: String) {
    faults.append(ContentFault(place: place, message: message))
  }
}
