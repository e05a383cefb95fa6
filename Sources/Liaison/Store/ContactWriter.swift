import FoundationEssentials
import SQLite
import Scheduling

/// Writes imported contacts, with statements compiled once for the whole import.
final class ContactWriter {
  enum Result { case added, updated, skipped, refused }

  private let store: Store
  private let policy: DuplicatePolicy
  private let now: Instant
  /// What was written so far while the indexes are left out.
  private var firstLoad: FirstLoad?
  private let findContact: Statement
  private let prospectByKey: Statement
  private let prospectByID: Statement
  private let fillProspect: Statement
  private let addProspect: Statement
  private let addContact: Statement
  private let addTag: Statement
  private let changeContact: Statement
  private let changeProspect: Statement
  private let profiles: ProfileWriter

  /// Must be used inside a write transaction.
  init(store: Store, policy: DuplicatePolicy, now: Instant) throws {
    self.store = store
    self.policy = policy
    self.now = now
    let connection = store.connection
    findContact = try connection.statement(
      "SELECT id, prospect_id, fields FROM contact WHERE address_key = $1")
    let place = "country, languages, region, city"
    prospectByKey = try connection.statement(
      "SELECT id, key, \(place) FROM prospect WHERE key = $1")
    prospectByID = try connection.statement("SELECT id, key, \(place) FROM prospect WHERE id = $1")
    fillProspect = try connection.statement(
      """
      UPDATE prospect SET country = coalesce(country, $2), languages = coalesce(languages, $3),
        region = coalesce(region, $4), city = coalesce(city, $5) WHERE id = $1
      """)
    addProspect = try connection.statement(
      """
      INSERT INTO prospect (id, key, name, kind, website, country, channel, audience, created_at,
        updated_at, languages, region, city, niche, owner)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10, $11, $12, $13, $14)
      """)
    addContact = try connection.statement(
      """
      INSERT INTO contact (id, prospect_id, address, address_key, first_name, last_name, full_name,
        salutation, language, time_zone, country, source, notes, fields, created_at, updated_at, city,
        region, phone, send_window)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $15, $16, $17, $18,
        $19)
      """)
    addTag = try connection.statement(
      "INSERT INTO contact_tag (contact_id, tag) VALUES ($1, $2) ON CONFLICT DO NOTHING")
    changeContact = try connection.statement(
      """
      UPDATE contact SET address = $2, first_name = coalesce($3, first_name),
        last_name = coalesce($4, last_name), full_name = coalesce($5, full_name),
        salutation = coalesce($6, salutation), language = coalesce($7, language),
        time_zone = coalesce($8, time_zone), country = coalesce($9, country),
        source = coalesce($10, source), notes = coalesce($11, notes), fields = $12,
        updated_at = $13, city = coalesce($14, city), region = coalesce($15, region),
        phone = coalesce($16, phone), send_window = coalesce($17, send_window)
      WHERE id = $1
      """)
    changeProspect = try connection.statement(
      """
      UPDATE prospect SET name = coalesce($2, name), kind = coalesce($3, kind),
        website = coalesce($4, website), country = coalesce($5, country),
        channel = coalesce($6, channel), audience = coalesce($7, audience), updated_at = $8,
        languages = coalesce(languages, $9), region = coalesce($10, region),
        city = coalesce($11, city), niche = coalesce($12, niche), owner = coalesce($13, owner)
      WHERE id = $1
      """)
    profiles = try ProfileWriter(connection)
    // Last, since a statement that names a unique index cannot be compiled without it.
    if try connection.integer("SELECT EXISTS (SELECT 1 FROM prospect)") == 0 {
      try connection.execute(
        """
        DROP INDEX prospect_by_key; DROP INDEX contact_by_address; DROP INDEX contact_by_prospect;
        DROP INDEX prospect_profile_by_key
        """)
      firstLoad = FirstLoad()
    }
  }

  /// Stores a contact, or does with a known one what the policy says.
  func write(_ contact: ImportedContact) throws -> Result {
    guard let known = try known(contact.address.key) else {
      try add(contact)
      return .added
    }
    switch policy {
    case .skip: return .skipped
    case .fail: return .refused
    case .update:
      try change(known.id, known.prospectID, oldFields: known.fields, to: contact)
      return .updated
    }
  }

  /// Makes the indexes, where they were left out; must be called at the end.
  func finish() throws {
    guard firstLoad != nil else { return }
    firstLoad = nil
    try store.connection.execute(Schema.prospectByKey)
    try store.connection.execute(Schema.contactByAddress)
    try store.connection.execute(Schema.contactByProspect)
    try store.connection.execute(Schema.profileByKey)
  }

