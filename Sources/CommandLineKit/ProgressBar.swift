import Synchronization

/// A bar on standard error that shows how far a long piece of work is.
///
/// It is drawn on a terminal only, at most about ten times a second by the clock it is given, and is
/// erased by `finish()` or when it goes away. Several threads may update it.
package final class ProgressBar: Sendable {
  private let terminal: Terminal
  private let label: String
  private let total: Int?
  private let now: @Sendable () -> Int64
  private let start: Int64
  private let lastDrawn: Mutex<Int64?>

  /// - Parameters:
  ///   - total: How much there is to do, where that is known.
  ///   - now: A clock in microseconds; only differences count.
  package init(
    _ terminal: Terminal, label: String, total: Int?, now: @escaping @Sendable () -> Int64
  ) {
    self.terminal = terminal
    self.label = label
    self.total = total
    self.now = now
    self.start = now()
    self.lastDrawn = Mutex(nil)
  }

  deinit {
    terminal.show(status: nil)
  }

  package func update(to done: Int) {
    guard terminal.diagnostics.isTTY else { return }
    let now = now()
    let isDue = lastDrawn.withLock { last in
      if let last, now &- last < Self.interval, now >= last { return false }
      last = now
      return true
    }
    if isDue { terminal.show(status: line(done: done, elapsed: now &- start)) }
  }

  package func finish() {
    terminal.show(status: nil)
  }

  /// Microseconds between two drawings.
  private static let interval: Int64 = 100_000

  private func line(done: Int, elapsed: Int64) -> String {
    let columns = max(terminal.columns(of: terminal.diagnostics) - 1, 1)
    guard let total, total > 0 else {
      return DisplayWidth.truncated("\(label)  \(grouped(done))", to: columns)
    }
    let share = min(max(Double(done) / Double(total), 0), 1)
    var text = "  \(Int(share * 100)) %  \(grouped(done)) of \(grouped(total))"
    // Before a second or so, or before anything is done, the rest of the time is a guess.
    if elapsed > 1_000_000, share > 0.01, share < 1 {
      let seconds = Double(elapsed) / 1_000_000 * (1 - share) / share
      text += "  \(duration(seconds)) left"
    }
    let room = columns - DisplayWidth.of(label) - DisplayWidth.of(text) - 4
    guard room >= 5 else { return DisplayWidth.truncated(label + text, to: columns) }
    let length = min(room, 40)
    let filled = Int(share * Double(length))
    let bar =
      String(repeating: "#", count: filled) + String(repeating: "-", count: length - filled)
    return neutralised(label) + "  [" + bar + "]" + text
  }

  private func grouped(_ number: Int) -> String {
    var result = ""
    let digits = String(number.magnitude)
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { result.append(",") }
      result.append(digit)
    }
    return number < 0 ? "-" + result : result
  }

  private func duration(_ seconds: Double) -> String {
    guard seconds < 360_000 else { return "days" }
    let seconds = Int(seconds.rounded(.up))
    switch seconds {
    case ..<90: return "\(seconds) s"
    case ..<5400: return "\((seconds + 30) / 60) min"
    default: return "\((seconds + 1800) / 3600) h"
    }
  }
}
