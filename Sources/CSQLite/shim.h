#pragma once
#include <sqlite3.h>

// SQLITE_TRANSIENT is a pointer cast, which Swift does not import; these two have it inside.

// An empty text may come without a pointer; a null pointer would bind NULL.
static inline int csqlite_bind_text(sqlite3_stmt *statement, int index, const char *text, int bytes) {
  return sqlite3_bind_text(statement, index, text ? text : "", bytes, SQLITE_TRANSIENT);
}

static inline int csqlite_bind_blob(sqlite3_stmt *statement, int index, const void *blob, int bytes) {
  return sqlite3_bind_blob(statement, index, blob, bytes, SQLITE_TRANSIENT);
}
