import FoundationEssentials
import Glibc
import Synchronization

/// The streams and the surroundings of one run: what a command prints to and reads from.
///
/// Standard output is for data, standard error for progress and diagnostics. Output is buffered and
/// written by `flush()`, which the program calls at the end; on a terminal each print is written at
/// once. Several threads may use it.
package final class Terminal: Sendable {
  package let environment: [String: String]
  package let currentDirectory: String
  let output: Sink
  let diagnostics: Sink
  let input: Source
  let state = Mutex(State())

  struct State {
    var buffer: [UInt8] = []
    /// The first error of standard output; what follows it is dropped.
    var outputError: Int32 = 0
    /// The line that a progress bar keeps below everything else on standard error.
    var status: String?
    var wantsJSON = false
    var refusesColour = false
    var hasDocument = false
    var hasLines = false
    var hasData = false
    var standardOptions: [String: String] = [:]
    /// What was read beyond the line that `readLine()` returned.
    var unread: ArraySlice<UInt8> = []
  }

  package init(
    output: Sink, diagnostics: Sink, input: Source, environment: [String: String],
    currentDirectory: String
  ) {
    self.output = output
    self.diagnostics = diagnostics
    self.input = input
    self.environment = environment
    self.currentDirectory = currentDirectory
  }

  /// The terminal of this process.
  ///
  /// A write to a closed pipe must not kill a process that may be in the middle of sending, so
  /// SIGPIPE is ignored from here on, and a child process inherits that unless it is reset.
  package static func system() -> Terminal {
    signal(SIGPIPE, SIG_IGN)
    return Terminal(
      output: .descriptor(1), diagnostics: .descriptor(2), input: .descriptor(0),
      environment: ProcessInfo.processInfo.environment,
      currentDirectory: FileManager.default.currentDirectoryPath)
  }

  package var isOutputTTY: Bool { output.isTTY }
  package var isDiagnosticsTTY: Bool { diagnostics.isTTY }
  package var isInputTTY: Bool { input.isTTY }

  /// The columns of standard output, and 80 where it is no terminal.
  package var width: Int {
    output.isTTY ? columns(of: output) : Self.defaultWidth
  }

  /// Whether `--json` was given: standard output then belongs to `json(_:)` or `jsonLine(_:)`.
  package var wantsJSON: Bool {
    state.withLock { $0.wantsJSON }
  }

  /// The value of an option that the program gives to all its commands, such as `--workspace`.
  package func standardOption(_ name: String) -> String? {
    state.withLock { $0.standardOptions[name] }
  }

  /// Whether nobody reads standard output any more (`| head`): a long listing may stop then.
  package var isOutputClosed: Bool {
    state.withLock { $0.outputError == EPIPE }
  }

  /// The style of standard output.
  package var style: Style { style(of: output) }

  /// The style of standard error.
  package var noteStyle: Style { style(of: diagnostics) }

  static let defaultWidth = 80

  func columns(of sink: Sink) -> Int {
    if let columns = sink.columns() { return columns }
    if let columns = environment["COLUMNS"].flatMap({ Int($0) }), columns > 0 { return columns }
    return Self.defaultWidth
  }

  /// Whether the terminal understands more than lines of text.
  var isDumb: Bool {
    (environment["TERM"] ?? "dumb") == "dumb"
  }

  private func style(of sink: Sink) -> Style {
    let isRefused =
      state.withLock { $0.refusesColour || $0.wantsJSON }
      || environment["NO_COLOR", default: ""] != ""
    return Style(isOn: sink.isTTY && !isRefused && !isDumb)
  }
}
