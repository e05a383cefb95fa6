import FoundationEssentials
import Glibc
import Testing

@testable import Templating

/// Debian's Chromium; the pages are looked at only where it is installed.
private enum Chromium {
  static let path = "/usr/bin/chromium"
  static var isInstalled: Bool { access(path, X_OK) == 0 }

  /// The document that a page has become when it and its scripts are loaded.
  static func document(of page: String, isDark: Bool) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "liaison-pages-\(UInt64.random(in: 0 ..< .max))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let input = folder.appending(path: "page.html").path
    let output = folder.appending(path: "document.html").path
    try Data(page.utf8).write(to: URL(filePath: input))

    let arguments = [
      "/usr/bin/timeout", "100", path, "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom",
      "--user-data-dir=\(folder.path)/profile", "--window-size=1400,1000",
      "--blink-settings=preferredColorScheme=\(isDark ? 0 : 1)", "file://\(input)",
    ]
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var words = arguments.map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    var process: pid_t = 0
    let started = posix_spawn(&process, arguments[0], &actions, nil, &words, environ)
    try #require(started == 0)
    var status: Int32 = 0
    while waitpid(process, &status, 0) == -1, errno == EINTR {}
    try #require(status == 0)
    return String(decoding: try Data(contentsOf: URL(filePath: output)), as: UTF8.self)
  }
}

@Suite(.enabled(if: Chromium.isInstalled, "there is no /usr/bin/chromium"))
struct MailPageTests {
  private static let markdown = """
    ![A logo that is not there](https://a.invalid/logo.png "120")

    # \(String(repeating: "Heading ", count: 12))

    \(String(repeating: "Some **strong** words and `code` and a [link](https://a.example). ", count: 6))

    \(String(repeating: "ein", count: 80)) https://a.example/\(String(repeating: "path", count: 60))

    - one

      1. two

         > - \(String(repeating: "three ", count: 30))

    **[\(String(repeating: "Button ", count: 12))](https://a.example)**

    ```
    \(String(repeating: "x", count: 200))
    ```

    ***

    \(String(repeating: "مرحبا بكم ", count: 20)) \(String(repeating: "日本語", count: 60))
    """

  private func frame(_ language: String, _ width: Int) throws -> String {
    let style = try MailStyle(accent: "#c2410c", page: "#f5f0e8")
    let message = try MessageRenderer(
      partials: [:], language: try LanguageTag(language), style: style
    ).render(
      MessageTemplate(SourceText(path: "t.md", text: Self.markdown)), values: [:])
    var source: [UInt8] = []
    HTMLText.append(message.html.utf8, to: &source)
    return """
      <iframe width="\(width)" height="4000" style="border:0" \
      srcdoc="\(String(decoding: source, as: UTF8.self))"></iframe>
      """
  }

  /// What a frame's page says of itself: how far its elements reach, and its direction and colours.
  private static let script = """
    <script>
    onload = () => {
      const lines = [...document.querySelectorAll('iframe')].map(frame => {
        const page = frame.contentDocument, width = frame.clientWidth
        const boxes = [...page.body.querySelectorAll('*')].map(e => e.getBoundingClientRect())
        const text = page.querySelector('.text'), style = frame.contentWindow.getComputedStyle(text)
        return [
          width, page.documentElement.scrollWidth <= width ? 'fits' : 'overflows',
          Math.min(...boxes.map(b => b.left)) >= 0 && Math.max(...boxes.map(b => b.right)) <= width
            ? 'inside' : 'outside',
          Math.round(page.querySelector('.column').getBoundingClientRect().width),
          style.direction, style.color,
          frame.contentWindow.getComputedStyle(page.querySelector('.column')).backgroundColor
        ].join(' ')
      })
      document.body.textContent = 'FOUND\\n' + lines.join('\\n') + '\\nEND'
    }
    </script>
    """

  @Test(.timeLimit(.minutes(3)), arguments: [false, true])
  func `nothing overflows on desktops and phones, in light and dark, in both directions`(
    isDark: Bool
  ) throws {
    var page = "<!DOCTYPE html><meta charset=\"utf-8\">\(Self.script)<body>"
    for language in ["en", "ar"] {
      for width in [375, 600, 900] { page += try frame(language, width) }
    }
    let document = try Chromium.document(of: page, isDark: isDark)
    let lines = document.split(separator: "\n").drop { !$0.hasSuffix("FOUND") }.dropFirst()
      .prefix { !$0.hasPrefix("END") }.map(String.init)
    let colours =
      isDark
      ? "rgb(232, 232, 232) rgb(28, 28, 28)" : "rgb(31, 35, 40) rgb(255, 255, 255)"
    #expect(
      lines
        == ["ltr", "rtl"].flatMap { direction in
          [
            "375 fits inside 359 \(direction) \(colours)",
            "600 fits inside 584 \(direction) \(colours)",
            "900 fits inside 600 \(direction) \(colours)",
          ]
        })
  }
}
