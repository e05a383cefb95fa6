import FoundationEssentials
import Glibc

extension Terminal {
  /// Prints text for a person to standard output, with a line end.
  ///
  /// Everything that could steer the terminal is neutralised but for the kit's own styles. With
  /// `--json`, standard output holds nothing but the document, so text goes to standard error.
  package func print(_ text: String = "") {
    if wantsJSON { return note(text) }
    emit(line(text, style: style))
  }

  package func print(_ table: Table) {
    for line in table.lines(width: output.isTTY ? width : nil, style: style) { print(line) }
  }

  /// Writes data to standard output exactly as it is: an export, a message, a script.
  package func write(_ bytes: [UInt8]) {
    state.withLock { $0.hasData = true }
    emit(bytes)
  }

  package func write(_ text: String) {
    write(Array(text.utf8))
  }

  /// Prints a line of progress or diagnosis to standard error.
  package func note(_ text: String) {
    let bytes = line(text, style: noteStyle)
    state.withLock { state in
      flush(&state)
      _ = diagnostics.write(erasure(of: state) + bytes + drawing(of: state))
    }
  }

  /// Prints the one document that `--json` asks for: sorted keys, indented.
  package func json(_ value: some Encodable) throws {
    let bytes = try Self.encoded(value, formatting: [.prettyPrinted])
    state.withLock { $0.hasDocument = true }
    emit(bytes)
  }

  /// Prints one document of a stream, on one line (JSON Lines).
  package func jsonLine(_ value: some Encodable) throws {
    let bytes = try Self.encoded(value, formatting: [])
    state.withLock { $0.hasLines = true }
    emit(bytes)
  }

  /// Writes what is buffered.
  package func flush() {
    state.withLock { flush(&$0) }
  }

  /// Shows a line on standard error that stays below everything printed, or takes it away.
  func show(status: String?) {
    guard diagnostics.isTTY, !isDumb else { return }
    state.withLock { state in
      guard state.status != status else { return }
      flush(&state)
      let erasure = erasure(of: state)
      state.status = status
      _ = diagnostics.write(erasure + drawing(of: state))
    }
  }

  private func line(_ text: String, style: Style) -> [UInt8] {
    let neutraliser = Neutraliser(keepsLines: true, keepsStyle: style.isOn)
    return Array(neutraliser.apply(to: text).utf8) + [UInt8(ascii: "\n")]
  }

  func emit(_ bytes: [UInt8]) {
    state.withLock { state in
      guard state.outputError == 0 else { return }
      state.buffer += bytes
      if output.isTTY || state.buffer.count >= 1 << 16 { flush(&state) }
    }
  }

  private func flush(_ state: inout State) {
    guard !state.buffer.isEmpty else { return }
    defer { state.buffer.removeAll(keepingCapacity: true) }
    guard state.outputError == 0 else { return }
    let sharesScreen = output.isTTY && state.status != nil
    if sharesScreen { _ = diagnostics.write(erasure(of: state)) }
    state.outputError = output.write(state.buffer)
    if sharesScreen { _ = diagnostics.write(drawing(of: state)) }
  }

  private func erasure(of state: State) -> [UInt8] {
    state.status == nil ? [] : Array("\r\u{1B}[K".utf8)
  }

  private func drawing(of state: State) -> [UInt8] {
    Array((state.status ?? "").utf8)
  }

  private static func encoded(
    _ value: some Encodable, formatting: JSONEncoder.OutputFormatting
  ) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = formatting.union([.sortedKeys, .withoutEscapingSlashes])
    let text = String(decoding: try encoder.encode(value), as: UTF8.self)
    return Array(escapedForJSON(text).utf8) + [UInt8(ascii: "\n")]
  }

  /// JSON may hold DEL, C1 controls and bidirectional overrides as they are; a terminal should not.
  private static func escapedForJSON(_ json: String) -> String {
    let safe = neutralised(json, keepingLines: true)
    guard safe != json else { return json }
    var result = ""
    for scalar in json.unicodeScalars {
      switch scalar.value {
      case 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
