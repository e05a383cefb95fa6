import CCurl

extension EasyHandle {
  /// Sets how a connection to a mail server is made and what protects it, for every protocol.
  func configureConnecting(
    _ security: Security, certificateAuthorityFile: String?, timeout: Duration
  ) throws(CurlError) {
    // Signals and threads do not go together; see `withoutBrokenPipeSignal`.
    try set(CURLOPT_NOSIGNAL, true)
    // Nothing from the environment or the home directory decides where mail goes.
    try set(CURLOPT_PROXY, "")
    try set(CURLOPT_NETRC, Int(CURL_NETRC_IGNORED.rawValue))

    let isPlain = security == .plain
    try set(CURLOPT_USE_SSL, Int((isPlain ? CURLUSESSL_NONE : CURLUSESSL_ALL).rawValue))
    try set(CURLOPT_SSL_VERIFYPEER, true)
    try set(CURLOPT_SSL_VERIFYHOST, 2)
    try set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
    if let file = certificateAuthorityFile { try set(CURLOPT_CAINFO, file) }

    try set(CURLOPT_CONNECTTIMEOUT_MS, max(Int(timeout / .milliseconds(1)), 1))
  }
}

extension CURLcode {
  /// Whether it is about TLS and certificates, the handshake that is cut off included.
  var isTLSFault: Bool { tlsFaults.contains(rawValue) }
}

/// libcurl's codes for everything that can go wrong with TLS and certificates, the handshake that is
/// cut off included.
private let tlsFaults: Set<CURLcode.RawValue> = Set(
  [
    CURLE_SSL_CONNECT_ERROR, CURLE_SSL_ENGINE_NOTFOUND, CURLE_SSL_ENGINE_SETFAILED,
    CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER, CURLE_PEER_FAILED_VERIFICATION, CURLE_USE_SSL_FAILED,
    CURLE_SSL_ENGINE_INITFAILED, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_SHUTDOWN_FAILED,
    CURLE_SSL_CRL_BADFILE, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_PINNEDPUBKEYNOTMATCH,
    CURLE_SSL_INVALIDCERTSTATUS, CURLE_SSL_CLIENTCERT,
  ].map(\.rawValue))
