import CCurl

extension EasyHandle {
  /// Sets everything that stays the same for all deliveries of an account.
  func configure(_ account: SMTPAccount) throws(CurlError) {
    try set(CURLOPT_URL, account.url)
    try set(CURLOPT_PROTOCOLS_STR, "smtp,smtps")
    // Needed for the debug callback, through which the commands are followed.
    try set(CURLOPT_VERBOSE, true)
    // CURLOPT_INFILESIZE stays unset: with it libcurl would not ask again before the dot.
    // CURLOPT_CRLF stays unset: it breaks dot-stuffing.
    try set(CURLOPT_UPLOAD, true)

    try configureConnecting(
      account.security, certificateAuthorityFile: account.certificateAuthorityFile,
      timeout: account.connectTimeout)
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
