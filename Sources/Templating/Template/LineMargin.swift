/// What goes before each line of an indented partial or block, and what its own lines lose.
struct LineMargin {
  private var indentation: [UInt8] = []
  /// How much white space is taken off the start of each line of the source.
  private var dedent = 0
  /// Whether the line that comes has no indentation yet.
  private var isLineStart = false
  /// How much is still to be taken off this line.
  private var toDedent = 0

  /// The margin of a text that is put in where `own` is the white space before it.
  func within(_ own: [UInt8], dedent inner: Int) -> LineMargin {
    var margin = LineMargin()
    margin.indentation = indentation + own.dropFirst(dedent)
    margin.dedent = inner
    margin.isLineStart = true
    margin.toDedent = inner
    return margin
  }

  /// Goes on in the line that has begun: its indentation is there already.
  mutating func goOn() { isLineStart = false }

  /// The margin after the text within it.
  func resumed(after output: [UInt8]) -> LineMargin {
    var margin = self
    margin.isLineStart = output.last == 0x0A
    margin.toDedent = margin.isLineStart ? dedent : 0
    return margin
  }

  /// Writes text of a template.
  mutating func append(_ text: ArraySlice<UInt8>, to output: inout [UInt8]) {
    if indentation.isEmpty, dedent == 0 {
      output.append(contentsOf: text)
      return
    }
    for byte in text {
      if toDedent > 0 {
        if byte == 0x20 || byte == 0x09 {
          toDedent -= 1
          continue
        }
        toDedent = 0
      }
      if isLineStart, byte != 0x0A, byte != 0x0D { begin(&output) }
      output.append(byte)
      if byte == 0x0A {
        isLineStart = true
        toDedent = dedent
      }
    }
  }

  /// Writes the indentation, where a value begins the line.
  mutating func begin(_ output: inout [UInt8]) {
    if isLineStart { output.append(contentsOf: indentation) }
    isLineStart = false
    toDedent = 0
  }
}
