import Glibc

extension WorkspaceConfiguration {
  /// Takes the passwords that senders keep in environment variables out of this process's
  /// environment, so that neither the programs it starts nor `/proc/PID/environ` show them.
  ///
  /// To be called once the environment was copied, and before there are other threads. The
  /// characters themselves are overwritten, since the system shows what stands where they were.
  public func concealSecrets() {
    for source in senders.flatMap({ [$0.smtp?.password, $0.imap?.password] }) {
      guard case .environment(let name) = source else { continue }
      Self.overwrite(name)
      unsetenv(name)
    }
  }

  /// Overwrites every value of a variable, which may stand there more than once.
  private static func overwrite(_ name: String) {
    let start = name + "="
    var entry = environ
    while let text = entry.pointee {
      if strncmp(text, start, start.utf8.count) == 0 {
        let value = text + start.utf8.count
        memset(value, 0, strlen(value))
      }
      entry += 1
    }
  }
}
