import Glibc

/// What a program does to its terminal before and after a command.
extension Terminal {
  /// Takes note of how to print before anything is parsed, so that a usage error is printed so too.
  func begin(arguments: [String]) {
    let words = arguments.prefix { $0 != "--" }
    state.withLock {
      $0.wantsJSON = words.contains("--json")
      $0.refusesColour = words.contains("--no-color")
      $0.standardOptions = [:]
      $0.hasDocument = false
      $0.hasLines = false
      $0.hasData = false
    }
  }

  func adopt(standardOptions: [String: String]) {
    state.withLock { $0.standardOptions = standardOptions }
  }

  /// Prints a failure: to standard error, or with `--json` as the document or as a line of the stream.
  func report(_ failure: Failure, program: String) -> ExitCode {
    show(status: nil)
    let (wantsJSON, hasDocument, hasLines) = state.withLock {
      ($0.wantsJSON, $0.hasDocument || $0.hasData, $0.hasLines)
    }
    do {
      // A document that is already there stays the only one.
      if wantsJSON, hasLines {
        try jsonLine(FailureDocument(failure: failure))
      } else if wantsJSON, !hasDocument {
        try json(FailureDocument(failure: failure))
      } else {
        note(failure.text(style: noteStyle))
      }
    } catch {
      note(failure.text(style: noteStyle))
    }
    return failure.code
  }

  /// Writes what is left, and says whether standard output took everything.
  ///
  /// A reader that went away (`| head`) is no failure.
  func end() -> Failure? {
    show(status: nil)
    let isEmpty = state.withLock {
      $0.wantsJSON && !$0.hasDocument && !$0.hasLines && !$0.hasData
    }
    if isEmpty { emit(Array("{}\n".utf8)) }
    flush()
    let error = state.withLock { $0.outputError }
    guard error != 0, error != EPIPE else { return nil }
    return Failure(
      .unavailable, "cannot write to standard output: \(systemMessage(error))",
      hint: "what was printed is not complete")
  }
}
