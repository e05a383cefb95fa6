import Glibc

/// Hands out a source's text as UTF-8, a piece at a time, whatever it was written in.
///
/// UTF-8 passes through unchecked (the reader checks it row by row, so that it can name the row);
/// everything else goes through the C library's `iconv`, which knows the vendors' tables that
/// spreadsheets write. Buffers are made once, so a file of any size takes the same memory.
struct DecodedSource: ~Copyable {
  let encoding: SourceEncoding
  let totalBytes: Int?
  private var source: ByteSource
  private let chunkSize: Int
  /// Raw bytes; `start ..< end` are still to be handed out.
  private let raw: UnsafeMutableBufferPointer<UInt8>
  private var start: Int
  private var end: Int
  /// Bytes at `start` known to be the beginning of an unfinished character.
  private var unfinished = 0
  private var atEnd = false
  /// `nil` for UTF-8.
  private let converter: iconv_t?
  private let converted: UnsafeMutableBufferPointer<UInt8>

  /// How much of the beginning is looked at to recognise what a file is.
  static let headSize = 64 * 1024

  /// - Parameter encoding: what the file is said to be written in; `nil` recognises UTF-8 and
  ///   UTF-16. A byte order mark wins over what is said.
  init(
    _ source: consuming ByteSource, encoding named: SourceEncoding?, chunkSize: Int
  ) throws(DecodingFault) {
    self.chunkSize = max(1, chunkSize)
    self.totalBytes = source.totalBytes
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(
      capacity: max(Self.headSize, self.chunkSize) + 16)
    var filled = 0
    do {
      while filled < Self.headSize {
        let count = try source.read(
          into: UnsafeMutableBufferPointer(rebasing: buffer[filled..<Self.headSize]))
        if count == 0 { break }
        filled += count
      }
    } catch {
      buffer.deallocate()
      throw .source(error)
    }
    let head = UnsafeBufferPointer(rebasing: buffer[..<filled])
    let mark = EncodingDetector.byteOrderMark(head)
    let encoding = mark?.encoding ?? named ?? EncodingDetector.utf16(head) ?? .utf8
    if let kind = EncodingDetector.binaryKind(head, encoding: encoding) {
      buffer.deallocate()
      throw .binary(kind)
    }
    var converter: iconv_t?
    if encoding != .utf8 {
      converter = iconv_open("UTF-8", encoding.iconvName)
      if converter == iconv_t(bitPattern: -1) {
        buffer.deallocate()
        throw .notInstalled(encoding)
      }
    }
    self.encoding = encoding
    self.source = source
    self.raw = buffer
    self.start = mark?.length ?? 0
    self.end = filled
    self.converter = converter
    // A byte becomes at most three bytes of UTF-8, a pair at most six.
    self.converted = .allocate(capacity: converter == nil ? 0 : self.chunkSize * 3 + 32)
  }

  deinit {
    if let converter { iconv_close(converter) }
    raw.deallocate()
    converted.deallocate()
  }

  var bytesRead: Int { source.bytesRead }

  /// The raw bytes read and not yet handed out: at first, the beginning of the file.
  var pending: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: raw[start..<end]) }

  /// The next piece of UTF-8, valid until the next call; `nil` at the end.
  mutating func next() throws(DecodingFault) -> UnsafeBufferPointer<UInt8>? {
    guard let converter else {
      if start == end { try refill() }
      guard start < end else { return nil }
      let stop = min(end, start + chunkSize)
      defer { start = stop }
      return UnsafeBufferPointer(rebasing: raw[start..<stop])
    }
    return try nextConverted(converter)
  }

  private mutating func nextConverted(
    _ converter: iconv_t
  ) throws(DecodingFault) -> UnsafeBufferPointer<UInt8>? {
    while true {
      if start + unfinished >= end { try refill() }
      guard let rawBase = raw.baseAddress, let outBase = converted.baseAddress else { return nil }
      let stop = min(end, start + unfinished + chunkSize)
      var outLeft = converted.count
      var outcome = 0
      var cause: Int32 = 0
      outBase.withMemoryRebound(to: CChar.self, capacity: converted.count) { target in
        var out: UnsafeMutablePointer<CChar>? = target
        guard start < stop else {
          // The end: some sets hold a character back until they see what follows.
          outcome = iconv(converter, nil, nil, &out, &outLeft)
          cause = errno
          return
        }
        var inLeft = stop - start
        (rawBase + start).withMemoryRebound(to: CChar.self, capacity: inLeft) { from in
          var input: UnsafeMutablePointer<CChar>? = from
          outcome = iconv(converter, &input, &inLeft, &out, &outLeft)
          cause = errno
        }
        start = stop - inLeft
      }
      unfinished = outcome == -1 && cause == EINVAL ? stop - start : 0
      let produced = converted.count - outLeft
      if produced > 0 { return UnsafeBufferPointer(rebasing: converted[..<produced]) }
      if outcome == -1 && cause != EINVAL { throw invalid() }
      if atEnd && start + unfinished >= end {
        if unfinished > 0 { throw invalid() }
        return nil
      }
    }
  }

  /// Keeps an unfinished character and reads on behind it.
  private mutating func refill() throws(DecodingFault) {
    guard !atEnd else { return }
    let kept = end - start
    if kept > 0, let base = raw.baseAddress { base.update(from: base + start, count: kept) }
    start = 0
    end = kept
    let room = min(chunkSize, raw.count - kept)
    do {
      let count = try source.read(
        into: UnsafeMutableBufferPointer(rebasing: raw[kept..<(kept + room)]))
      end += count
      atEnd = count == 0
    } catch {
      throw .source(error)
    }
  }

  private func invalid() -> DecodingFault {
    let sample = pending
    return .invalid(
      bytes: Array(sample.prefix(encoding.isUTF16 ? 2 : 4)),
      guess: EncodingDetector.guess(sample, excluding: encoding))
  }
}

/// Why a source's text cannot be had.
enum DecodingFault: Error, Equatable {
  case source(SourceFault)
  /// It is no text at all; what it seems to be, for instance "an Excel workbook".
  case binary(String)
  case invalid(bytes: [UInt8], guess: SourceEncoding?)
  case notInstalled(SourceEncoding)
}
