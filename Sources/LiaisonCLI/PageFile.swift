import CommandLineKit
import FoundationEssentials
import Glibc
import Liaison

/// A page of previews in a file that only we can read: it shows people's names.
struct PageFile {
  let path: String

  /// Writes `index.html` into a folder, or into a new one beside other temporary files.
  init(_ page: PreviewPage, folder: String?) throws {
    let folder = try folder ?? Self.temporaryFolder()
    path = folder + "/index.html"
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try Data(page.html.utf8).write(to: URL(filePath: path), options: .atomic)
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    } catch {
      throw Failure(
        .unavailable, "\(path) cannot be written", hint: String(cString: strerror(errno)))
    }
  }

  private static func temporaryFolder() throws -> String {
    let place = FileManager.default.temporaryDirectory.path(percentEncoded: false)
    var template = Array(
      "\(place.hasSuffix("/") ? place : place + "/")liaison-preview-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw Failure(.unavailable, "no folder can be made in \(place)")
    }
    return String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Shows it in the browser; where there is no screen it says where the file is.
  func open(_ terminal: Terminal) {
    let screens = ["DISPLAY", "WAYLAND_DISPLAY"]
    let hasScreen = screens.contains { !(terminal.environment[$0] ?? "").isEmpty }
    if hasScreen, ["xdg-open", "open"].contains(where: run) {
      terminal.note("Opened \(path)")
    } else {
      terminal.note("There is no browser to open here; the page is \(path)")
    }
  }

  /// Starts a program with the page and leaves it to itself; false where it cannot be started.
  private func run(_ program: String) -> Bool {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (descriptor, mode) in [(Int32(0), O_RDONLY), (1, O_WRONLY), (2, O_WRONLY)] {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", mode, 0)
    }
    // We ignore SIGPIPE, which a program that we start would inherit.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var defaults = sigset_t()
    sigemptyset(&defaults)
    sigaddset(&defaults, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var words = [strdup(program), strdup(path), nil]
    defer { words.forEach { free($0) } }
    var process: pid_t = 0
    return posix_spawnp(&process, program, &actions, &attributes, &words, environ) == 0
  }
}
