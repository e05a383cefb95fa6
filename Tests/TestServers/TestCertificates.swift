import Foundation

/// A certificate authority of the test's own and the server certificates it signs, in a folder that
/// goes with this object.
package final class TestCertificates {
  package enum Kind {
    /// For localhost and 127.0.0.1, signed by the authority.
    case valid
    /// For another host, signed by the authority.
    case wrongHost
    /// For localhost, signed by the authority, over since yesterday.
    case expired
    /// For localhost, signed by itself.
    case selfSigned
  }

  package let authorityFile: String
  private let folder: URL

  package struct Failed: Error {
    let arguments: [String]
  }

  package init() throws {
    folder = try makeTemporaryFolder()
    authorityFile = folder.appendingPathComponent("ca.pem").path
    try openssl(
      ["req", "-x509"] + newKey("ca") + ["-out", "ca.pem", "-subj", "/CN=Test CA", "-days", "2"])
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The arguments that make a server use a certificate of this kind.
  package func serverArguments(_ kind: Kind) throws -> [String] {
    let host = kind == .wrongHost ? "DNS:mail.invalid" : "DNS:localhost,IP:127.0.0.1"
    if kind == .selfSigned {
      try openssl(
        ["req", "-x509"] + newKey("server")
          + ["-out", "server.pem", "-subj", "/CN=localhost", "-addext", "subjectAltName=\(host)"])
    } else {
      try openssl(["req"] + newKey("server") + ["-out", "server.csr", "-subj", "/CN=server"])
      try Data("subjectAltName=\(host)\n".utf8).write(to: folder.appendingPathComponent("names"))
      try openssl([
        "x509", "-req", "-in", "server.csr", "-CA", "ca.pem", "-CAkey", "ca.key",
        "-CAcreateserial", "-extfile", "names", "-days", kind == .expired ? "-1" : "2",
        "-out", "server.pem",
      ])
    }
    return [
      "--certificate", folder.appendingPathComponent("server.pem").path,
      "--key", folder.appendingPathComponent("server.key").path,
    ]
  }

  private func newKey(_ name: String) -> [String] {
    ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
      + ["-keyout", "\(name).key"]
  }

  private func openssl(_ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardError = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    try spawnLock.withLock { try process.run() }
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failed(arguments: arguments) }
  }
}
