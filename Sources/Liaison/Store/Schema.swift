import SQLite

/// The database's schema as a list of named, append-only migrations.
///
/// The statements keep to what SQLite and PostgreSQL both take: text ids made by the application,
/// time as integer microseconds UTC, flags as 0 and 1. Only `strict` is SQLite's own.
enum Schema {
  /// Marks a file as Liaison's: the bytes "Liai" as a big-endian number.
  static let applicationID: Int64 = 0x4C69_6169

  static let migrations = [
    Migration("first campaign", firstCampaign),
    Migration("window of a contact", contactWindow),
    Migration("where contacts are", whereContactsAre),
    Migration("caps and cooling-off", capsAndCoolingOff),
    Migration("attempts in doubt after a restore", attemptsInDoubt),
    Migration("copies of what was sent", copiesOfWhatWasSent),
    Migration("erased people", erasedPeople),
    Migration("prospect details", prospectDetails),
    // Ids of attempts begin with their enrollment's, so that the index tells nothing more.
    Migration("one index fewer", "DROP INDEX attempt_by_enrollment;"),
    Migration("indexes of what is to come", whatIsToCome),
    Migration("where prospects publish", whereProspectsPublish),
  ]

  /// SQLite's word for a table that checks types: for tables that grow.
  private static let strict = "STRICT"

  /// SQLite's words for one that is also stored in the order of its key: for small rows only, since
  /// every index repeats the key, and whole rows stand in the inner nodes.
  private static let keyed = "STRICT, WITHOUT ROWID"

  // Both by name, so that a first import may make them behind its rows.
  static let prospectByKey = "CREATE UNIQUE INDEX prospect_by_key ON prospect (key)"
  static let contactByAddress = "CREATE UNIQUE INDEX contact_by_address ON contact (address_key)"

  static let contactByProspect = "CREATE INDEX contact_by_prospect ON contact (prospect_id)"

  /// What the team knows of a prospect besides how to write to it, and who of its contacts is who.
  ///
  /// `languages` are those that it publishes in, with spaces between, the main one first. Tags are
  /// found in any letter case.
  private static let prospectDetails = """
    ALTER TABLE prospect ADD COLUMN region TEXT;
    ALTER TABLE prospect ADD COLUMN city TEXT;
    ALTER TABLE prospect ADD COLUMN languages TEXT;
    ALTER TABLE prospect ADD COLUMN niche TEXT;
    ALTER TABLE prospect ADD COLUMN owner TEXT;
    ALTER TABLE prospect ADD COLUMN fit TEXT;
    ALTER TABLE prospect ADD COLUMN rates TEXT;
    ALTER TABLE prospect ADD COLUMN stage TEXT NOT NULL DEFAULT 'new';

    ALTER TABLE contact ADD COLUMN role TEXT;
    ALTER TABLE contact ADD COLUMN found_on TEXT;
    ALTER TABLE contact ADD COLUMN is_preferred INTEGER NOT NULL DEFAULT 0;
    \(contactByProspect);
    CREATE INDEX contact_tag_by_tag ON contact_tag (lower(tag), contact_id);

    CREATE TABLE prospect_tag (
      prospect_id TEXT NOT NULL REFERENCES prospect (id),
      tag TEXT NOT NULL,
      PRIMARY KEY (prospect_id, tag)
    ) \(keyed);
    CREATE INDEX prospect_tag_by_tag ON prospect_tag (lower(tag), prospect_id);

    CREATE TABLE prospect_stage (
      id TEXT PRIMARY KEY,
      prospect_id TEXT NOT NULL REFERENCES prospect (id),
      stage TEXT NOT NULL,
      reason TEXT,
      at INTEGER NOT NULL,
      who TEXT NOT NULL
    ) \(strict);
    CREATE INDEX prospect_stage_by_prospect ON prospect_stage (prospect_id, at);

    CREATE TABLE prospect_note (
      id TEXT PRIMARY KEY,
      prospect_id TEXT NOT NULL REFERENCES prospect (id),
      text TEXT NOT NULL,
      at INTEGER NOT NULL,
      who TEXT NOT NULL
    ) \(strict);
    CREATE INDEX prospect_note_by_prospect ON prospect_note (prospect_id, at);

    UPDATE prospect SET
      country = coalesce(country, (SELECT k.country FROM contact k
        WHERE k.prospect_id = prospect.id AND k.country IS NOT NULL ORDER BY k.id LIMIT 1)),
      region = (SELECT k.region FROM contact k
        WHERE k.prospect_id = prospect.id AND k.region IS NOT NULL ORDER BY k.id LIMIT 1),
      city = (SELECT k.city FROM contact k
        WHERE k.prospect_id = prospect.id AND k.city IS NOT NULL ORDER BY k.id LIMIT 1),
      languages = (SELECT k.language FROM contact k
        WHERE k.prospect_id = prospect.id AND k.language IS NOT NULL ORDER BY k.id LIMIT 1),
      niche = (SELECT k.fields ->> 'niche' FROM contact k
        WHERE k.prospect_id = prospect.id AND k.fields LIKE '%"niche"%' ORDER BY k.id LIMIT 1);
    """

