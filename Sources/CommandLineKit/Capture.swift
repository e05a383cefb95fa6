import Synchronization

/// A terminal that keeps what is written to it, for tests of commands.
package final class Capture: Sendable {
  private let written = Mutex<(output: [UInt8], diagnostics: [UInt8])>(([], []))

  package init() {}

  /// A terminal that writes here.
  ///
  /// - Parameter columns: The width of a terminal, or nil for output that goes to a file.
  package func terminal(
    columns: Int? = nil, input: Source = .bytes([]), environment: [String: String] = [:],
    currentDirectory: String = "/"
  ) -> Terminal {
    Terminal(
      output: Sink(isTTY: columns != nil, columns: { columns }) { bytes in
        self.written.withLock { $0.output += bytes }
        return 0
      },
      diagnostics: Sink(isTTY: columns != nil, columns: { columns }) { bytes in
        self.written.withLock { $0.diagnostics += bytes }
        return 0
      },
      input: input, environment: environment, currentDirectory: currentDirectory)
  }

  package var output: String {
    written.withLock { String(decoding: $0.output, as: UTF8.self) }
  }

  package var outputBytes: [UInt8] {
    written.withLock { $0.output }
  }

  package var diagnostics: String {
    written.withLock { String(decoding: $0.diagnostics, as: UTF8.self) }
  }
}
