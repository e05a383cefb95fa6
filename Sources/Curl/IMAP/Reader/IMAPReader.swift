import Glibc

/// Cuts what a server sends into responses, as it arrives and however it is divided.
///
/// A literal is counted and never searched: what a stranger wrote in a message cannot pass for a
/// response. After a fault it gives nothing but that fault.
struct IMAPReader {
  private let limits: IMAPLimits
  private var buffer: [UInt8] = []
  /// Where the response under way begins.
  private var start = 0
  /// Where its line under way begins: behind its last literal, perhaps beyond what is there.
  private var lineStart = 0
  /// Up to here the line under way has no LF.
  private var searched = 0
  private var fault: IMAPFault?

  init(limits: IMAPLimits = .standard) {
    self.limits = limits
  }

  /// How many bytes wait to be read or to become whole.
  var pendingCount: Int { buffer.count - start }

  mutating func append(_ bytes: UnsafeRawBufferPointer) {
    discardRead()
    buffer.append(contentsOf: bytes)
  }

  mutating func append(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { append($0) }
  }

  /// The next response, or nil while it is not whole.
  mutating func next() throws(IMAPFault) -> IMAPResponse? {
    if let fault { throw fault }
    do {
      guard let end = try endOfResponse() else { return nil }
      defer {
        start = end
        lineStart = end
        searched = end
      }
      // Without its last CRLF.
      var parser = IMAPResponseParser(buffer[start..<(end - 2)])
      return try parser.response()
    } catch {
      fault = error
      buffer = []
      start = 0
      throw error
    }
  }

  /// The index behind the response under way, once it is whole.
  private mutating func endOfResponse() throws(IMAPFault) -> Int? {
    while true {
      guard let lineFeed = indexOfLineFeed() else {
        guard buffer.count - start <= limits.response else {
          throw .responseTooLong(limit: limits.response)
        }
        return nil
      }
      let end = lineFeed + 1
      guard end - start <= limits.response else { throw .responseTooLong(limit: limits.response) }
      guard lineFeed > lineStart, buffer[lineFeed - 1] == 0x0D else { throw .bareLineFeed }
      let isFirst = lineStart == start
      let line = buffer[lineStart..<(lineFeed - 1)]
      guard !(isFirst && IMAPResponseParser.isText(line)),
        let length = IMAPResponseParser.literalLength(atEndOf: line)
      else { return end }
      guard length <= limits.literal else { throw .literalTooLong(limit: limits.literal) }
      guard end + length - start <= limits.response else {
        throw .responseTooLong(limit: limits.response)
      }
      lineStart = end + length
      searched = lineStart
    }
  }

  private mutating func indexOfLineFeed() -> Int? {
    guard searched < buffer.count else { return nil }
    let found = buffer.withUnsafeBytes { bytes -> Int? in
      guard let base = bytes.baseAddress else { return nil }
      // Inside the buffer: `searched` is below its count.
      let place = memchr(base + searched, 0x0A, bytes.count - searched)
      return place.map { UnsafeRawPointer($0) - base }
    }
    if found == nil { searched = buffer.count }
    return found
  }

  /// Makes room, seldom enough that each byte is moved about once.
  private mutating func discardRead() {
    guard start > 0, start >= buffer.count / 2 else { return }
    buffer.removeSubrange(..<start)
    lineStart -= start
    searched -= start
    start = 0
    if buffer.isEmpty, buffer.capacity > 2 * IMAPLimits.standard.literal { buffer = [] }
  }
}
