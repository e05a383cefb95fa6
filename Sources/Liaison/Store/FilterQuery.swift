import SQLite
import Scheduling

/// A filter as a condition of a query, with the values that it binds; none of them is in its text.
///
/// The text speaks of `prospect p`, and where contacts are asked of `contact k` joined with it. Each
/// condition is written once for "yes" and once for "no", since what is not known (NULL) is neither
/// for SQL; so no `NOT` stands before an expression that may be NULL.
struct FilterQuery {
  /// What the rows are that the filter is asked of.
  enum Grain {
    case prospects
    case contacts

    /// The tables, as the condition names them.
    var tables: String {
      switch self {
      case .prospects: "prospect p"
      case .contacts: "contact k JOIN prospect p ON p.id = k.prospect_id"
      }
    }
  }

  private(set) var condition = ""
  private(set) var values: [Value]

  private let grain: Grain
  private let clock: FilterClock

  /// The condition for a filter whose segments were put in their places.
  ///
  /// - Parameter values: what the query binds before it.
  init(_ filter: Filter, of grain: Grain, clock: FilterClock, after values: [Value] = []) {
    self.grain = grain
    self.clock = clock
    self.values = values
    condition = text(of: filter.root, wanted: true)
  }

  private mutating func bind(_ value: Value) -> String {
    values.append(value)
    return "$\(values.count)"
  }

  private mutating func bind(_ texts: [String]) -> String {
    texts.map { bind(.text($0)) }.joined(separator: ", ")
  }

  private mutating func text(of node: FilterNode, wanted: Bool) -> String {
    switch node {
    case .all(let parts): joined(parts, by: wanted ? " AND " : " OR ", wanted)
    case .any(let parts): joined(parts, by: wanted ? " OR " : " AND ", wanted)
    case .not(let part): text(of: part, wanted: !wanted)
    case .term(let term): text(of: term, wanted: wanted)
    case .segment: wanted ? "1 = 0" : "1 = 1"
    }
  }

  private mutating func joined(
    _ parts: [FilterNode], by word: String, _ wanted: Bool
  ) -> String {
    "(" + parts.map { text(of: $0, wanted: wanted) }.joined(separator: word) + ")"
  }

  private mutating func text(of term: FilterTerm, wanted: Bool) -> String {
    switch term.field {
    case .address, .domain, .person, .role, .zone, .source: ofContact(term, wanted)
    case .language where grain == .contacts: of("k.language", term, wanted)
    case .tag, .note, .state, .campaign, .contacted: ofRelated(term, wanted)
    default: of(column(of: term.field), term, wanted)
    }
  }

  /// The value that a field has in a row, as an expression.
  private func column(of field: FilterField) -> String {
    switch field {
    case .country, .region, .city:
      grain == .contacts
        ? "coalesce(k.\(field.rawValue), p.\(field.rawValue))" : "p.\(field.rawValue)"
    case .created, .updated: (grain == .contacts ? "k." : "p.") + field.rawValue + "_at"
    case .host: "p.key"
    case .language: "p.languages"
    default: "p.\(field.rawValue)"
    }
  }

  /// A condition on one value.
  private mutating func of(_ column: String, _ term: FilterTerm, _ wanted: Bool) -> String {
    let yes = yes(column, term)
    // An expression that is not known is wanted where it is not to hold.
    return wanted ? yes : "(\(yes)) IS NOT TRUE"
  }

  private mutating func yes(_ column: String, _ term: FilterTerm) -> String {
    let folded = term.field.kind == .text ? "lower(\(column))" : column
    switch term.test {
    case .present where term.field == .host: return "(\(column) >= 'site:' AND \(column) < 'site;')"
    case .present where term.field.kind == .number || term.field.kind == .date:
      return "\(column) IS NOT NULL"
    case .present: return "\(column) <> ''"
    case .among(let texts):
      switch term.field {
      case .language: return languages(column, texts)
      case .host: return hosts(column, texts)
      case .domain: return either(texts.map { like(column, "%@" + Self.escaped($0)) })
      default: return "\(folded) IN (\(bind(texts)))"
      }
    case .contains(let part):
      let pattern = "%" + Self.escaped(part) + "%"
      return like(folded, term.field == .domain ? "%@" + pattern : pattern)
    case .number(let comparison, let number):
      return "\(column) \(Self.sign(comparison)) \(bind(.integer(number)))"
    case .date(let comparison, let date):
      let bounds = comparison.bounds(clock.span(of: date))
      let parts =
        [bounds.from.map { "\(column) >= \(bind(.integer($0.microseconds)))" }]
        + [bounds.before.map { "\(column) < \(bind(.integer($0.microseconds)))" }]
      return "(" + parts.compactMap { $0 }.joined(separator: " AND ") + ")"
    }
  }