  /// What was sent is in no index by its state any more, so that each message that goes changes less.
  private static let whatIsToCome = """
    DROP INDEX attempt_by_due;
    CREATE INDEX attempt_by_due ON attempt (due_at, step) WHERE state = 'scheduled';
    CREATE INDEX attempt_under_way ON attempt (state, lease_until)
      WHERE state = 'claimed' OR state = 'committing' OR state = 'unknown';
    """

  static let profileByKey =
    "CREATE UNIQUE INDEX prospect_profile_by_key ON prospect_profile (platform, key)"

  /// Links to a prospect's profiles, in the form of `ProfileLink`; each is one prospect's only.
  ///
  /// A site that the prospect's own key is made of stands there alone.
  private static let whereProspectsPublish = """
    CREATE TABLE prospect_profile (
      prospect_id TEXT NOT NULL REFERENCES prospect (id),
      platform TEXT NOT NULL,
      key TEXT NOT NULL,
      address TEXT NOT NULL,
      PRIMARY KEY (prospect_id, platform, key)
    ) \(keyed);
    \(profileByKey);
    """

  private static let contactWindow = "ALTER TABLE contact ADD COLUMN send_window TEXT;"
  /// What tells the time zone of a contact who has none.
  private static let whereContactsAre = """
    ALTER TABLE contact ADD COLUMN city TEXT;
    ALTER TABLE contact ADD COLUMN region TEXT;
    ALTER TABLE contact ADD COLUMN phone TEXT;
    """

  /// Until when an attempt may have gone from a state of the database that was lost.
  private static let attemptsInDoubt = "ALTER TABLE attempt ADD COLUMN doubt_until INTEGER;"

  /// Keyed hashes of addresses that are held nowhere else any more.
  private static let erasedPeople = """
    ALTER TABLE contact ADD COLUMN erased_at INTEGER;
    ALTER TABLE prospect ADD COLUMN erased_at INTEGER;
    CREATE INDEX prospect_erased ON prospect (id) WHERE erased_at IS NOT NULL;

    CREATE TABLE erased (
      hash TEXT PRIMARY KEY,
      erased_at INTEGER NOT NULL
    ) \(keyed);
    """

  /// `filed_at` is empty from before a copy is handed over until it is known to be filed.
  private static let copiesOfWhatWasSent = """
    CREATE TABLE sent_copy (
      attempt_id TEXT PRIMARY KEY REFERENCES attempt (id),
      begun_at INTEGER NOT NULL,
      filed_at INTEGER
    ) \(keyed);

    CREATE TABLE sent_folder (
      sender TEXT PRIMARY KEY,
      missing INTEGER NOT NULL,
      is_filed_by_server INTEGER NOT NULL,
      seen_at INTEGER NOT NULL
    ) \(keyed);

    CREATE INDEX attempt_by_sender ON attempt (sender, settled_at) WHERE state = 'sent';
    """

