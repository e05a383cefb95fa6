import Mail
import SQLite
import Scheduling

/// The people who were erased, known by keyed hashes only.
struct ErasedPeople {
  let hashes: Set<String>
  let key: ErasureKey

  func contains(_ address: EmailAddress) -> Bool { hashes.contains(key.hash(of: address.key)) }
}

/// Forgetting people, and never writing to them again.
extension Store {
  /// Makes the key that erased people are known by, where there is none yet.
  func makeErasureKey() throws(StoreError) {
    var random = SystemRandomNumberGenerator()
    try ErasureKey.make(besideDatabase: path, random: &random)
  }

  /// Whether an address is one of somebody who was erased.
  public func isErased(_ address: EmailAddress) throws -> Bool {
    guard try connection.integer("SELECT EXISTS (SELECT 1 FROM erased)") != 0 else { return false }
    let hash = try erasureKey().hash(of: address.key)
    return try connection.integer(
      "SELECT EXISTS (SELECT 1 FROM erased WHERE hash = $1)", [.text(hash)]) != 0
  }

  /// Forgets a contact: what is left are numbers for the statistics and a keyed hash.
  ///
  /// The prospect is forgotten with its last contact. A message that is being handed over cannot be
  /// taken back, so nothing is erased then. What is overwritten may stand in the files until `scrub`.
  /// - Throws: `PrivacyError`.
  public func erase(_ text: String, by who: String, at now: Instant) throws {
    let address = try PrivacyError.address(text)
    try makeErasureKey()
    let key = try erasureKey()
    guard
      try contact(addressKey: address.key) != nil || isErased(address)
        || connection.integer(
          "SELECT EXISTS (SELECT 1 FROM suppression WHERE key = $1)", [.text(address.key)]) != 0
    else { throw PrivacyError.unknown(address: address.description) }
    try erase(address, key, by: who, at: now)
  }

  /// Erases people again, after an older database was put back.
  ///
  /// - Returns: How many of them it held.
  func erase(_ people: ErasedPeople, by who: String, at now: Instant) throws -> Int {
    let addresses = try connection.all("SELECT address FROM contact WHERE erased_at IS NULL") {
      $0.text(0)
    }.compactMap { try? EmailAddress($0) }.filter(people.contains)
    for address in addresses { try erase(address, people.key, by: who, at: now) }
    try connection.write { for hash in people.hashes { try remember(hash, at: now) } }
    return addresses.count
  }

  private func erase(
    _ address: EmailAddress, _ key: ErasureKey, by who: String, at now: Instant
  ) throws {
    try connection.execute("PRAGMA secure_delete = ON")
    let hash = key.hash(of: address.key)
    try connection.write {
      if let contact = try contact(addressKey: address.key) {
        guard try !isHandedOver(contact.id, at: now) else {
          throw PrivacyError.beingSent(address: contact.address)
        }
        try forget(contact, at: now)
      }
      try connection.run("DELETE FROM suppression WHERE key = $1", [.text(address.key)])
      try remember(hash, at: now)
      try forgetWords(about: [address.key, address.description])
      try log("erase", subject: "a contact", detail: String(hash.prefix(12)), by: who, at: now)
    }
  }

  /// All who were erased; nil where nobody was.
  func erasedPeople() throws -> ErasedPeople? {
    let hashes = try erasedHashes()
    return hashes.isEmpty ? nil : ErasedPeople(hashes: Set(hashes), key: try erasureKey())
  }

  /// The hashes of all who were erased.
  func erasedHashes() throws -> [String] {
    try connection.all("SELECT hash FROM erased ORDER BY hash") { $0.text(0) }
  }

  /// Writes the database anew, so that nothing that was deleted is left in its files.
  ///
  /// - Throws: `PrivacyError.busy` where somebody else has the database open.
  public func scrub() throws {
    try connection.execute("VACUUM")
    let isBusy = try connection.first("PRAGMA wal_checkpoint(TRUNCATE)") { $0.int(0) != 0 }
    guard isBusy == false else { throw PrivacyError.busy }
  }

