import CCurl
import Dispatch
import Synchronization

/// The least that sending takes: libcurl in a loop over messages that lie ready in memory, with
/// nothing checked and nothing written down; each connection on a thread of its own.
final class BareLoop {
  struct Mail: Sendable {
    let to: String
    let bytes: [UInt8]
  }

  private var rest = UnsafeRawBufferPointer(start: nil, count: 0)

  /// Sends the mails on so many connections and gives the seconds that it took.
  static func run(
    _ mails: [Mail], from: String, port: UInt16, connections: Int = 1
  ) throws -> Double {
    guard connections > 1 else {
      return try Stopwatch.seconds { try send(mails[...], from: from, port: port) }
    }
    let failure = Mutex<BenchmarkError?>(nil)
    let seconds = Stopwatch.seconds {
      let group = DispatchGroup()
      for index in 0..<connections {
        // A queue each, so that each has its own thread however few cores there are.
        DispatchQueue(label: "liaison.bare-loop.\(index)").async(group: group) {
          let start = mails.count * index / connections
          let end = mails.count * (index + 1) / connections
          do {
            try send(mails[start..<end], from: from, port: port)
          } catch {
            failure.withLock { $0 = BenchmarkError("\(error)") }
          }
        }
      }
      group.wait()
    }
    if let failure = failure.withLock({ $0 }) { throw failure }
    return seconds
  }

  private static func send(_ mails: ArraySlice<Mail>, from: String, port: UInt16) throws {
    let loop = BareLoop()
    guard let handle = curl_easy_init() else { throw BenchmarkError("libcurl is out of memory") }
    defer { curl_easy_cleanup(handle) }
    // Unretained is safe: `loop` lives to the end of this function, and the handle no longer.
    let context = Unmanaged.passUnretained(loop).toOpaque()
    try check(ccurl_set_string(handle, CURLOPT_URL, "smtp://127.0.0.1:\(port)/acme.example"))
    try check(ccurl_set_long(handle, CURLOPT_UPLOAD, 1))
    try check(ccurl_set_long(handle, CURLOPT_NOSIGNAL, 1))
    try check(
      ccurl_set_read(
        handle,
        { buffer, size, count, context in
          guard let buffer, let context else { return 0 }
          let loop = Unmanaged<BareLoop>.fromOpaque(context).takeUnretainedValue()
          return loop.fill(UnsafeMutableRawBufferPointer(start: buffer, count: size * count))
        }, context))
    try check(ccurl_set_string(handle, CURLOPT_MAIL_FROM, from))
    try withExtendedLifetime(loop) {
      for mail in mails {
        let recipients = curl_slist_append(nil, mail.to)
        defer { curl_slist_free_all(recipients) }
        try check(ccurl_set_list(handle, CURLOPT_MAIL_RCPT, recipients))
        try mail.bytes.withUnsafeBytes { bytes in
          loop.rest = bytes
          try check(curl_easy_perform(handle))
        }
      }
    }
  }

  private func fill(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(rest.count, buffer.count)
    guard count > 0 else { return 0 }
    buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: rest[..<count]))
    rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    return count
  }

  private static func check(_ code: CURLcode) throws {
    guard code == CURLE_OK else {
      throw BenchmarkError("libcurl: \(String(cString: curl_easy_strerror(code)))")
    }
  }
}
