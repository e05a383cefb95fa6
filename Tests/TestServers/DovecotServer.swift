import Foundation

/// Dovecot with its own configuration on a free loopback port, started for one test and ended with
/// it.
///
/// It runs without privileges: as the user of the tests, or as `nobody` where that is root, who may
/// not read mail in Dovecot. Each user has a Maildir with a Sent and a Junk folder.
package final class DovecotServer {
  /// For plain text and STARTTLS.
  package let port: Int
  /// For TLS from the first byte.
  package let tlsPort: Int
  /// Its configuration, log and mail, removed by `close`.
  package let folder: URL
  private var process: pid_t = 0
  // The server ends when this is closed, as it is when the tests crash.
  private var input: Int32 = -1

  package struct NotStarted: Error, CustomStringConvertible {
    package let description: String
  }

  /// Starts it and waits until it takes connections.
  ///
  /// - Parameters:
  ///   - users: the passwords by user.
  ///   - certificates: with them it has TLS, and asks for it before a login.
  ///   - settings: further lines of its configuration.
  package init(
    users: [String: String], certificates: TestCertificates? = nil,
    _ kind: TestCertificates.Kind = .valid, settings: String = ""
  ) throws {
    folder = try makeTemporaryFolder()
    let ports = Loopback.freePorts(2)
    guard ports.count == 2 else { throw NotStarted(description: "no free port") }
    (port, tlsPort) = (ports[0], ports[1])
    do {
      let lines = users.map { "\($0.key):{PLAIN}\($0.value)::::::" }.joined(separator: "\n")
      try Data((lines + "\n").utf8).write(to: file("users"))
      var tls = "ssl = no\ndisable_plaintext_auth = no"
      if let certificates {
        let arguments = try certificates.serverArguments(kind)
        try FileManager.default.copyItem(atPath: arguments[1], toPath: file("server.pem").path)
        try FileManager.default.copyItem(atPath: arguments[3], toPath: file("server.key").path)
        tls = """
          ssl = yes
          disable_plaintext_auth = yes
          ssl_cert = <\(file("server.pem").path)
          ssl_key = <\(file("server.key").path)
          """
      }
      let configuration = configuration(tls: tls, settings: settings)
      try Data(configuration.utf8).write(to: file("dovecot.conf"))
      try start()
      try waitUntilListening()
    } catch {
      close()
      throw error
    }
  }

  deinit { close() }

  /// Ends the server, waits until it is gone, and removes its folder.
  package func close() {
    if process > 0 {
      _ = Glibc.close(input)
      var status: Int32 = 0
      while waitpid(process, &status, 0) == -1, errno == EINTR {}
      process = 0
    }
    try? FileManager.default.removeItem(at: folder)
  }

  /// Puts a message into a user's folder without the server, as a delivery does.
  ///
  /// - Parameter mailbox: a folder beside the inbox, such as `Sent`.
  package func deliver(
    _ message: [UInt8], to user: String, mailbox: String? = nil, seen: Bool = false
  ) throws {
    let name = "\(UUID().uuidString).test" + (seen ? ":2,S" : "")
    var mail = file("mail").appendingPathComponent(user)
    try Self.makeFolder(mail)
    if let mailbox {
      mail = mail.appendingPathComponent(".\(mailbox)")
      try Self.makeFolder(mail)
    }
    for part in ["cur", "new", "tmp"] { try Self.makeFolder(mail.appendingPathComponent(part)) }
    let temporary = mail.appendingPathComponent("tmp/\(name)")
    try Data(message).write(to: temporary)
    try Self.giveAway(temporary.path)
    try FileManager.default.moveItem(
      at: temporary, to: mail.appendingPathComponent("\(seen ? "cur" : "new")/\(name)"))
  }

  /// The names of a user's files in the inbox, in which Maildir keeps their flags.
  package func files(of user: String) throws -> [String] {
    try ["cur", "new"].flatMap { part in
      try FileManager.default.contentsOfDirectory(
        atPath: file("mail/\(user)/\(part)").path
      ).map { "\(part)/\($0)" }
    }.sorted()
  }

  /// The messages in a user's folder beside the inbox.
  package func messages(of user: String, mailbox: String) throws -> [[UInt8]] {
    try ["cur", "new"].flatMap { part in
      let folder = file("mail/\(user)/.\(mailbox)/\(part)")
      return try FileManager.default.contentsOfDirectory(
        at: folder, includingPropertiesForKeys: nil
      ).map { try [UInt8](Data(contentsOf: $0)) }
    }
  }

  /// What the server logged.
  package func log() -> String {
    (try? String(contentsOf: file("log"), encoding: .utf8)) ?? ""
  }

  // MARK: Starting

  private func file(_ name: String) -> URL { folder.appendingPathComponent(name) }

  private static let isRoot = geteuid() == 0
  private static let nobody: (user: uid_t, group: gid_t)? = getpwnam("nobody").map {
    ($0.pointee.pw_uid, $0.pointee.pw_gid)
  }

  private static func giveAway(_ path: String) throws {
    guard isRoot, let nobody else { return }
    guard chown(path, nobody.user, nobody.group) == 0 else {
      throw NotStarted(description: "\(path) cannot be given to nobody")
    }
  }

  private static func makeFolder(_ folder: URL) throws {
    guard !FileManager.default.fileExists(atPath: folder.path) else { return }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try giveAway(folder.path)
  }

  private func configuration(tls: String, settings: String) -> String {
    let user = Self.isRoot ? "nobody" : NSUserName()
    let userID = Self.isRoot ? Self.nobody?.user ?? 0 : geteuid()
    let groupID = Self.isRoot ? Self.nobody?.group ?? 0 : getegid()
    let group = getgrgid(groupID).map { String(cString: $0.pointee.gr_name) } ?? "\(groupID)"
    return """
      base_dir = \(file("run").path)
      state_dir = \(file("state").path)
      log_path = \(file("log").path)
      protocols = imap
      listen = 127.0.0.1
      default_internal_user = \(user)
      default_internal_group = \(group)
      default_login_user = \(user)
      first_valid_uid = 1
      first_valid_gid = 0
      auth_mechanisms = plain login
      auth_failure_delay = 0
      mail_location = maildir:\(file("mail").path)/%u
      mail_fsync = never
      mail_save_crlf = yes
      maildir_very_dirty_syncs = no
      \(tls)
      passdb {
        driver = passwd-file
        args = \(file("users").path)
      }
      userdb {
        driver = static
        args = uid=\(userID) gid=\(groupID) home=\(file("mail").path)/%u
      }
      namespace inbox {
        inbox = yes
        separator = /
        mailbox Sent {
          auto = create
          special_use = \\Sent
        }
        mailbox Junk {
          auto = create
          special_use = \\Junk
        }
      }
      service anvil {
        chroot =
      }
      service imap-login {
        chroot =
        inet_listener imap {
          port = \(port)
        }
        inet_listener imaps {
          port = \(tls.hasPrefix("ssl = yes") ? tlsPort : 0)
          ssl = yes
        }
      }
      \(settings)

      """
  }

  private func start() throws {
    for name in ["run", "state", "mail"] { try Self.makeFolder(file(name)) }
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      try Self.giveAway(file(name).path)
    }
    try Self.giveAway(folder.path)
    // The shell ends the server by its number when its own input is closed.
    let script = #""$@" >/dev/null 2>&1 </dev/null & server=$!; cat >/dev/null; kill $server; wait"#
    var words = ["sh", "-c", script, "sh"]
    if Self.isRoot, let nobody = Self.nobody {
      words += ["setpriv", "--reuid", "\(nobody.user)", "--regid", "\(nobody.group)"]
      words += ["--clear-groups"]
    }
    words += ["/usr/sbin/dovecot", "-F", "-c", file("dovecot.conf").path]

    // So that no other child gets the end that must be closed.
    spawnLock.lock()
    defer { spawnLock.unlock() }
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw NotStarted(description: "no pipe") }
    defer { _ = Glibc.close(ends[0]) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[0], 0)
    // Tests run on threads that block most signals, and the new process would inherit that.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))

    var arguments = words.map { strdup($0) } + [nil]
    var environment = [strdup("PATH=/usr/sbin:/usr/bin:/sbin:/bin"), nil]
    defer { for text in arguments + environment { free(text) } }
    let code = posix_spawn(
      &process, "/bin/sh", &actions, &attributes, &arguments, &environment)
    guard code == 0 else {
      _ = Glibc.close(ends[1])
      throw NotStarted(description: String(cString: strerror(code)))
    }
    input = ends[1]
  }

  /// Asks for a connection again and again, for at most twenty seconds.
  private func waitUntilListening() throws {
    for _ in 0..<2_000 {
      if Loopback.canConnect(to: port) { return }
      usleep(10_000)
    }
    throw NotStarted(description: "Dovecot does not take connections: \(log())")
  }
}
