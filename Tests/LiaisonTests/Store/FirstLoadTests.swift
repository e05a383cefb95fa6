import Scheduling
import Testing

@testable import Liaison

struct FirstLoadTests {
  private static let now = Instant(seconds: 1_790_000_000)

  @Test func `an id comes back from its two halves`() {
    var ids = IdentifierSource()
    for _ in 0..<100 {
      let id = ids.next(at: Self.now)
      let (high, low) = IdentifierSource.bits(id)
      #expect(IdentifierSource.text(high, low) == id)
    }
  }

  @Test func `a key is new once and seen ever after`() {
    var seen = SeenKeys()
    let keys = (0..<10_000).map { "person\($0)@example.com" }
    let first = keys.count { seen.insert($0) }
    let second = keys.count { seen.insert($0) }
    let other = seen.insert("somebody.else@example.com")
    #expect(first == 0)
    #expect(second == keys.count)
    #expect(!other)
  }

  @Test func `a prospect is found by its key only`() {
    var load = FirstLoad()
    var ids = IdentifierSource()
    let id = ids.next(at: Self.now)
    #expect(load.prospect("site:works.example") == nil)
    load.add(prospect: id, key: "site:works.example")
    #expect(load.prospect("site:works.example") == id)
    #expect(load.prospect("site:other.example") == nil)
  }

  /// Rows of which some share a prospect, and one address stands twice: at `repeated`, if anywhere.
  private func rows(repeated: Int?) -> String {
    var lines = ["email,first_name,prospect,website,shoe"]
    for number in 0..<60 {
      let person = number == repeated ? 3 : number
      lines.append(
        "p\(person)@mail.example,Name \(number),Works \(number),https://w\(number % 20).example,"
          + "\(number)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func load(
    _ rows: String, policy: DuplicatePolicy, into store: Store
  ) throws -> ImportReport {
    var reader = try ImportReader(
      bytes: Array(rows.utf8), name: "rows.csv",
      options: ImportOptions(zones: try Office.zones.get()))
    return try ProspectImport(store: store, policy: policy, who: "test")
      .run(&reader, from: "rows.csv", at: Self.now)
  }

  private func people(_ store: Store) throws -> [[String?]] {
    var found: [[String?]] = []
    try store.forEachContact {
      found.append([$0.address, $0.firstName, $0.prospect, $0.website, $0.fields["shoe"]])
    }
    return found.filter { $0[0] != "first@mail.example" }
  }

  @Test(arguments: [nil, 5, 40, 59], [DuplicatePolicy.skip, .update])
  func `a first import gives what a later one gives`(
    repeated: Int?, policy: DuplicatePolicy
  ) throws {
    let folder = try TemporaryFolder()
    let rows = rows(repeated: repeated)
    let empty = try Store.create(at: folder.path + "/a.db", now: Self.now)
    let used = try Store.create(at: folder.path + "/b.db", now: Self.now)
    _ = try load(
      "email,website\nfirst@mail.example,https://first.example\n", policy: .skip, into: used)
    let first = try load(rows, policy: policy, into: empty)
    let later = try load(rows, policy: policy, into: used)
    #expect(
      [first.added, first.updated, first.skipped] == [later.added, later.updated, later.skipped])
    #expect(first.added == (repeated == nil ? 60 : 59))
    #expect(try people(empty) == people(used))
    // Both kinds of doubles are refused by the indexes that were made behind the rows.
    #expect(try load(rows, policy: .skip, into: empty).added == 0)
    // Row 5 tells of another site of a prospect that is known, so no prospect is made of it.
    let prospects = repeated == 5 && policy == .update ? 19 : 20
    #expect(try empty.connection.integer("SELECT count(*) FROM prospect") == Int64(prospects))
    let indexes = """
      SELECT count(*) FROM sqlite_schema
      WHERE name IN ('contact_by_address', 'prospect_by_key') AND sql LIKE 'CREATE UNIQUE INDEX%'
      """
    #expect(try empty.connection.integer(indexes) == 2)
  }

  @Test func `a first import that fails leaves the indexes as they were`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.create(at: folder.path + "/a.db", now: Self.now)
    #expect(throws: ImportRefusal.self) {
      _ = try load(rows(repeated: 30), policy: .fail, into: store)
    }
    #expect(try store.contactCount() == 0)
    #expect(try load(rows(repeated: nil), policy: .fail, into: store).added == 60)
    #expect(try load(rows(repeated: nil), policy: .skip, into: store).skipped == 60)
  }
}
