import Foundation
import TestServers
import Testing

/// The page of `preview --all --html`, and `--open`.
@Suite struct PreviewPageTests {
  private static func page(_ workspace: ScratchWorkspace, campaign: String? = "spring") throws
    -> String
  {
    _ = try workspace.run("import", "prospects.csv")
    let written = try LiaisonProcess.run(
      ["preview", "--all", "--html", "out"] + (campaign.map { [$0] } ?? []),
      in: workspace.folder)
    #expect(written.exitCode == 0, "\(written)")
    return try workspace.text("out/index.html")
  }

  /// The attribute of each frame of a class, as it is written: the escaped mail.
  private static func mails(in page: String, _ scheme: String, width: Int) -> [String] {
    page.components(separatedBy: "<iframe class=\"\(scheme)\"").dropFirst().compactMap { part in
      guard part.prefix(80).contains("width=\"\(width)\""),
        let start = part.range(of: "srcdoc=\""),
        let end = part.range(of: "\"", range: start.upperBound..<part.endIndex)
      else { return nil }
      return String(part[start.upperBound..<end.lowerBound])
    }
  }

  @Test func `every step stands there in every language, on two widths and in two schemes`() throws
  {
    let workspace = try ScratchWorkspace()
    let page = try Self.page(workspace, campaign: nil)
    for scheme in ["light", "dark"] {
      for width in [624, 375] {
        #expect(Self.mails(in: page, scheme, width: width).count == 2 * 4 * 10)
      }
    }
    #expect(page.contains("<h2>spring</h2>") && page.contains("<h2>press</h2>"))
    #expect(page.contains("1 brand-story · zh-Hant"))
    let attributes = try FileManager.default.attributesOfItem(
      atPath: workspace.file("out/index.html").path)
    #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
  }

  @Test func `nothing of a message can act in the page, and nothing is fetched`() throws {
    let workspace = try ScratchWorkspace()
    try workspace.edit(
      "templates/creators/1-brand-story.md", "subject: A rain jacket you can take apart",
      "subject: </title></p><script>alert(1)</script> \"' @media (prefers-color-scheme: dark)")
    try workspace.edit(
      "templates/creators/1-brand-story.md", "{{> brand-kit}}",
      "![pixel](https://tracker.example/p.png) {{> brand-kit}}")
    let page = try Self.page(workspace)
    #expect(page.contains("default-src 'none'; style-src 'unsafe-inline'; img-src data:;"))
    #expect(!page.contains("<script") && !page.contains("</title></p>"))
    #expect(!page.contains("<img") && !page.contains("<link"))
    let frames = page.components(separatedBy: "<iframe").count - 1
    #expect(page.components(separatedBy: " sandbox=\"\" ").count - 1 == frames)
    // The colour scheme is switched in the mail's style sheet, not in its title.
    let light = Self.mails(in: page, "light", width: 375)
    let dark = Self.mails(in: page, "dark", width: 375)
    #expect(light.count == 40 && light.allSatisfy { $0.contains("@media not all {") })
    #expect(dark.count == 40 && dark.allSatisfy { $0.contains("@media all {") })
    #expect(dark.contains { $0.contains("@media (prefers-color-scheme: dark)") })
  }

  @Test(
    .enabled(if: Chromium.isInstalled, "there is no /usr/bin/chromium"), .timeLimit(.minutes(5)))
  func `shipped mails fit desktops and phones, in light and dark, in both directions`() throws {
    let workspace = try ScratchWorkspace()
    let page = try Self.page(workspace)
    for scheme in ["light", "dark"] {
      // The mails are the same for both widths of the page; here they are shown at others.
      let mails = Self.mails(in: page, scheme, width: 375)
      var frames = ""
      for mail in mails.prefix(10) + mails.suffix(10) {
        for width in [375, 600] {
          frames +=
            "<iframe width=\"\(width)\" height=\"900\" style=\"border:0\" "
            + "srcdoc=\"\(mail)\"></iframe>\n"
        }
      }
      // In a reader of the other scheme, which must make no difference.
      let lines = try Chromium.measurements(of: frames, isDark: scheme == "light")
      #expect(lines.count == 40, "\(lines)")
      let colours =
        scheme == "dark"
        ? "rgb(232, 232, 232) rgb(28, 28, 28)" : "rgb(31, 35, 40) rgb(255, 255, 255)"
      for line in lines {
        #expect(
          line.hasPrefix("375 fits inside 3") || line.hasPrefix("600 fits inside 5"), "\(line)")
        #expect(line.hasSuffix(colours), "\(line)")
      }
      #expect(lines.count { $0.contains(" rtl ") } == 4)
    }
  }

  @Test func `a message that cannot be written is told, and the others are shown`() throws {
    let workspace = try ScratchWorkspace()
    try workspace.edit(
      "templates/creators/4-parting.de.md", "{{salutation}}", "{{salutation}} {{why_them}}")
    _ = try workspace.run("import", "prospects.csv")
    let json = try workspace.run("preview", "--all", "--html", "out", "spring", "--json")
    #expect(json.exitCode == 1)
    #expect(
      try json.json()["faults"].array.map(\.string) == ["spring 4 in de: no value for why_them"])
    #expect(try workspace.text("out/index.html").contains("no value for why_them"))
  }

  @Test func `--open starts the browser, and without a screen says where the page is`() throws {
    let workspace = try ScratchWorkspace()
    _ = try workspace.run("import", "prospects.csv")
    workspace.environment["TMPDIR"] = workspace.surroundings.path
    let words = ["preview", "spring", CommandCase.maya, "--open"]
    let blind = try LiaisonProcess.run(
      words, in: workspace.folder, environment: workspace.environment)
    #expect(blind.exitCode == 0)
    let start = "There is no browser to open here; the page is "
    let path = try #require(blind.errors.split(separator: "\n").first { $0.hasPrefix(start) })
      .dropFirst(start.count)
    let page = try String(contentsOfFile: String(path), encoding: .utf8)
    #expect(Self.mails(in: page, "light", width: 624).count == 1)

    try workspace.write(
      "#!/bin/sh\necho \"$1\" > \"$OPENED.part\" && mv \"$OPENED.part\" \"$OPENED\"\n",
      to: "bin/xdg-open")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: workspace.file("bin/xdg-open").path)
    workspace.environment["PATH"] = "\(workspace.file("bin").path):/usr/bin:/bin"
    workspace.environment["DISPLAY"] = ":99"
    workspace.environment["OPENED"] = workspace.file("opened").path
    let seen = try LiaisonProcess.run(
      words, in: workspace.folder, environment: workspace.environment)
    #expect(seen.errors.hasPrefix("Opened "), "\(seen)")
    #expect(eventually { FileManager.default.fileExists(atPath: workspace.file("opened").path) })
    #expect(seen.errors.contains(try workspace.text("opened").dropLast()))
  }

  @Test(arguments: [
    (["preview", "--all"], "--all needs --html DIR"),
    (
      ["preview", "--all", "--html", "out", "spring", CommandCase.maya],
      "--all is for no one contact"
    ),
    (["preview", "spring", CommandCase.maya, "--html", "out"], "--html goes with --all"),
    (["preview"], "CAMPAIGN is missing"),
  ])
  func `what does not go together is refused`(words: [String], says: String) throws {
    let workspace = try ScratchWorkspace()
    let result = try LiaisonProcess.run(words, in: workspace.folder)
    #expect(result.exitCode == 64)
    #expect(result.errors.contains(says), "\(result)")
    #expect(!FileManager.default.fileExists(atPath: workspace.file("out").path))
  }
}
