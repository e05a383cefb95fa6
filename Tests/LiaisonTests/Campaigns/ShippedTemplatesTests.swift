import FoundationEssentials
import Scheduling
import Testing
import Tone

@testable import Liaison

/// The sequences, blocks and the acceptance overview that come with Liaison.
@Suite struct ShippedTemplatesTests {
  private static let languages: Set<String> = [
    "", "de", "fr", "es", "pt-BR", "ja", "ko", "zh-Hans", "zh-Hant", "ar",
  ]

  private static let files =
    (ShippedFiles.below("sequences")
    + ShippedFiles.below("blocks").map {
      ("blocks/\($0.path)", $0.bytes)
    }).map { TemplateFile(path: $0.0, bytes: $0.1) }

  @Test func `each is there in ten languages`() {
    let stems = Dictionary(grouping: Self.files) { "\($0.folder)/\($0.stem)" }
    #expect(stems.keys.contains("acceptance/overview"))
    #expect(stems.count == 12)
    for (stem, variants) in stems {
      #expect(Set(variants.map { $0.suffix ?? "" }) == Self.languages, "\(stem)")
    }
  }

  @Test func `none has a warning or an error under lint`() throws {
    let linter = try Linter.shipped()
    for file in Self.files {
      let draft = Draft(text: file.source.text, path: file.path, isTemplate: true)
      let found = linter.findings(in: draft).filter { $0.severity > .note }
      #expect(found.isEmpty, "\(file.path): \(found)")
    }
  }

  @Test func `all are written in all languages, with everything a brand may say of itself`() throws
  {
    let folder = try TemporaryFolder()
    let now = try #require(Instant(iso8601: "2026-03-02T09:30:00Z"))
    let place = folder.path + "/acme"
    _ = try WorkspaceMaker.make(at: place, now: now)
    let configuration = place + "/liaison.json5"
    let text = try String(contentsOfFile: configuration, encoding: .utf8)
    let facts = """
      brand: {
        logo: { link: "https://acme.example/logo.png" },
        products: [{ name: "Drizzle", text: "TEXT", price: "EUR 189", link: "https://acme.example" }],
        audience: ["AUDIENCE"], socialProof: [{ quote: "QUOTE", source: "SOURCE" }],
      """
    try Data(text.replacing("brand: {", with: facts).utf8).write(to: URL(filePath: configuration))
    let campaign = """
      { language: "en", senders: ["me"], segment: { tags: ["accepted"], answered: true },
        kit: "link", steps: [{ template: "acceptance/overview.md" }] }
      """
    try Data(campaign.utf8).write(to: URL(filePath: place + "/campaigns/welcome.json5"))

    let workspace = try Workspace(folder: place)
    let store = try workspace.openStore()
    let desk = try PreviewDesk(
      workspace: workspace, store: store, zones: workspace.zoneDatabase(),
      linter: workspace.linter())
    for (name, steps) in [("spring", 4), ("press", 4), ("welcome", 1)] {
      let gallery = try desk.gallery(campaign: name, at: now)
      #expect(gallery.entries.count == steps * 10)
      for entry in gallery.entries {
        #expect(entry.faults == [], "\(name) \(entry.step) in \(entry.language)")
        guard name != "welcome", entry.step == 1 else { continue }
        let message = try #require(entry.message)
        for part in ["Drizzle", "TEXT", "EUR 189", "AUDIENCE", "QUOTE", "SOURCE"] {
          #expect(message.text.contains(part), "\(message.text)")
        }
        #expect(message.html.contains("<img src=\"https://acme.example/logo.png\" alt=\"Acme\""))
        #expect(message.html.contains("<blockquote"))
      }
    }
  }
}
