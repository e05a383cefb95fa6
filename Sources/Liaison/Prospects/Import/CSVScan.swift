/// The state of reading CSV, which takes up again wherever a chunk ended.
///
/// An unquoted run is copied once, delimiters included, so most rows are one copy; the ends of the
/// fields are noted on the way.
struct CSVScan {
  private enum State {
    case fieldStart
    case unquoted
    case quoted
    /// Behind a quote within a quoted field: its end, or the first of two.
    case quoteInQuoted
    /// Behind spaces that follow a closing quote.
    case afterQuote
  }

  /// What a byte may mean; everything else is `ordinary`.
  private enum Meaning {
    static let ordinary: UInt8 = 0
    static let delimiter: UInt8 = 1
    static let quote: UInt8 = 2
    static let carriageReturn: UInt8 = 3
    static let lineFeed: UInt8 = 4
    static let zero: UInt8 = 5
    static let control: UInt8 = 6
  }

  static let maximumRowBytes = 4 * 1024 * 1024
  /// As many as the widest spreadsheet has.
  static let maximumColumns = 16_384

  /// The record being read, and the physical line being read.
  private(set) var number = 0
  private(set) var line = 1
  private var state = State.fieldStart
  private var bytes: [UInt8] = []
  private var ends: [Int32] = []
  private var firstLine = 1
  private var hasControls = false
  private var hasQuotes = false
  private var hasContent = false
  private var lastWasCarriageReturn = false
  private var quoteLine = 1
  private var quoteColumn = 1
  private let meanings: [UInt8]
  private let isTabDelimited: Bool

  init(delimiter: UInt8) {
    isTabDelimited = delimiter == 0x09
    var meanings = [UInt8](repeating: Meaning.ordinary, count: 256)
    for control in 1..<0x20 { meanings[control] = Meaning.control }
    meanings[0x7F] = Meaning.control
    meanings[0] = Meaning.zero
    meanings[0x22] = Meaning.quote
    meanings[0x0D] = Meaning.carriageReturn
    meanings[0x0A] = Meaning.lineFeed
    meanings[Int(delimiter)] = Meaning.delimiter
    self.meanings = meanings
  }

  /// The column being read, from 1.
  var column: Int { ends.count + 1 }

  /// Makes ready for the next record; keeps the buffers unless the last row still holds them.
  mutating func begin() {
    number += 1
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    state = .fieldStart
    firstLine = line
    hasControls = false
    hasQuotes = false
    hasContent = false
  }

  /// The last record, at the end of the input; `nil` where there is none.
  mutating func finish() throws(CSVError) -> CSVRow? {
    if state == .quoted {
      throw .unterminatedQuote(row: number, line: quoteLine, column: quoteColumn)
    }
    guard hasContent else { return nil }
    try endField()
    return row()
  }

