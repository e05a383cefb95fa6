/// One named, append-only step of a schema's history.
package struct Migration: Sendable {
  package let name: String
  package let statements: String

  package init(_ name: String, _ statements: String) {
    self.name = name
    self.statements = statements
  }
}

/// Why a database's schema cannot be used by this program.
package enum SchemaError: Error, Hashable {
  /// The file is a database, but of another program.
  case foreign(applicationID: Int64)
  /// The file was written by a newer version of this program.
  case newer(found: Int, known: Int)
}

extension Connection {
  /// Brings the schema to the newest of `migrations`, each in its own transaction.
  ///
  /// A new file (`application_id` 0 and no tables) is marked with `applicationID` first, if
  /// `isNew` says that this program just created it. `user_version` counts the steps done.
  package func migrate(
    _ migrations: [Migration], applicationID: Int64, isNew: Bool = false
  ) throws {
    if !isNew { try checkSchema(migrations, applicationID: applicationID) }
    for (offset, migration) in migrations.enumerated() {
      guard try integer("PRAGMA user_version") == Int64(offset) else { continue }
      try write {
        // Somebody else may have done this step while we waited for the lock.
        guard try integer("PRAGMA user_version") == Int64(offset) else { return }
        if isNew, offset == 0 { try execute("PRAGMA application_id = \(applicationID)") }
        try execute(migration.statements)
        try execute("PRAGMA user_version = \(offset + 1)")
      }
    }
  }

  /// Refuses a database of another program or of a newer version of this one.
  package func checkSchema(_ migrations: [Migration], applicationID: Int64) throws {
    let found = try integer("PRAGMA application_id")
    guard found == applicationID else { throw SchemaError.foreign(applicationID: found) }
    let version = Int(try integer("PRAGMA user_version"))
    guard version <= migrations.count else {
      throw SchemaError.newer(found: version, known: migrations.count)
    }
  }
}
