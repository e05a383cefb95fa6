#pragma once
#include <stddef.h>

/// A file of Templates/ as it was when the program was built.
struct ctemplates_file {
  /// The path below Templates/.
  const char *path;
  const unsigned char *bytes;
  size_t count;
};

/// How many files there are.
extern const size_t ctemplates_count;

/// The first of the files, which stand in the order of their paths; never freed or changed.
const struct ctemplates_file *ctemplates_files(void);
