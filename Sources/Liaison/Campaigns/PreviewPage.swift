/// Previews as one HTML page that needs nothing else: each message on a desktop and on a phone, in
/// light and in dark.
///
/// A message stands in a frame that may do nothing, and the page's policy forbids scripts and all
/// that would be fetched; images on the web show their alternative text.
public struct PreviewPage {
  /// One message and what is said of it.
  public struct Row {
    let heading: String
    let language: String
    let reader: String
    let message: PreviewGallery.Message?
    let faults: [String]

    /// A row of a gallery.
    public init(_ entry: PreviewGallery.Entry) {
      heading = "\(entry.step) \(entry.emphasis) · \(entry.language)"
      language = entry.language
      reader = entry.reader
      message = entry.message
      faults = entry.faults
    }

    /// A single preview.
    public init(_ preview: Preview) {
      heading = "\(preview.step) \(preview.emphasis) · \(preview.language)"
      language = preview.language
      reader = preview.address
      message = .init(
        subject: preview.subject, text: preview.text, html: preview.outgoing.pageWithImages,
        sizeWarning: preview.sizeWarning)
      faults = preview.objections.map { "\($0.rule): \($0.message) (“\($0.match)”)" }
    }
  }

  private var body = ""
  private var contents = ""
  private var count = 0
  private let title: String

  /// A page without messages yet.
  public init(title: String) { self.title = title }

  /// Adds a heading and its messages.
  public mutating func add(_ heading: String, note: String? = nil, _ rows: [Row]) {
    body += "<h2>\(Self.escaped(heading))</h2>\n"
    if let note { body += "<p class=\"note\">\(Self.escaped(note))</p>\n" }
    contents += "<p><b>\(Self.escaped(heading))</b>\n"
    for row in rows { add(row) }
    contents += "</p>\n"
  }

  private mutating func add(_ row: Row) {
    count += 1
    let mark = row.faults.isEmpty ? "" : " class=\"bad\""
    contents += "<a href=\"#m\(count)\"\(mark)>\(Self.escaped(row.heading))</a>\n"
    body += "<section id=\"m\(count)\">\n<h3>\(Self.escaped(row.heading))</h3>\n"
    body += "<p class=\"note\">\(Self.escaped(row.reader))</p>\n"
    for fault in row.faults { body += "<p class=\"bad\">\(Self.escaped(fault))</p>\n" }
    if let message = row.message { add(message, row) }
    body += "</section>\n"
  }

  private mutating func add(_ message: PreviewGallery.Message, _ row: Row) {
    let attributes = " lang=\"\(Self.escaped(row.language))\" dir=\"auto\""
    body += "<p class=\"subject\"\(attributes)>\(Self.escaped(message.subject))</p>\n"
    if let warning = message.sizeWarning {
      body += "<p class=\"bad\">\(Self.escaped(warning))</p>\n"
    }
    let text =
      "<pre lang=\"\(Self.escaped(row.language))\" dir=\"auto\">"
      + "\(Self.escaped(message.text))</pre>"
    if message.html.isEmpty {
      body += "<p class=\"note\">plain text only</p>\n\(text)\n"
      return
    }
    body += "<div class=\"frames\">\n"
    for device in Device.allCases {
      for scheme in Scheme.allCases { body += Self.frame(message.html, device, scheme, row) }
    }
    body += "</div>\n<details><summary>text part</summary>\(text)</details>\n"
  }

  private enum Device: String, CaseIterable {
    case desktop, phone

    /// A desktop's frame is wide enough for a column of 600 and what is around it, and so that the
    /// rules for small screens do not hold.
    var width: Int { self == .desktop ? 624 : 375 }
  }

  private enum Scheme: String, CaseIterable {
    case light, dark
  }

  private static func frame(
    _ html: String, _ device: Device, _ scheme: Scheme, _ row: Row
  ) -> String {
    let label = escaped("\(row.heading), \(device), \(scheme)")
    return """
      <figure><figcaption>\(device), \(scheme)</figcaption>\
      <iframe class="\(scheme)" sandbox="" loading="lazy" width="\(device.width)" height="640" \
      title="\(label)" srcdoc="\(escaped(inScheme(html, scheme)))"></iframe></figure>

      """
  }

  /// The mail as a program in that colour scheme shows it, whatever scheme the page is in.
  private static func inScheme(_ html: String, _ scheme: Scheme) -> String {
    let query = "@media (prefers-color-scheme: dark)"
    var html = html
    // The first behind the style sheet's beginning is the mail's own; texts before it are escaped.
    guard let style = html.firstRange(of: "<style>"),
      let found = html[style.upperBound...].firstRange(of: query)
    else { return html }
    html.replaceSubrange(found, with: scheme == .dark ? "@media all" : "@media not all")
    return html
  }

  /// The whole page.
  public var html: String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
    style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <title>\(Self.escaped(title))</title>
    <style>
    body { font: 15px/1.5 system-ui, sans-serif; margin: 24px; color: #1f2328; background: #eef0f2; }
    nav { columns: 14rem; font-size: 13px; } nav p { break-inside: avoid; margin: 0 0 12px; }
    nav a { display: block; } a { color: #1a56b0; }
    section { margin: 0 0 40px; padding-top: 8px; border-top: 1px solid #c9ced4; }
    h3, .subject, .note, .bad { margin: 0 0 4px; } .note { color: #57606a; font-size: 13px; }
    .subject { font-weight: 600; } .bad, a.bad { color: #b42318; }
    .frames { display: flex; gap: 16px; overflow-x: auto; padding: 8px 0; }
    figure { margin: 0; } figcaption { font-size: 12px; color: #57606a; }
    iframe { border: 1px solid #c9ced4; background: #fff; } iframe.dark { background: #1c1c1c; }
    pre { white-space: pre-wrap; max-width: 80ch; padding: 12px; background: #fff; }
    </style>
    </head>
    <body>
    <h1>\(Self.escaped(title))</h1>
    <nav>
    \(contents)</nav>
    \(body)</body>
    </html>

    """
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count + text.utf8.count / 8)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
