import Mail
import SQLite
import Scheduling

/// One address or domain that must never be written to.
public struct Suppression: Hashable, Sendable, Codable {
  /// The address in key form, or a domain as `@example.com`.
  public let key: String
  /// Why.
  public let reason: String
  /// When it was added.
  public let createdAt: Instant
  /// Who added it.
  public let createdBy: String
}

extension Store {
  /// Never write to this address or `@domain` again, in any campaign.
  public func suppress(key: String, reason: String, by who: String, at now: Instant) throws {
    try connection.write {
      try connection.run(
        """
        INSERT INTO suppression (key, reason, created_at, created_by) VALUES ($1, $2, $3, $4)
        ON CONFLICT (key) DO NOTHING
        """, [.text(key), .text(reason), .integer(now.microseconds), .text(who)])
      try log("suppress", subject: key, detail: reason, by: who, at: now)
      for id in try activeEnrollments(matching: key) {
        try stop(id, because: "suppressed: \(reason)", at: now)
      }
    }
  }

  /// Takes a suppression back.
  ///
  /// - Returns: Whether there was one.
  public func unsuppress(key: String, by who: String, at now: Instant) throws -> Bool {
    try connection.write {
      guard try connection.run("DELETE FROM suppression WHERE key = $1", [.text(key)]) == 1 else {
        return false
      }
      try log("unsuppress", subject: key, detail: "", by: who, at: now)
      return true
    }
  }

  /// All suppressions, by key.
  public func suppressions() throws -> [Suppression] {
    try connection.all(
      "SELECT key, reason, created_at, created_by FROM suppression ORDER BY key"
    ) {
      Suppression(
        key: $0.text(0), reason: $0.text(1), createdAt: Instant(microseconds: $0.integer(2)),
        createdBy: $0.text(3))
    }
  }

  /// Whether an address, its domain, or a domain above that is suppressed.
  func isSuppressed(address: String) throws -> Bool {
    guard let parsed = try? EmailAddress(address) else { return true }
    return try isSuppressed(parsed)
  }

  /// Whether an address, its domain, or a domain above that is suppressed, or the person erased.
  public func isSuppressed(_ address: EmailAddress) throws -> Bool {
    var keys = [address.key]
    var domain = Substring(address.domain)
    while true {
      keys.append("@\(domain)")
      guard let dot = domain.firstIndex(of: ".") else { break }
      domain = domain[domain.index(after: dot)...]
    }
    let marks = keys.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
    let isListed = try connection.integer(
      "SELECT EXISTS (SELECT 1 FROM suppression WHERE key IN (\(marks)))", keys.map(Value.text))
    return try isListed != 0 || isErased(address)
  }

  private func activeEnrollments(matching key: String) throws -> [String] {
    if !key.hasPrefix("@") {
      return try connection.all(
        """
        SELECT e.id FROM enrollment e JOIN contact k ON k.id = e.contact_id
        WHERE k.address_key = $1 AND e.state IN ('active', 'held')
        """, [.text(key)]
      ) { $0.text(0) }
    }
    let domain = key.dropFirst()
    return try connection.all(
      """
      SELECT e.id, k.address_key FROM enrollment e JOIN contact k ON k.id = e.contact_id
      WHERE e.state IN ('active', 'held')
      """
    ) { ($0.text(0), $0.text(1)) }
    .filter { $0.1.hasSuffix("@\(domain)") || $0.1.hasSuffix(".\(domain)") }.map(\.0)
  }
}