  private static let firstCampaign = """
    CREATE TABLE workspace (
      name TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) \(keyed);

    CREATE TABLE prospect (
      id TEXT PRIMARY KEY,
      key TEXT NOT NULL,
      name TEXT NOT NULL,
      kind TEXT NOT NULL,
      website TEXT,
      country TEXT,
      channel TEXT,
      audience INTEGER,
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL
    ) \(strict);
    \(prospectByKey);

    CREATE TABLE contact (
      id TEXT PRIMARY KEY,
      prospect_id TEXT NOT NULL REFERENCES prospect (id),
      address TEXT NOT NULL,
      address_key TEXT NOT NULL,
      first_name TEXT,
      last_name TEXT,
      full_name TEXT,
      salutation TEXT,
      language TEXT,
      time_zone TEXT,
      country TEXT,
      source TEXT,
      notes TEXT,
      fields TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL
    ) \(strict);
    \(contactByAddress);

    CREATE TABLE contact_tag (
      contact_id TEXT NOT NULL REFERENCES contact (id),
      tag TEXT NOT NULL,
      PRIMARY KEY (contact_id, tag)
    ) \(keyed);

    CREATE TABLE suppression (
      key TEXT PRIMARY KEY,
      reason TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      created_by TEXT NOT NULL
    ) \(keyed);

    CREATE TABLE content (
      hash TEXT PRIMARY KEY,
      bytes BLOB NOT NULL
    ) \(strict);

    CREATE TABLE campaign (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,
      state TEXT NOT NULL CHECK (state IN ('running', 'paused', 'stopped')),
      revision INTEGER NOT NULL,
      launched_at INTEGER NOT NULL,
      launched_by TEXT NOT NULL
    ) \(keyed);

    CREATE TABLE campaign_file (
      campaign_id TEXT NOT NULL REFERENCES campaign (id),
      revision INTEGER NOT NULL,
      path TEXT NOT NULL,
      hash TEXT NOT NULL REFERENCES content (hash),
      PRIMARY KEY (campaign_id, revision, path)
    ) \(keyed);

    CREATE TABLE campaign_override (
      campaign_id TEXT NOT NULL REFERENCES campaign (id),
      rule TEXT NOT NULL,
      reason TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      created_by TEXT NOT NULL,
      PRIMARY KEY (campaign_id, rule)
    ) \(keyed);

    CREATE TABLE enrollment (
      id TEXT PRIMARY KEY,
      campaign_id TEXT NOT NULL REFERENCES campaign (id),
      contact_id TEXT NOT NULL REFERENCES contact (id),
      state TEXT NOT NULL
        CHECK (state IN ('active', 'held', 'replied', 'finished', 'stopped', 'failed')),
      reason TEXT,
      language TEXT NOT NULL,
      sender TEXT NOT NULL,
      enrolled_at INTEGER NOT NULL,
      changed_at INTEGER NOT NULL,
      UNIQUE (campaign_id, contact_id)
    ) \(strict);
    CREATE INDEX enrollment_by_contact ON enrollment (contact_id);

    CREATE TABLE attempt (
      id TEXT PRIMARY KEY,
      enrollment_id TEXT NOT NULL REFERENCES enrollment (id),
      campaign_id TEXT NOT NULL REFERENCES campaign (id),
      contact_id TEXT NOT NULL REFERENCES contact (id),
      step INTEGER NOT NULL CHECK (step BETWEEN 1 AND 4),
      emphasis TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN
        ('scheduled', 'claimed', 'committing', 'sent', 'failed', 'unknown', 'cancelled')),
      due_at INTEGER NOT NULL,
      reasons TEXT NOT NULL,
      message_id TEXT NOT NULL UNIQUE,
      token INTEGER NOT NULL,
      lease_until INTEGER,
      tries INTEGER NOT NULL,
      revision INTEGER,
      sender TEXT,
      subject TEXT,
      merge TEXT,
      dated_at INTEGER,
      sent_at INTEGER,
      settled_at INTEGER,
      failure TEXT,
      reply TEXT,
      queue_id TEXT,
      UNIQUE (campaign_id, contact_id, step)
    ) \(strict);
    CREATE INDEX attempt_by_due ON attempt (state, due_at);
    CREATE INDEX attempt_by_enrollment ON attempt (enrollment_id, step);
    CREATE INDEX attempt_by_contact ON attempt (contact_id);

    CREATE TABLE sender_hold (
      sender TEXT PRIMARY KEY,
      until INTEGER,
      reason TEXT NOT NULL,
      created_at INTEGER NOT NULL
    ) \(keyed);

    CREATE TABLE inbound (
      id TEXT PRIMARY KEY,
      contact_id TEXT NOT NULL REFERENCES contact (id),
      attempt_id TEXT REFERENCES attempt (id),
      kind TEXT NOT NULL CHECK (kind IN ('reply', 'auto-reply', 'bounce', 'opt-out', 'complaint')),
      outcome TEXT,
      note TEXT,
      received_at INTEGER NOT NULL,
      recorded_at INTEGER NOT NULL,
      recorded_by TEXT NOT NULL
    ) \(strict);
    CREATE INDEX inbound_by_attempt ON inbound (attempt_id);
    CREATE INDEX inbound_by_contact ON inbound (contact_id);

    CREATE TABLE log (
      id TEXT PRIMARY KEY,
      at INTEGER NOT NULL,
      who TEXT NOT NULL,
      action TEXT NOT NULL,
      subject TEXT NOT NULL,
      detail TEXT NOT NULL
    ) \(strict);
    """

