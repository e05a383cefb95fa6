import CCurl

/// The versions of libcurl and of the TLS library behind it, such as
/// `libcurl/7.88.1 OpenSSL/3.0.17`.
package func curlVersion() -> String {
  String(cString: curl_version())
}

/// libcurl's process-wide set-up.
enum CurlLibrary {
  /// What `curl_global_init` answered.
  ///
  /// It must run once, before any handle and not at the same time as itself. Swift initialises a
  /// static property exactly once, on first use, and lets other threads wait; every handle is made
  /// through `EasyHandle`, which reads this first. There is no `curl_global_cleanup`: the process
  /// ends with the last transfer.
  static let start: CURLcode = curl_global_init(Int(CURL_GLOBAL_DEFAULT))
}
