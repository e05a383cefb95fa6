import FoundationEssentials
import SQLite
import Scheduling
import Templating

/// Reading contacts with what their prospect adds.
extension Store {
  /// The columns of a contact, in the order that `contact(from:at:)` reads them.
  static let contactColumns = """
    k.id, k.address, k.address_key, k.first_name, k.last_name, k.full_name, k.salutation,
    k.language, k.time_zone, k.country, k.source, k.fields, p.name, p.kind, p.website, p.channel,
    p.audience, p.country,
    (SELECT group_concat(t.tag, char(31)) FROM contact_tag t WHERE t.contact_id = k.id),
    k.updated_at, k.city, k.region, k.phone, k.send_window,
    (SELECT group_concat(t.tag, char(31)) FROM prospect_tag t WHERE t.prospect_id = p.id)
    """

  /// Makes a contact of a row that begins with `contactColumns` at column `at`.
  static func contact(from row: Row, at: Int = 0) -> ContactRecord {
    ContactRecord(
      id: row.text(at),
      address: row.text(at + 1),
      addressKey: row.text(at + 2),
      firstName: row.optionalText(at + 3),
      lastName: row.optionalText(at + 4),
      fullName: row.optionalText(at + 5),
      salutation: row.optionalText(at + 6),
      language: row.optionalText(at + 7).flatMap { try? LanguageTag($0) },
      timeZone: row.optionalText(at + 8),
      window: row.optionalText(at + 23).flatMap { try? SendWindow($0) },
      country: row.optionalText(at + 9) ?? row.optionalText(at + 17),
      city: row.optionalText(at + 20),
      region: row.optionalText(at + 21),
      phone: row.optionalText(at + 22),
      source: row.optionalText(at + 10),
      prospect: row.text(at + 12),
      kind: row.text(at + 13),
      website: row.optionalText(at + 14),
      channel: row.optionalText(at + 15),
      audience: row.optionalInteger(at + 16).map(Int.init),
      fields: fields(from: row.text(at + 11)),
      updatedAt: Instant(microseconds: row.integer(at + 19)),
      tags: Set(
        (row.text(at + 18) + "\u{1F}" + row.text(at + 24)).split(separator: "\u{1F}").map(
          String.init)))
  }

  /// Calls `body` with each contact, or each of a segment, in the order in which they were first
  /// imported.
  func forEachContact(
    in segment: (segment: Segment, clock: FilterClock)? = nil,
    _ body: (ContactRecord) throws -> Void
  ) throws {
    let filter = segment.flatMap { segment in
      segment.segment.filter.map { FilterQuery($0, of: .contacts, clock: segment.clock) }
    }
    try connection.forEach(
      """
      SELECT \(Self.contactColumns) FROM contact k JOIN prospect p ON p.id = k.prospect_id
      WHERE k.erased_at IS NULL \(filter.map { "AND (\($0.condition))" } ?? "") ORDER BY k.id
      """, filter?.values ?? []
    ) {
      let contact = Self.contact(from: $0)
      if segment?.segment.contains(contact) ?? true { try body(contact) }
    }
  }

  /// The contact with an address, compared in its key form, or nil.
  public func contact(addressKey key: String) throws -> ContactRecord? {
    try connection.first(
      """
      SELECT \(Self.contactColumns) FROM contact k JOIN prospect p ON p.id = k.prospect_id
      WHERE k.address_key = $1
      """, [.text(key)]
    ) { Self.contact(from: $0) }
  }

  /// The addresses that begin with a text, to suggest where one was mistyped.
  func addresses(beginningWith start: String, limit: Int) throws -> [String] {
    try connection.all(
      """
      SELECT address FROM contact WHERE address_key >= $1 AND address_key < $2 AND erased_at IS NULL
      ORDER BY address_key LIMIT $3
      """, [.text(start), .text(start + "\u{10FFFF}"), .integer(limit)]
    ) { $0.text(0) }
  }

  /// The names of the columns of the team's own that some contact has a value in.
  public func ownColumns() throws -> Set<String> {
    try connection.all("SELECT DISTINCT fields FROM contact WHERE fields <> '{}'") {
      Set(Self.fields(from: $0.text(0)).keys)
    }.reduce(into: []) { $0.formUnion($1) }
  }

  /// The countries that contacts are in.
  func countries() throws -> Set<CountryCode> {
    try Set(
      connection.all(
        """
        SELECT DISTINCT coalesce(k.country, p.country) FROM contact k
        JOIN prospect p ON p.id = k.prospect_id
        WHERE k.erased_at IS NULL AND coalesce(k.country, p.country) IS NOT NULL
        """
      ) { $0.text(0) }.compactMap { CountryCode($0) })
  }

  /// Whether a contact answered, bounced, opted out or complained, in whatever campaign.
  func hasAnswered(contactID: String) throws -> Bool {
    try connection.first(
      """
      SELECT 1 FROM inbound WHERE contact_id = $1
        AND kind IN ('reply', 'bounce', 'opt-out', 'complaint') LIMIT 1
      """, [.text(contactID)]
    ) { _ in true } ?? false
  }

  /// How many contacts there are.
  public func contactCount() throws -> Int {
    Int(try connection.integer("SELECT count(*) FROM contact WHERE erased_at IS NULL"))
  }

  private static func fields(from json: String) -> [String: String] {
    if json == "{}" { return [:] }
    return (try? JSONDecoder().decode([String: String].self, from: Data(json.utf8))) ?? [:]
  }
}
