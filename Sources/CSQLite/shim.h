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

// sqlite3_config is variadic, which Swift cannot call. Counting the memory in use takes a lock on
// every allocation, and nobody asks for the count.
static inline int csqlite_do_not_count_memory(void) {
  return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}