  /// What lets only so much go on a day, and only one campaign at a time to a person.
  ///
  /// Days are numbers of days since 1970-01-01 on the team's own calendar; what was sent before is
  /// counted by UTC, which the migration alone knows.
  private static let capsAndCoolingOff = """
    ALTER TABLE attempt ADD COLUMN committed_at INTEGER;
    UPDATE attempt SET committed_at = dated_at WHERE state IN ('committing', 'sent', 'unknown');
    DROP INDEX attempt_by_due;
    CREATE INDEX attempt_by_due ON attempt (state, due_at, step);

    CREATE TABLE sender_day (
      sender TEXT NOT NULL,
      day INTEGER NOT NULL,
      sent INTEGER NOT NULL,
      PRIMARY KEY (sender, day)
    ) \(keyed);
    INSERT INTO sender_day (sender, day, sent)
      SELECT sender, committed_at / 86400000000, count(*) FROM attempt
      WHERE committed_at IS NOT NULL AND sender IS NOT NULL GROUP BY 1, 2;

    CREATE TABLE first_touch_day (
      day INTEGER NOT NULL,
      key TEXT NOT NULL,
      attempt_id TEXT NOT NULL,
      PRIMARY KEY (day, key)
    ) \(keyed);

    CREATE TABLE absence (
      contact_id TEXT PRIMARY KEY REFERENCES contact (id),
      back_on TEXT NOT NULL,
      until_at INTEGER NOT NULL,
      recorded_at INTEGER NOT NULL,
      recorded_by TEXT NOT NULL
    ) \(keyed);

    UPDATE enrollment SET state = 'held', reason = 'another campaign is writing to this person'
    WHERE state = 'active' AND EXISTS (SELECT 1 FROM enrollment other
      WHERE other.contact_id = enrollment.contact_id AND other.state = 'active'
        AND other.id < enrollment.id);
    CREATE UNIQUE INDEX enrollment_active ON enrollment (contact_id) WHERE state = 'active';
    CREATE INDEX enrollment_held ON enrollment (campaign_id) WHERE state = 'held';
    """
}
