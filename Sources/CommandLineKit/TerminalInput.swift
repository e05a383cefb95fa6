import Glibc

extension Terminal {
  /// All of standard input.
  package func readInput() throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let chunk = try readChunk(upTo: 1 << 16)
      if chunk.isEmpty { return bytes }
      bytes += chunk
    }
  }

  /// The next bytes of standard input, none at its end.
  package func readChunk(upTo limit: Int) throws(Failure) -> [UInt8] {
    let waiting = state.withLock { state in
      let taken = state.unread.prefix(limit)
      state.unread = state.unread.dropFirst(taken.count)
      return Array(taken)
    }
    return waiting.isEmpty ? try read(limit) : waiting
  }

  /// The next line of standard input without its end, nil when there is none left.
  package func readLine() throws(Failure) -> String? {
    var line: [UInt8] = []
    while true {
      let chunk = try readChunk(upTo: 4096)
      if chunk.isEmpty { return line.isEmpty ? nil : String(decoding: line, as: UTF8.self) }
      guard let end = chunk.firstIndex(of: UInt8(ascii: "\n")) else {
        line += chunk
        continue
      }
      line += chunk[..<end]
      if line.last == UInt8(ascii: "\r") { line.removeLast() }
      state.withLock { $0.unread = chunk[(end + 1)...] + $0.unread }
      return String(decoding: line, as: UTF8.self)
    }
  }

  /// Asks a question that is answered by yes or no, and takes anything but a yes for a no.
  ///
  /// - Throws: a failure where nobody can answer, because it is not on a terminal.
  package func confirm(_ question: String) throws(Failure) -> Bool {
    guard input.isTTY, diagnostics.isTTY else {
      throw Failure(
        .usage, "this needs an answer, and there is nobody to ask: \(question)",
        hint: "add --yes if you are sure")
    }
    show(status: nil)
    flush()
    _ = diagnostics.write(Array("\(neutralised(question)) [y/N] ".utf8))
    let answer = try readLine()?.lowercased() ?? ""
    return ["y", "yes"].contains(answer)
  }

  private func read(_ limit: Int) throws(Failure) -> [UInt8] {
    switch input.read(limit) {
    case .success(let bytes): return bytes
    case .failure(let error):
      throw Failure(.noInput, "cannot read standard input: \(systemMessage(error.number))")
    }
  }
}

/// What the system says of an error number.
func systemMessage(_ number: Int32) -> String {
  String(cString: strerror(number))
}