  /// Reads on from `position`; gives a row as soon as one is complete.
  mutating func consume(
    _ chunk: UnsafeBufferPointer<UInt8>, _ position: inout Int
  ) throws(CSVError) -> CSVRow? {
    guard let base = chunk.baseAddress else { return nil }
    let limit = chunk.count
    var index = position
    if lastWasCarriageReturn && index < limit {
      lastWasCarriageReturn = false
      if base[index] == 0x0A {
        index += 1
        if state == .quoted {
          try take(base, position, index)
        }
      }
    }
    var copied = index
    while index < limit {
      hasContent = true
      switch state {
      case .fieldStart:
        if base[index] == 0x22 {
          try take(base, copied, index)
          index += 1
          copied = index
          openQuote()
        } else {
          state = .unquoted
        }
      case .unquoted:
        index = skip(base, index, limit)
        guard index < limit else { break }
        switch meanings[Int(base[index])] {
        case Meaning.delimiter:
          try endField(pending: index - copied)
          index += 1
          state = .fieldStart
        case Meaning.lineFeed, Meaning.carriageReturn:
          try take(base, copied, index)
          position = index + 1
          if let row = try endRecord(base[index]) { return row }
          index = position
          if lastWasCarriageReturn, index < limit {
            lastWasCarriageReturn = false
            if base[index] == 0x0A { index += 1 }
          }
          copied = index
        case Meaning.zero: throw .zeroByte(row: number, line: line, column: column)
        case Meaning.control:
          hasControls = true
          index += 1
        default: index += 1
        }
      case .quoted:
        index = skipQuoted(base, index, limit)
        guard index < limit else { break }
        switch meanings[Int(base[index])] {
        case Meaning.quote:
          try take(base, copied, index)
          index += 1
          copied = index
          state = .quoteInQuoted
        case Meaning.lineFeed, Meaning.carriageReturn:
          hasControls = true
          line += 1
          let wasReturn = base[index] == 0x0D
          index += 1
          if wasReturn {
            if index == limit {
              lastWasCarriageReturn = true
            } else if base[index] == 0x0A {
              index += 1
            }
          }
        case Meaning.zero: throw .zeroByte(row: number, line: line, column: column)
        default:
          hasControls = true
          index += 1
        }
      case .quoteInQuoted, .afterQuote:
        switch meanings[Int(base[index])] {
        case Meaning.quote where state == .quoteInQuoted:
          copied = index
          index += 1
          state = .quoted
        case Meaning.delimiter:
          try endField()
          copied = index
          index += 1
          state = .fieldStart
        case Meaning.lineFeed, Meaning.carriageReturn:
          position = index + 1
          if let row = try endRecord(base[index]) { return row }
          index = position
          copied = index
        case Meaning.ordinary where base[index] == 0x20:
          index += 1
          copied = index
          state = .afterQuote
        default: throw .textAfterQuote(row: number, line: line, column: column)
        }
      }
    }
    try take(base, copied, limit)
    position = limit
    return nil
  }

  private mutating func openQuote() {
    hasQuotes = true
    // Here a quoted tab is passed over as a delimiter would be, so let the fields be looked at.
    if isTabDelimited { hasControls = true }
    quoteLine = line
    quoteColumn = column
    state = .quoted
  }

  @inline(__always)
  private func skip(_ base: UnsafePointer<UInt8>, _ from: Int, _ limit: Int) -> Int {
    meanings.withUnsafeBufferPointer { meanings in
      var index = from
      while index < limit && meanings[Int(base[index])] == Meaning.ordinary { index += 1 }
      return index
    }
  }

  @inline(__always)
  private func skipQuoted(_ base: UnsafePointer<UInt8>, _ from: Int, _ limit: Int) -> Int {
    meanings.withUnsafeBufferPointer { meanings in
      var index = from
      while index < limit && meanings[Int(base[index])] <= Meaning.delimiter { index += 1 }
      return index
    }
  }

  /// Copies `from ..< to` into the record.
  private mutating func take(
    _ base: UnsafePointer<UInt8>, _ from: Int, _ to: Int
  ) throws(CSVError) {
    guard from < to else { return }
    guard bytes.count + (to - from) <= Self.maximumRowBytes else {
      let open = hasQuotes && state == .quoted
      throw .rowTooLong(
        row: number, line: open ? quoteLine : firstLine, limit: Self.maximumRowBytes,
        openQuote: open)
    }
    bytes.append(contentsOf: UnsafeBufferPointer(start: base + from, count: to - from))
  }

  /// Notes a field's end, `pending` bytes behind what is copied so far.
  private mutating func endField(pending: Int = 0) throws(CSVError) {
    guard ends.count < Self.maximumColumns else {
      throw .tooManyColumns(row: number, line: firstLine, limit: Self.maximumColumns)
    }
    ends.append(Int32(truncatingIfNeeded: bytes.count &+ pending))
  }

  /// Ends the record at a line end; `nil` for a blank line, after which it begins anew.
  private mutating func endRecord(_ lineEnd: UInt8) throws(CSVError) -> CSVRow? {
    line += 1
    lastWasCarriageReturn = lineEnd == 0x0D
    if bytes.isEmpty && ends.isEmpty && !hasQuotes {
      begin()
      return nil
    }
    try endField()
    return row()
  }

  private func row() -> CSVRow {
    var all: UInt8 = 0
    for byte in bytes { all |= byte }
    return CSVRow(
      number: number, line: firstLine, bytes: bytes, ends: ends, hasControls: hasControls,
      isASCII: all < 0x80)
  }
}
