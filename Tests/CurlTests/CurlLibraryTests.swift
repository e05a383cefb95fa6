import Glibc
import Testing

@testable import Curl

@Suite struct CurlLibraryTests {
  @Test func `The version names libcurl`() {
    #expect(curlVersion().hasPrefix("libcurl/"))
  }

  @Test func `A broken pipe does not end the process`() {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    close(ends[0])
    let written = withoutBrokenPipeSignal { write(ends[1], "x", 1) }
    #expect(written == -1)
    close(ends[1])
    var mask = sigset_t()
    pthread_sigmask(SIG_BLOCK, nil, &mask)
    #expect(sigismember(&mask, SIGPIPE) == 0)
  }
}
