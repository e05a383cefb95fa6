import FoundationEssentials
import Mail
import SQLite

/// Everything that is held about somebody, as they may ask to see it (GDPR article 15).
extension Store {
  /// The rows about a contact, by table, with instants as ISO 8601 in UTC.
  ///
  /// They are the contact's own, the prospect's, and those of every table that names the contact.
  /// - Throws: `PrivacyError` where it is no address or nothing is held.
  public func held(about text: String) throws -> [String: [HeldValue]] {
    let address = try PrivacyError.address(text)
    return try connection.read {
      var found: [String: [HeldValue]] = [:]
      if let contact = try contact(addressKey: address.key) {
        found["contact"] = try rows("contact", "id = $1", contact.id)
        found["prospect"] = try rows(
          "prospect", "id = (SELECT prospect_id FROM contact WHERE id = $1)", contact.id)
        for table in try tables(naming: "prospect_id") where table != "contact" {
          found[table] = try rows(
            table, "prospect_id = (SELECT prospect_id FROM contact WHERE id = $1)", contact.id)
        }
        for table in try tables(naming: "contact_id") {
          found[table] = try rows(table, "contact_id = $1", contact.id)
        }
        for table in try tables(naming: "attempt_id") where found[table] == nil {
          found[table] = try rows(
            table, "attempt_id IN (SELECT id FROM attempt WHERE contact_id = $1)", contact.id)
        }
      }
      found["suppression"] = try rows("suppression", "key = $1", address.key)
      found["log"] = try rows(
        "log", "instr(lower(subject), $1) > 0 OR instr(lower(detail), $1) > 0", address.key)
      found = found.filter { !$0.value.isEmpty }
      guard !found.isEmpty else { throw PrivacyError.unknown(address: address.description) }
      return found
    }
  }

  /// The tables that have a column; our own names, so they may stand in a statement as they are.
  private func tables(naming column: String) throws -> [String] {
    try connection.all(
      """
      SELECT m.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c
      WHERE m.type = 'table' AND c.name = $1 ORDER BY m.name
      """, [.text(column)]
    ) { $0.text(0) }
  }

  private func rows(_ table: String, _ condition: String, _ value: String) throws -> [HeldValue] {
    let columns = try connection.all(
      "SELECT name FROM pragma_table_info($1)", [.text(table)]
    ) { $0.text(0) }
    let pairs = columns.map { "'\($0)', \(Self.shown($0))" }.joined(separator: ", ")
    return try connection.all(
      "SELECT json_object(\(pairs)) FROM \(table) WHERE \(condition)", [.text(value)]
    ) { $0.text(0) }.map { try JSONDecoder().decode(HeldValue.self, from: Data($0.utf8)) }
  }

  private static func shown(_ column: String) -> String {
    switch column {
    case "fields", "merge": "json(\(column))"
    case _ where column.hasSuffix("_at") || column.hasSuffix("until"):
      "strftime('%Y-%m-%dT%H:%M:%SZ', \(column) / 1000000, 'unixepoch')"
    default: column
    }
  }
}
