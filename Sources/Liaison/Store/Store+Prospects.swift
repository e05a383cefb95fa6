import SQLite
import Scheduling

extension Store {
  /// Runs `body` on one unchanging view of the database.
  public func atOneMoment<T>(_ body: () throws -> T) throws -> T { try connection.read(body) }

  /// How many prospects a filter holds for; all of them where there is none.
  public func prospectCount(_ filter: Filter?, clock: FilterClock) throws -> Int {
    let query = filter.map { FilterQuery($0, of: .prospects, clock: clock) }
    return Int(
      try connection.integer(
        "SELECT count(*) FROM prospect p WHERE \(Self.isKept)"
          + (query.map { " AND (\($0.condition))" } ?? ""), query?.values ?? []))
  }

  /// Nobody who was erased is listed or counted.
  private static let isKept =
    "p.id NOT IN (SELECT e.id FROM prospect e WHERE e.erased_at IS NOT NULL)"

  /// Calls `body` with each prospect of a query, in its order.
  ///
  /// - Parameter total: how many the filter holds for, which tells the best way to the first of them.
  public func forEachProspect(
    _ query: ProspectQuery, of total: Int, clock: FilterClock, _ body: (ProspectLine) throws -> Void
  ) throws {
    let filter = query.filter.map {
      FilterQuery(
        $0, of: .prospects, clock: clock, after: [.integer(query.limit), .integer(query.offset)])
    }
    // Where few are wanted of many, they are soon met in the order of the ids; where there are few
    // at all, finding and sorting them beats looking at every prospect in that order.
    let order = Self.order(query, id: total < 10_000 ? "+p.id" : "p.id")
    try connection.forEach(
      """
      SELECT p.id, p.name, p.kind, p.country, p.region, p.city, p.languages, p.audience, p.niche,
        p.stage, p.owner,
        (SELECT group_concat(tag, char(31)) FROM
          (SELECT t.tag FROM prospect_tag t WHERE t.prospect_id = p.id
           UNION SELECT t.tag FROM contact c JOIN contact_tag t ON t.contact_id = c.id
           WHERE c.prospect_id = p.id)),
        p.website, p.channel,
        (SELECT c.address FROM contact c
          WHERE c.prospect_id = p.id AND c.erased_at IS NULL ORDER BY c.is_preferred DESC, c.id LIMIT 1),
        (SELECT count(*) FROM contact c WHERE c.prospect_id = p.id AND c.erased_at IS NULL),
        (SELECT max(coalesce(a.sent_at, a.dated_at)) FROM contact c
          JOIN attempt a ON a.contact_id = c.id
          WHERE c.prospect_id = p.id AND a.state IN ('sent', 'committing', 'unknown')),
        p.created_at, p.updated_at, p.fit, p.rates
      FROM (SELECT p.id FROM prospect p
        WHERE \(Self.isKept) \(filter.map { "AND (\($0.condition))" } ?? "")
        ORDER BY \(order) LIMIT $1 OFFSET $2) found
      CROSS JOIN prospect p ON p.id = found.id
      ORDER BY \(Self.order(query, id: "p.id"))
      """, filter?.values ?? [.integer(query.limit), .integer(query.offset)]
    ) { try body(Self.prospectLine(from: $0)) }
  }

  /// The order of a list; what is not known comes last, and equal ones as they came in.
  private static func order(_ query: ProspectQuery, id: String) -> String {
    let direction = query.isDescending ? " DESC" : ""
    guard let column = query.sort, column.isSortable, column != .id else { return id + direction }
    let value =
      switch column {
      case .created, .updated: "p.\(column.rawValue)_at"
      case .audience: "p.audience"
      case .language: "p.languages"
      default: "lower(p.\(column.rawValue))"
      }
    return "\(value) IS NULL, \(value)\(direction), p.id"
  }

  private static func prospectLine(from row: Row) -> ProspectLine {
    ProspectLine(
      id: row.text(0), name: row.text(1), kind: row.text(2), country: row.optionalText(3),
      region: row.optionalText(4), city: row.optionalText(5),
      languages: row.text(6).split(separator: " ").map(String.init),
      audience: row.optionalInteger(7).map(Int.init), niche: row.optionalText(8),
      stage: row.text(9), owner: row.optionalText(10),
      tags: row.text(11).split(separator: "\u{1F}").map(String.init).sorted(),
      website: row.optionalText(12), channel: row.optionalText(13), address: row.optionalText(14),
      contacts: row.int(15),
      contactedAt: row.optionalInteger(16).map(Instant.init(microseconds:)),
      createdAt: Instant(microseconds: row.integer(17)),
      updatedAt: Instant(microseconds: row.integer(18)), fit: row.optionalText(19),
      rates: row.optionalText(20))
  }
}
