import SQLite

/// Where prospects publish.
extension Store {
  /// The links of a prospect besides its website, by platform.
  public func profiles(ofProspect id: String) throws -> [ProfileLink] {
    try connection.all(
      "SELECT platform, key FROM prospect_profile WHERE prospect_id = $1 ORDER BY platform, key",
      [.text(id)]
    ) { row in
      ProfilePlatform(rawValue: row.text(0)).map { ProfileLink(stored: $0, key: row.text(1)) }
    }.compactMap { $0 }
  }

  /// The prospect that a link belongs to, or nil.
  public func prospectID(with link: ProfileLink) throws -> String? {
    try connection.first(
      """
      SELECT prospect_id FROM prospect_profile WHERE platform = $1 AND key = $2
      UNION ALL SELECT id FROM prospect WHERE key = $3 LIMIT 1
      """, [.text(link.platform.rawValue), .text(link.key), .text(ProspectKey.key(of: link))]
    ) { $0.text(0) }
  }

  /// Adds a link to a prospect.
  ///
  /// - Returns: Whether the prospect has it now; not where it is another's.
  func addProfile(_ link: ProfileLink, toProspect id: String) throws -> Bool {
    if let owner = try prospectID(with: link), owner != id { return false }
    try connection.run(
      """
      INSERT INTO prospect_profile (prospect_id, platform, key, address) VALUES ($1, $2, $3, $4)
      ON CONFLICT DO NOTHING
      """, [.text(id), .text(link.platform.rawValue), .text(link.key), .text(link.address)])
    return true
  }
}