  private func either(_ parts: [String]) -> String { "(" + parts.joined(separator: " OR ") + ")" }

  private mutating func like(_ column: String, _ pattern: String) -> String {
    "\(column) LIKE \(bind(.text(pattern))) ESCAPE '\\'"
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar == "%" || scalar == "_" || scalar == "\\" { result.unicodeScalars.append("\\") }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  private static func sign(_ comparison: FilterComparison) -> String {
    comparison == .notEqual ? "<>" : comparison == .contains ? "=" : comparison.rawValue
  }

  /// Whether it is one of these languages or a form of one, as `pt-BR` is of `pt`.
  private mutating func languages(_ column: String, _ tags: [String]) -> String {
    either(
      tags.map { tag in
        if grain == .contacts {
          return "(\(column) = \(bind(.text(tag))) OR " + like(column, Self.escaped(tag) + "-%")
            + ")"
        }
        let list = "' ' || \(column) || ' '"
        return "(" + like(list, "% \(Self.escaped(tag)) %") + " OR "
          + like(list, "% \(Self.escaped(tag))-%") + ")"
      })
  }

  /// The keys of a host's sites: the host alone, or with a path behind it.
  private mutating func hosts(_ column: String, _ hosts: [String]) -> String {
    either(
      hosts.map { host in
        let key = "site:" + host
        return "(\(column) = \(bind(.text(key))) OR (\(column) >= \(bind(.text(key + "/"))) AND "
          + "\(column) < \(bind(.text(key + "0")))))"
      })
  }

  /// A condition on a contact's own value; a prospect has the values of all its contacts.
  private mutating func ofContact(_ term: FilterTerm, _ wanted: Bool) -> String {
    let alias = grain == .contacts ? "k" : "c"
    let column =
      switch term.field {
      case .address, .domain: "\(alias).address_key"
      case .zone: "\(alias).time_zone"
      case .person:
        """
        coalesce(\(alias).full_name, nullif(trim(coalesce(\(alias).first_name, '') || ' ' || \
        coalesce(\(alias).last_name, '')), ''))
        """
      default: "\(alias).\(term.field.rawValue)"
      }
    if grain == .contacts { return of(column, term, wanted) }
    return isIn("SELECT c.prospect_id FROM contact c WHERE " + yes(column, term), wanted)
  }

  /// Whether the row is among those that a query gives the ids of.
  private func isIn(_ query: String, _ wanted: Bool) -> String {
    "\(grain == .contacts ? "k" : "p").id \(wanted ? "IN" : "NOT IN") (\(query))"
  }

  /// A condition on what stands in other tables.
  private mutating func ofRelated(_ term: FilterTerm, _ wanted: Bool) -> String {
    switch term.field {
    case .tag: return tags(term, wanted)
    case .note: return notes(term, wanted)
    case .campaign:
      let found = yes("g.name", term)
      return ofContacts(
        "SELECT e.contact_id FROM enrollment e JOIN campaign g ON g.id = e.campaign_id WHERE \(found)",
        wanted)
    case .contacted: return lastContacted(term, wanted)
    default:
      guard case .among(let names) = term.test else {
        return states(FilterState.allCases, wanted)
      }
      return states(names.compactMap(FilterState.init(rawValue:)), wanted)
    }
  }

  /// Whether the row's contact, or one of the prospect's, is among those that a query gives.
  private func ofContacts(_ query: String, _ wanted: Bool) -> String {
    grain == .contacts
      ? isIn(query, wanted)
      : isIn("SELECT c.prospect_id FROM contact c WHERE c.id IN (\(query))", wanted)
  }

  private mutating func tags(_ term: FilterTerm, _ wanted: Bool) -> String {
    let own = "SELECT t.prospect_id FROM prospect_tag t WHERE " + yes("t.tag", term)
    let theirs = "SELECT t.contact_id FROM contact_tag t WHERE " + yes("t.tag", term)
    let ofProspect = "p.id \(wanted ? "IN" : "NOT IN") (\(own))"
    return "(\(ofProspect) \(wanted ? "OR" : "AND") \(ofContacts(theirs, wanted)))"
  }

  private mutating func notes(_ term: FilterTerm, _ wanted: Bool) -> String {
    let own = "SELECT n.prospect_id FROM prospect_note n WHERE " + yes("n.text", term)
    let theirs =
      grain == .contacts
      ? of("k.notes", term, wanted)
      : isIn("SELECT c.prospect_id FROM contact c WHERE " + yes("c.notes", term), wanted)
    let ofProspect = "p.id \(wanted ? "IN" : "NOT IN") (\(own))"
    return "(\(ofProspect) \(wanted ? "OR" : "AND") \(theirs))"
  }

  private mutating func lastContacted(_ term: FilterTerm, _ wanted: Bool) -> String {
    let last = yes("max(coalesce(a.sent_at, a.dated_at))", term)
    let sent = "a.state IN ('sent', 'committing', 'unknown')"
    return grain == .contacts
      ? isIn(
        "SELECT a.contact_id FROM attempt a WHERE \(sent) GROUP BY a.contact_id HAVING \(last)",
        wanted)
      : isIn(
        """
        SELECT c.prospect_id FROM attempt a JOIN contact c ON c.id = a.contact_id WHERE \(sent) \
        GROUP BY c.prospect_id HAVING \(last)
        """, wanted)
  }

  private func states(_ states: [FilterState], _ wanted: Bool) -> String {
    ofContacts(states.map(Self.contacts).joined(separator: " UNION ALL "), wanted)
  }

  /// The query for the ids of the contacts in a state.
  private static func contacts(in state: FilterState) -> String {
    switch state {
    case .contacted:
      "SELECT contact_id FROM attempt WHERE state IN ('sent', 'committing', 'unknown')"
    case .enrolled: "SELECT contact_id FROM enrollment"
    case .active: "SELECT contact_id FROM enrollment WHERE state = 'active'"
    case .replied: "SELECT contact_id FROM inbound WHERE kind = 'reply'"
    case .bounced: "SELECT contact_id FROM inbound WHERE kind = 'bounce'"
    case .optedOut: "SELECT contact_id FROM inbound WHERE kind = 'opt-out'"
    case .complained: "SELECT contact_id FROM inbound WHERE kind = 'complaint'"
    case .suppressed:
      """
      SELECT s.id FROM contact s WHERE s.address_key IN (SELECT key FROM suppression) \
      UNION ALL \(suppressedByDomain)
      """
    }
  }

  /// The query for the ids of contacts whose domain, or one above it, is suppressed.
  ///
  /// Each domain is looked up, and then what stands behind its first dot, since comparing a million
  /// addresses with every suppressed domain takes minutes; only what is deeper still is compared.
  private static var suppressedByDomain: String {
    let levels = 4
    var table =
      "SELECT id, address_key, substr(address_key, instr(address_key, '@') + 1) AS d0 FROM contact"
    for level in 1...levels {
      let above = "d\(level - 1)"
      table = "SELECT *, substr(\(above), instr(\(above), '.') + 1) AS d\(level) FROM (\(table))"
    }
    let lookups = (0..<levels).map {
      "(instr(d\($0), '.') > 0 AND '@' || d\($0) IN (SELECT key FROM suppression))"
    }
    return """
      SELECT id FROM (\(table)) \
      WHERE EXISTS (SELECT 1 FROM suppression d WHERE d.key >= '@' AND d.key < 'A') \
      AND (\(lookups.joined(separator: " OR ")) OR (instr(d\(levels), '.') > 0 AND EXISTS \
      (SELECT 1 FROM suppression d WHERE d.key >= '@' AND d.key < 'A' \
      AND substr(address_key, length(address_key) - length(d.key) + 1) IN \
      (d.key, '.' || substr(d.key, 2)))))
      """
  }
}
