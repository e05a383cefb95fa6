import CCurl

extension EasyHandle {
  /// Sets everything that stays the same for all deliveries of an account.
  func configure(_ account: SMTPAccount) throws(CurlError) {
    try set(CURLOPT_URL, account.url)
    try set(CURLOPT_PROTOCOLS_STR, "smtp,smtps")
    // Signals and threads do not go together; see `withoutBrokenPipeSignal`.
    try set(CURLOPT_NOSIGNAL, true)
    // Needed for the debug callback, through which the commands are followed.
    try set(CURLOPT_VERBOSE, true)
    // Nothing from the environment or the home directory decides where mail goes.
    try set(CURLOPT_PROXY, "")
    try set(CURLOPT_NETRC, Int(CURL_NETRC_IGNORED.rawValue))
    // CURLOPT_INFILESIZE stays unset: with it libcurl would not ask again before the dot.
    // CURLOPT_CRLF stays unset: it breaks dot-stuffing.
    try set(CURLOPT_UPLOAD, true)

    let isPlain = account.security == .plain
    try set(CURLOPT_USE_SSL, Int((isPlain ? CURLUSESSL_NONE : CURLUSESSL_ALL).rawValue))
    try set(CURLOPT_SSL_VERIFYPEER, true)
    try set(CURLOPT_SSL_VERIFYHOST, 2)
    try set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
    if let file = account.certificateAuthorityFile { try set(CURLOPT_CAINFO, file) }

    let connectTimeout = Int(account.connectTimeout / .milliseconds(1))
    try set(CURLOPT_CONNECTTIMEOUT_MS, max(connectTimeout, 1))
    let replyTimeout = max(Int((account.replyTimeout / .seconds(1)).rounded(.up)), 1)
    try set(CURLOPT_SERVER_RESPONSE_TIMEOUT, replyTimeout)
    // The one above does not count while the message is written. This one does, and everywhere
    // else too; twice as long, so that it never cuts the wait for a reply short.
    try set(CURLOPT_LOW_SPEED_LIMIT, 1)
    try set(CURLOPT_LOW_SPEED_TIME, 2 * replyTimeout)

    guard let user = account.user, let credential = account.credential else { return }
    try set(CURLOPT_USERNAME, user)
    // Only the mechanisms that `SMTPDialogue` knows to look for.
    let mechanisms = credential.mechanisms.map { "AUTH=\($0)" }.joined(separator: ";")
    try set(CURLOPT_LOGIN_OPTIONS, mechanisms)
    switch credential {
    case .password(let password): try set(CURLOPT_PASSWORD, password)
    case .bearer(let token): try set(CURLOPT_XOAUTH2_BEARER, token)
    }
  }
}
