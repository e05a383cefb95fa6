import FoundationEssentials

/// Everything that a campaign's messages are made of, as files: what a launch approves.
///
/// `campaign.json` and `brand.json` hold the settings in one fixed form, so that a comment or a
/// space changed in the workspace is not a change of content.
struct CampaignContent: Hashable, Sendable {
  static let definitionPath = "campaign.json"
  static let brandPath = "brand.json"
  static let templates = "templates/"
  static let blocks = "templates/blocks/"

  /// The bytes of each file by its path.
  var files: [String: [UInt8]]

  init(files: [String: [UInt8]]) { self.files = files }

  /// Gathers a campaign's content from the workspace.
  ///
  /// Takes every language variant of each step, every block, and the files of brand kit and logo.
  /// - Throws: `WorkspaceError` where a file is missing or leads outside.
  init(of definition: CampaignDefinition, in workspace: Workspace) throws {
    files = [
      Self.definitionPath: try Self.canonical(definition),
      Self.brandPath: try Self.canonical(workspace.configuration.brand),
    ]
    let stems = definition.steps.map { Self.stem(of: $0.template) }
    for path in workspace.filesBelow("templates") where path.hasSuffix(".md") {
      let isStep = stems.contains { Self.variant(of: $0, in: path) != nil }
      if isStep || path.hasPrefix(Self.blocks) { files[path] = try workspace.bytes(of: path) }
    }
    if definition.kit == .attach, let kit = workspace.configuration.brand.kit?.file {
      files[kit] = try workspace.bytes(of: kit)
    }
    if let logo = workspace.configuration.brand.logo?.file {
      files[logo] = try workspace.bytes(of: logo)
    }
  }

  /// A step's template path without its ending: `creators/1-brand-story`.
  static func stem(of template: String) -> String {
    template.hasSuffix(".md") ? String(template.dropLast(3)) : template
  }

  /// What stands between the stem and `.md` in a template's path: `de`, or the empty text in the
  /// variant without a language; nil where the path is another template's.
  static func variant(of stem: String, in path: String) -> String? {
    let prefix = templates + stem
    guard path.hasPrefix(prefix), path.hasSuffix(".md") else { return nil }
    let rest = path.dropFirst(prefix.count).dropLast(3)
    if rest.isEmpty { return "" }
    guard rest.hasPrefix("."), !rest.dropFirst().contains(where: { $0 == "/" || $0 == "." }) else {
      return nil
    }
    return String(rest.dropFirst())
  }

  private static func canonical(_ value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return [UInt8](try encoder.encode(value))
  }
}