  private func known(
    _ key: String
  ) throws -> (id: String, prospectID: String, fields: String)? {
    if firstLoad?.addresses.insert(key) == false { return nil }
    try finish()
    var known: (id: String, prospectID: String, fields: String)?
    try findContact.bind(text: key, at: 1)
    try findContact.forEach { row in
      known = (row.text(0), row.text(1), row.text(2))
      return false
    }
    return known
  }

  private func add(_ contact: ImportedContact) throws {
    let id = store.identifiers.next(at: now)
    let prospect = try prospectID(of: contact)
    try addContact.bind(text: id, at: 1)
    try addContact.bind(text: prospect, at: 2)
    try addContact.bind(text: contact.address.description, at: 3)
    try addContact.bind(text: contact.address.key, at: 4)
    try addContact.bind(text: contact.firstName, at: 5)
    try addContact.bind(text: contact.lastName, at: 6)
    try addContact.bind(text: contact.fullName, at: 7)
    try addContact.bind(text: contact.salutation, at: 8)
    try addContact.bind(text: contact.language?.description, at: 9)
    try addContact.bind(text: contact.timeZone?.rawValue, at: 10)
    try addContact.bind(text: contact.country?.code, at: 11)
    try addContact.bind(text: contact.source?.rawValue, at: 12)
    try addContact.bind(text: contact.notes, at: 13)
    try addContact.bind(text: JSONText.object(contact.fields), at: 14)
    try addContact.bind(integer: now.microseconds, at: 15)
    // Most files have none of these, and what is not bound is null.
    if let city = contact.city { try addContact.bind(text: city, at: 16) }
    if let region = contact.region { try addContact.bind(text: region, at: 17) }
    if let phone = contact.phone { try addContact.bind(text: phone, at: 18) }
    if let window = contact.window { try addContact.bind(text: window.description, at: 19) }
    try addContact.run()
    try tag(id, contact.tags)
  }

  private func prospectID(of contact: ImportedContact) throws -> String {
    let links = contact.links
    let key = ProspectKey.key(of: contact, links.first)
    let keys = links.isEmpty ? [key] : links.map(ProspectKey.key)
    if let known = try knownProspect(links, keys) {
      try fill(known.id, known.place, from: contact)
      try add(links, keys, to: known.id, key: known.key)
      return known.id
    }
    let id = store.identifiers.next(at: now)
    try insert(id, key, contact)
    firstLoad?.add(prospect: id, key: key)
    try add(links, keys, to: id, key: key)
    return id
  }

  /// The prospect that has one of these links, or else this key.
  private func knownProspect(_ links: [ProfileLink], _ keys: [String]) throws -> FoundProspect? {
    if firstLoad != nil {
      for (index, key) in keys.enumerated() {
        guard let known = firstLoad?.prospect(key) else { continue }
        if let found = try first(prospectByID, known),
          try found.key == key || links.isEmpty == false && profiles.has(links[index], known)
        {
          return found
        }
        // Another key has the same hash.
        try finish()
        break
      }
      if firstLoad != nil { return nil }
    }
    for (index, key) in keys.enumerated() {
      if let found = try first(prospectByKey, key) { return found }
      if !links.isEmpty, let id = try profiles.owner(of: links[index]) {
        return try first(prospectByID, id)
      }
    }
    return nil
  }

  /// Notes a prospect's links, but for the site that is its key, and those that are another's.
  private func add(
    _ links: [ProfileLink], _ keys: [String], to prospect: String, key: String
  ) throws {
    for (link, text) in zip(links, keys) where link.platform != .site || text != key {
      if firstLoad != nil {
        if let known = firstLoad?.prospect(text), known != prospect { continue }
        firstLoad?.add(prospect: prospect, key: text)
      } else if text != key, try first(prospectByKey, text) != nil {
        continue
      }
      try profiles.add(link, to: prospect)
    }
  }

  /// Takes over from a contact where its prospect is, as far as that was not known.
  private func fill(
    _ prospect: String, _ known: [Bool], from contact: ImportedContact
  ) throws {
    let lines = [
      contact.country?.code, contact.language?.description, contact.region, contact.city,
    ]
    guard zip(lines, known).contains(where: { $0 != nil && !$1 }) else { return }
    try fillProspect.bind(text: prospect, at: 1)
    for (offset, line) in lines.enumerated() { try fillProspect.bind(text: line, at: offset + 2) }
    try fillProspect.run()
  }

