import Mail
import Scheduling
import Templating

/// What a filter looks at, in memory: the values of each field.
struct FilterSubject {
  var texts: [FilterField: [String]] = [:]
  var numbers: [FilterField: [Int]] = [:]
  var instants: [FilterField: [Instant]] = [:]

  /// Whether a filter holds; segments must have been put in their places.
  func matches(_ filter: Filter, _ clock: FilterClock) -> Bool { matches(filter.root, clock) }

  private func matches(_ node: FilterNode, _ clock: FilterClock) -> Bool {
    switch node {
    case .all(let parts): parts.allSatisfy { matches($0, clock) }
    case .any(let parts): parts.contains { matches($0, clock) }
    case .not(let part): !matches(part, clock)
    case .term(let term): matches(term, clock)
    case .segment: false
    }
  }

  private func matches(_ term: FilterTerm, _ clock: FilterClock) -> Bool {
    let texts = texts[term.field] ?? []
    switch term.test {
    case .present:
      return texts.contains { !$0.isEmpty } || numbers[term.field]?.isEmpty == false
        || instants[term.field]?.isEmpty == false
    case .among(let values):
      return texts.contains { text in
        let text = term.field.kind == .text ? text.asciiLowercased : text
        return values.contains { value in
          Self.isSame(text, value)
            || (term.field == .language && Self.begins(text, with: value + "-"))
        }
      }
    case .contains(let part): return texts.contains { Self.has(part, in: $0.asciiLowercased) }
    case .number(let comparison, let number):
      return numbers[term.field]?.contains { comparison.holds($0, number) } ?? false
    case .date(let comparison, let date):
      let bounds = comparison.bounds(clock.span(of: date))
      return instants[term.field]?.contains { instant in
        bounds.from.map { instant >= $0 } ?? true && bounds.before.map { instant < $0 } ?? true
      } ?? false
    }
  }

  // By bytes, as the database compares: `==` of texts takes different bytes for the same letter.

  private static func isSame(_ a: String, _ b: String) -> Bool { a.utf8.elementsEqual(b.utf8) }

  private static func begins(_ text: String, with start: String) -> Bool {
    text.utf8.starts(with: start.utf8)
  }

  private static func has(_ part: String, in text: String) -> Bool {
    let text = Array(text.utf8)
    let part = Array(part.utf8)
    guard part.count <= text.count else { return false }
    return (0...(text.count - part.count)).contains {
      text[$0..<$0 + part.count].elementsEqual(part)
    }
  }
}

extension FilterComparison {
  func holds(_ left: Int, _ right: Int) -> Bool {
    switch self {
    case .equal: left == right
    case .notEqual: left != right
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    case .contains: false
    }
  }
}

extension FilterSubject {
  /// What a row of a file tells.
  init(_ contact: ImportedContact) {
    func set(_ field: FilterField, _ value: String?) {
      if let value { texts[field] = [value] }
    }
    let names = [contact.firstName, contact.lastName].compactMap { $0 }
    let person = contact.fullName ?? (names.isEmpty ? nil : names.joined(separator: " "))
    set(.name, contact.prospectName ?? person ?? contact.address.description)
    set(.person, person)
    set(.kind, (contact.kind ?? .other).rawValue)
    set(.country, contact.country?.code)
    set(.region, contact.region)
    set(.city, contact.city)
    set(.language, contact.language?.description)
    set(.website, contact.website)
    set(.host, ProspectKey.host(of: ProspectKey.key(of: contact)))
    set(.channel, contact.channel)
    set(.note, contact.notes)
    set(.address, contact.address.key)
    set(.domain, contact.address.domain)
    set(.zone, contact.timeZone?.rawValue)
    set(.source, contact.source?.rawValue)
    set(.niche, contact.niche)
    texts[.tag] = contact.tags
    numbers[.audience] = contact.audience.map { [$0] }
  }
}