  private func erasureKey() throws -> ErasureKey { try ErasureKey(besideDatabase: path) }

  private func remember(_ hash: String, at now: Instant) throws {
    try connection.run(
      "INSERT INTO erased (hash, erased_at) VALUES ($1, $2) ON CONFLICT (hash) DO NOTHING",
      [.text(hash), .integer(now.microseconds)])
  }

  private func isHandedOver(_ contactID: String, at now: Instant) throws -> Bool {
    try connection.integer(
      """
      SELECT EXISTS (SELECT 1 FROM attempt WHERE contact_id = $1
        AND state IN ('claimed', 'committing') AND lease_until >= $2)
      """, [.text(contactID), .integer(now.microseconds)]) != 0
  }

  /// Empties everything that says who somebody is, and keeps what is only counted.
  private func forget(_ contact: ContactRecord, at now: Instant) throws {
    for id in try connection.all(
      "SELECT id FROM enrollment WHERE contact_id = $1 AND state IN ('active', 'held')",
      [.text(contact.id)], { $0.text(0) })
    { try stop(id, because: "erased", at: now) }
    for statement in [
      """
      UPDATE attempt SET subject = NULL, merge = NULL, reply = NULL, queue_id = NULL, reasons = ''
      WHERE contact_id = $1
      """,
      "UPDATE attempt SET state = 'cancelled' WHERE contact_id = $1 AND state = 'unknown'",
      "UPDATE enrollment SET reason = NULL WHERE contact_id = $1 AND reason IS NOT NULL",
      "UPDATE inbound SET note = NULL WHERE contact_id = $1",
      "DELETE FROM contact_tag WHERE contact_id = $1",
      "DELETE FROM absence WHERE contact_id = $1",
      """
      DELETE FROM first_touch_day
      WHERE attempt_id IN (SELECT id FROM attempt WHERE contact_id = $1)
      """,
    ] { try connection.run(statement, [.text(contact.id)]) }
    try connection.run(
      """
      UPDATE contact SET address = 'erased:' || id, address_key = 'erased:' || id,
        first_name = NULL, last_name = NULL, full_name = NULL, salutation = NULL, city = NULL,
        region = NULL, phone = NULL, source = NULL, notes = NULL, fields = '{}',
        send_window = NULL, role = NULL, found_on = NULL, erased_at = $2, updated_at = $2
      WHERE id = $1
      """, [.text(contact.id), .integer(now.microseconds)])
    let prospect = try connection.first(
      """
      UPDATE prospect SET key = 'erased:' || id, name = 'erased', website = NULL, channel = NULL,
        region = NULL, city = NULL, niche = NULL, fit = NULL, rates = NULL, erased_at = $2,
        updated_at = $2
      WHERE id = (SELECT prospect_id FROM contact WHERE id = $1)
        AND NOT EXISTS (SELECT 1 FROM contact k
          WHERE k.prospect_id = prospect.id AND k.erased_at IS NULL)
      RETURNING id
      """, [.text(contact.id), .integer(now.microseconds)]
    ) { $0.text(0) }
    guard let prospect else { return }
    for statement in [
      "DELETE FROM prospect_tag WHERE prospect_id = $1",
      "DELETE FROM prospect_note WHERE prospect_id = $1",
      "DELETE FROM prospect_profile WHERE prospect_id = $1",
      "UPDATE prospect_stage SET reason = NULL WHERE prospect_id = $1",
    ] { try connection.run(statement, [.text(prospect)]) }
  }

  /// Takes a person's address out of what the log and the holds of senders tell.
  private func forgetWords(about words: [String]) throws {
    for word in Set(words) {
      try connection.run(
        """
        UPDATE log SET subject = 'a contact', detail = ''
        WHERE instr(lower(subject), lower($1)) > 0 OR instr(lower(detail), lower($1)) > 0
        """, [.text(word)])
      try connection.run(
        """
        UPDATE sender_hold SET reason = 'its server refused a message'
        WHERE instr(lower(reason), lower($1)) > 0
        """, [.text(word)])
    }
  }
}
