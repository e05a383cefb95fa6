import Foundation

/// Debian's Chromium; pages are looked at only where it is installed.
package enum Chromium {
  private static let path = "/usr/bin/chromium"

  /// Whether it is there.
  package static var isInstalled: Bool { access(path, X_OK) == 0 }

  /// Chromium did not show the page.
  package struct Failed: Error {
    let status: Int32
  }

  /// The document that a page has become when it and its scripts are loaded.
  package static func document(of page: String, isDark: Bool) throws -> String {
    let folder = try makeTemporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let input = folder.appendingPathComponent("page.html").path
    let output = folder.appendingPathComponent("document.html").path
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
    let started = spawnLock.withLock {
      posix_spawn(&process, arguments[0], &actions, nil, &words, environ)
    }
    guard started == 0 else { throw Failed(status: started) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) == -1, errno == EINTR {}
    guard status == 0 else { throw Failed(status: status) }
    return String(decoding: try Data(contentsOf: URL(filePath: output)), as: UTF8.self)
  }

  /// A script that replaces the page by a line for each frame: its width, whether everything in it
  /// fits and lies inside, the width of the mail's column, its direction and its colours.
  package static let measure = """
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

  /// What `measure` says of a page's frames.
  package static func measurements(of frames: String, isDark: Bool) throws -> [String] {
    let page = "<!DOCTYPE html><meta charset=\"utf-8\">\(measure)<body>\(frames)"
    return try document(of: page, isDark: isDark).split(separator: "\n")
      .drop { !$0.hasSuffix("FOUND") }.dropFirst().prefix { !$0.hasPrefix("END") }
      .map(String.init)
  }
}
