import SQLite

/// Notes where prospects publish, with statements compiled once for a whole import.
struct ProfileWriter {
  private let hasProfile: Statement
  private let findOwner: Statement
  private let addProfile: Statement

  init(_ connection: Connection) throws {
    hasProfile = try connection.statement(
      "SELECT 1 FROM prospect_profile WHERE prospect_id = $1 AND platform = $2 AND key = $3")
    findOwner = try connection.statement(
      "SELECT prospect_id FROM prospect_profile WHERE platform = $1 AND key = $2")
    addProfile = try connection.statement(
      """
      INSERT INTO prospect_profile (prospect_id, platform, key, address) VALUES ($1, $2, $3, $4)
      ON CONFLICT DO NOTHING
      """)
  }

  /// Whether a prospect has a link, found without the index by key.
  func has(_ link: ProfileLink, _ prospect: String) throws -> Bool {
    try hasProfile.bind(text: prospect, at: 1)
    try hasProfile.bind(text: link.platform.rawValue, at: 2)
    try hasProfile.bind(text: link.key, at: 3)
    return try first(hasProfile) != nil
  }

  /// The prospect that has a link.
  func owner(of link: ProfileLink) throws -> String? {
    try findOwner.bind(text: link.platform.rawValue, at: 1)
    try findOwner.bind(text: link.key, at: 2)
    return try first(findOwner)
  }

  /// Adds a link, where no prospect has it.
  ///
  /// - Returns: Whether it was added.
  @discardableResult
  func add(_ link: ProfileLink, to prospect: String) throws -> Bool {
    try addProfile.bind(text: prospect, at: 1)
    try addProfile.bind(text: link.platform.rawValue, at: 2)
    try addProfile.bind(text: link.key, at: 3)
    try addProfile.bind(text: link.address, at: 4)
    return try addProfile.run() == 1
  }

  private func first(_ statement: Statement) throws -> String? {
    var found: String?
    try statement.forEach { row in
      found = row.text(0)
      return false
    }
    return found
  }
}
