import CommandLineKit
import Synchronization
import Testing

@Suite struct ProgressBarTests {
  final class Clock: Sendable {
    let time = Mutex<Int64>(0)
    func advance(_ microseconds: Int64) { time.withLock { $0 += microseconds } }
    var now: @Sendable () -> Int64 { { self.time.withLock { $0 } } }
  }

  func screen(columns: Int? = 80) -> (Capture, Terminal) {
    let capture = Capture()
    return (capture, capture.terminal(columns: columns, environment: ["TERM": "xterm"]))
  }

  @Test("It is drawn ten times a second at most, by the clock it is given")
  func rate() {
    let (capture, terminal) = screen()
    let clock = Clock()
    let bar = ProgressBar(terminal, label: "Importing", total: 1000, now: clock.now)
    for done in 0..<1000 {
      bar.update(to: done)
      clock.advance(1000)
    }
    #expect(capture.diagnostics.split(separator: "%").count - 1 == 10)
  }

  @Test("It shows how far the work is and how long the rest takes, and is erased at the end")
  func drawing() {
    let (capture, terminal) = screen(columns: 70)
    let clock = Clock()
    let bar = ProgressBar(terminal, label: "Importing", total: 1_000_000, now: clock.now)
    clock.advance(10_000_000)
    bar.update(to: 250_000)
    #expect(
      capture.diagnostics == "Importing  [####-------------]  25 %  250,000 of 1,000,000  30 s left"
    )
    bar.finish()
    #expect(capture.diagnostics.hasSuffix("left\r\u{1B}[K"))
  }

  @Test("It is erased where the work ends by an error")
  func deinitialisation() {
    let (capture, terminal) = screen()
    do {
      let bar = ProgressBar(terminal, label: "Importing", total: nil, now: { 0 })
      bar.update(to: 1234)
    }
    #expect(capture.diagnostics == "Importing  1,234\r\u{1B}[K")
  }

  @Test("What is printed meanwhile stands above it")
  func notes() {
    let (capture, terminal) = screen()
    let bar = ProgressBar(terminal, label: "Importing", total: nil, now: { 0 })
    bar.update(to: 1)
    terminal.note("row 7 is odd")
    #expect(capture.diagnostics == "Importing  1\r\u{1B}[Krow 7 is odd\nImporting  1")
    terminal.print("a result")
    #expect(capture.diagnostics.hasSuffix("odd\nImporting  1\r\u{1B}[KImporting  1"))
    #expect(capture.output == "a result\n")
    bar.finish()
  }

  @Test("Where there is no terminal, or a dumb one, nothing is drawn")
  func elsewhere() {
    let file = Capture()
    let dumb = Capture()
    for terminal in [
      file.terminal(environment: ["TERM": "xterm"]),
      dumb.terminal(columns: 80, environment: ["TERM": "dumb"]),
    ] {
      let bar = ProgressBar(terminal, label: "Importing", total: 10, now: { 0 })
      bar.update(to: 5)
      bar.finish()
    }
    #expect(file.diagnostics.isEmpty)
    #expect(dumb.diagnostics.isEmpty)
  }

  @Test(
    "Odd numbers and narrow terminals are no trouble, and no line is wider than the screen",
    arguments: [(0, 0), (-5, 10), (50, 10), (Int.max, Int.max), (1, Int.max), (Int.min, 3)])
  func oddNumbers(done: Int, total: Int) {
    for columns in [1, 5, 20, 80] {
      let (capture, terminal) = screen(columns: columns)
      let clock = Clock()
      let bar = ProgressBar(terminal, label: "导入\u{1B}", total: total, now: clock.now)
      clock.advance(.max)
      bar.update(to: done)
      #expect(DisplayWidth.of(capture.diagnostics) < max(columns, 2))
    }
  }
}
