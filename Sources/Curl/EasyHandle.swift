import CCurl

/// Owns one libcurl easy handle and the connection it keeps; used from one thread at a time.
final class EasyHandle {
  // Owned: made in `init`, cleaned up in `deinit`, never handed out.
  private let handle: UnsafeMutableRawPointer
  // Owned: libcurl writes at most CURL_ERROR_SIZE bytes here while the handle lives.
  private let errorBuffer: UnsafeMutablePointer<CChar>
  // The object behind the callbacks' context pointers. Held here because libcurl still calls the
  // close callback inside `curl_easy_cleanup`.
  private let context: AnyObject

  init(context: AnyObject) throws(CurlError) {
    guard CurlLibrary.start == CURLE_OK else {
      throw .library(String(cString: curl_easy_strerror(CurlLibrary.start)))
    }
    guard let handle = curl_easy_init() else { throw .library("it is out of memory") }
    self.handle = handle
    self.context = context
    errorBuffer = .allocate(capacity: Int(CURL_ERROR_SIZE))
    errorBuffer.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    try check(ccurl_set_error_buffer(handle, errorBuffer))
  }

  deinit {
    withoutBrokenPipeSignal { curl_easy_cleanup(handle) }
    errorBuffer.deallocate()
  }

  func set(_ option: CURLoption, _ value: Int) throws(CurlError) {
    try check(ccurl_set_long(handle, option, value))
  }

  func set(_ option: CURLoption, _ value: Bool) throws(CurlError) {
    try set(option, value ? 1 : 0)
  }

  /// libcurl copies the text, so the C string need not outlive the call.
  func set(_ option: CURLoption, _ value: String) throws(CurlError) {
    try check(ccurl_set_string(handle, option, value))
  }

  /// The list is not copied: it must live until the transfer is over or another is set.
  func set(_ option: CURLoption, _ value: UnsafeMutablePointer<curl_slist>?) throws(CurlError) {
    try check(ccurl_set_list(handle, option, value))
  }

  /// Gives the C handle to one of the functions that set a callback.
  func setCallback(
    _ body: (_ handle: UnsafeMutableRawPointer, _ context: UnsafeMutableRawPointer) -> CURLcode
  ) throws(CurlError) {
    // Unretained is safe: `context` is held by this object, which outlives the C handle.
    try check(body(handle, Unmanaged.passUnretained(context).toOpaque()))
  }

  func perform() -> CURLcode {
    errorBuffer[0] = 0
    return withoutBrokenPipeSignal { curl_easy_perform(handle) }
  }

  /// Writes some of the bytes to the connection of a `CURLOPT_CONNECT_ONLY` transfer.
  func send(_ bytes: UnsafeRawBufferPointer) -> (code: CURLcode, count: Int) {
    var count = 0
    let code = withoutBrokenPipeSignal {
      curl_easy_send(handle, bytes.baseAddress, bytes.count, &count)
    }
    return (code, count)
  }

  /// Reads what is there, at most as much as the buffer holds; `CURLE_OK` with none is the end.
  func receive(_ buffer: UnsafeMutableRawBufferPointer) -> (code: CURLcode, count: Int) {
    var count = 0
    // TLS may have to write while it reads.
    let code = withoutBrokenPipeSignal {
      curl_easy_recv(handle, buffer.baseAddress, buffer.count, &count)
    }
    return (code, count)
  }

  /// The socket of the last transfer, while it is open; libcurl's to close.
  var socket: Int32? {
    var socket: curl_socket_t = -1
    guard ccurl_get_socket(handle, &socket) == CURLE_OK, socket >= 0 else { return nil }
    return socket
  }

  /// Whether the last transfer went through a TLS handshake to its end.
  var isEncrypted: Bool {
    var microseconds: curl_off_t = 0
    return ccurl_get_time(handle, CURLINFO_APPCONNECT_TIME_T, &microseconds) == CURLE_OK
      && microseconds > 0
  }

  /// What libcurl said of the last failure, in its own words and on one line.
  func explanation(of code: CURLcode) -> String {
    let text = String(cString: errorBuffer[0] == 0 ? curl_easy_strerror(code) : .init(errorBuffer))
    return printable(text.utf8)
  }

  private func check(_ code: CURLcode) throws(CurlError) {
    guard code == CURLE_OK else { throw .library(String(cString: curl_easy_strerror(code))) }
  }
}
