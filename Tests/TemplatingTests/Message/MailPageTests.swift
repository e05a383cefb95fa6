import TestServers
import Testing

@testable import Templating

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

  @Test(.timeLimit(.minutes(3)), arguments: [false, true])
  func `nothing overflows on desktops and phones, in light and dark, in both directions`(
    isDark: Bool
  ) throws {
    var frames = ""
    for language in ["en", "ar"] {
      for width in [375, 600, 900] { frames += try frame(language, width) }
    }
    let lines = try Chromium.measurements(of: frames, isDark: isDark)
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
