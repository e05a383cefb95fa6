import Glibc

/// Runs libcurl code with SIGPIPE held back in this thread.
///
/// With `CURLOPT_NOSIGNAL`, which threads need, libcurl leaves SIGPIPE to us, and OpenSSL writes
/// with plain `write`: a server that hangs up would end the process. Ignoring the signal for the
/// whole process would change what `liaison plan | head` does, so it is blocked in this thread only,
/// and one that the body caused is taken off before the mask goes back.
func withoutBrokenPipeSignal<Result>(_ body: () -> Result) -> Result {
  var brokenPipe = sigset_t()
  sigemptyset(&brokenPipe)
  sigaddset(&brokenPipe, SIGPIPE)
  var previousMask = sigset_t()
  pthread_sigmask(SIG_BLOCK, &brokenPipe, &previousMask)
  let wasPending = isBrokenPipePending()
  let result = body()
  if !wasPending, isBrokenPipePending() {
    var noWait = timespec()
    while sigtimedwait(&brokenPipe, nil, &noWait) == -1, errno == EINTR {}
  }
  pthread_sigmask(SIG_SETMASK, &previousMask, nil)
  return result
}

private func isBrokenPipePending() -> Bool {
  var pending = sigset_t()
  sigpending(&pending)
  return sigismember(&pending, SIGPIPE) == 1
}