  private func insert(_ id: String, _ key: String, _ contact: ImportedContact) throws {
    let statement = addProspect
    try statement.bind(text: id, at: 1)
    try statement.bind(text: key, at: 2)
    try statement.bind(text: name(of: contact), at: 3)
    try statement.bind(text: contact.kind?.rawValue ?? ProspectKind.other.rawValue, at: 4)
    try statement.bind(text: contact.website, at: 5)
    try statement.bind(text: contact.country?.code, at: 6)
    try statement.bind(text: contact.channel, at: 7)
    try statement.bind(integer: contact.audience.map(Int64.init), at: 8)
    try statement.bind(integer: now.microseconds, at: 9)
    try statement.bind(text: contact.language?.description, at: 10)
    if let region = contact.region { try statement.bind(text: region, at: 11) }
    if let city = contact.city { try statement.bind(text: city, at: 12) }
    if let niche = contact.niche { try statement.bind(text: niche, at: 13) }
    if let owner = contact.owner { try statement.bind(text: owner, at: 14) }
    try statement.run()
  }

  /// A prospect that is there already, and which parts of its place are known.
  private struct FoundProspect {
    let id: String
    let key: String
    let place: [Bool]
  }

  private func first(_ statement: Statement, _ key: String) throws -> FoundProspect? {
    var found: FoundProspect?
    try statement.bind(text: key, at: 1)
    try statement.forEach { row in
      found = FoundProspect(
        id: row.text(0), key: row.text(1), place: (2...5).map { !row.isNull($0) })
      return false
    }
    return found
  }

  private func name(of contact: ImportedContact) -> String {
    if let name = contact.prospectName ?? contact.fullName { return name }
    let parts = [contact.firstName, contact.lastName].compactMap { $0 }
    return parts.isEmpty ? contact.address.description : parts.joined(separator: " ")
  }

  private func change(
    _ id: String, _ prospectID: String, oldFields: String, to contact: ImportedContact
  ) throws {
    let old = (try? JSONDecoder().decode([String: String].self, from: Data(oldFields.utf8))) ?? [:]
    try changeContact.bind(text: id, at: 1)
    try changeContact.bind(text: contact.address.description, at: 2)
    try changeContact.bind(text: contact.firstName, at: 3)
    try changeContact.bind(text: contact.lastName, at: 4)
    try changeContact.bind(text: contact.fullName, at: 5)
    try changeContact.bind(text: contact.salutation, at: 6)
    try changeContact.bind(text: contact.language?.description, at: 7)
    try changeContact.bind(text: contact.timeZone?.rawValue, at: 8)
    try changeContact.bind(text: contact.country?.code, at: 9)
    try changeContact.bind(text: contact.source?.rawValue, at: 10)
    try changeContact.bind(text: contact.notes, at: 11)
    try changeContact.bind(text: JSONText.object(old.merging(contact.fields) { $1 }), at: 12)
    try changeContact.bind(integer: now.microseconds, at: 13)
    try changeContact.bind(text: contact.city, at: 14)
    try changeContact.bind(text: contact.region, at: 15)
    try changeContact.bind(text: contact.phone, at: 16)
    try changeContact.bind(text: contact.window?.description, at: 17)
    try changeContact.run()
    try changeProspect.bind(text: prospectID, at: 1)
    try changeProspect.bind(text: contact.prospectName, at: 2)
    try changeProspect.bind(text: contact.kind?.rawValue, at: 3)
    try changeProspect.bind(text: contact.website, at: 4)
    try changeProspect.bind(text: contact.country?.code, at: 5)
    try changeProspect.bind(text: contact.channel, at: 6)
    try changeProspect.bind(integer: contact.audience.map(Int64.init), at: 7)
    try changeProspect.bind(integer: now.microseconds, at: 8)
    try changeProspect.bind(text: contact.language?.description, at: 9)
    try changeProspect.bind(text: contact.region, at: 10)
    try changeProspect.bind(text: contact.city, at: 11)
    try changeProspect.bind(text: contact.niche, at: 12)
    try changeProspect.bind(text: contact.owner, at: 13)
    try changeProspect.run()
    let links = contact.links
    if !links.isEmpty, let prospect = try first(prospectByID, prospectID) {
      try add(links, links.map(ProspectKey.key), to: prospect.id, key: prospect.key)
    }
    try tag(id, contact.tags)
  }

  private func tag(_ id: String, _ tags: [String]) throws {
    for tag in tags {
      try addTag.bind(text: id, at: 1)
      try addTag.bind(text: tag, at: 2)
      try addTag.run()
    }
  }
}
