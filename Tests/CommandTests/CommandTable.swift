import Foundation

/// Every command with arguments that it can do its work with in a launched workspace.
struct CommandCase: CustomStringConvertible, Sendable {
  /// What a command needs of the workspace.
  enum Need: Sendable {
    /// None at all.
    case nothing
    /// The configuration, not the database.
    case configuration
    /// To read the database.
    case read
    /// To write the database.
    case write
  }

  let path: [String]
  let rest: [String]
  let need: Need
  /// The exit code where all is well.
  let code: Int32

  init(_ path: String, _ rest: [String] = [], _ need: Need, code: Int32 = 0) {
    self.path = path.split(separator: " ").map(String.init)
    self.rest = rest
    self.need = need
    self.code = code
  }

  var arguments: [String] { path + rest }
  var name: String { path.joined(separator: " ") }
  var description: String { "liaison " + arguments.joined(separator: " ") }

  static let maya = "maya@rainydayrides.example"

  private static let nextWeek = Date.now.addingTimeInterval(7 * 86_400)
    .formatted(.iso8601.year().month().day())

  /// In an order in which each works after the ones before it.
  ///
  /// `init`, `demo` and `restore` make a workspace or its database and have tests of their own.
  static let all = [
    CommandCase("help", ["plan"], .nothing),
    CommandCase("when", ["Asia/Tokyo"], .nothing),
    CommandCase("completion", ["bash"], .nothing),
    // The example's mailbox has no password here, which is a fault to be told.
    CommandCase("doctor", [], .nothing, code: 1),
    CommandCase("lint", ["templates/creators/1-brand-story.md"], .configuration),
    CommandCase("template check", [], .configuration),
    CommandCase("brand check", [], .read),
    CommandCase("import", ["prospects.csv"], .write),
    CommandCase("prospect list", ["--where", "country = US"], .read),
    CommandCase("segment save", ["us", "country = US"], .read),
    CommandCase("segment show", ["us"], .read),
    CommandCase("segment list", [], .configuration),
    CommandCase("segment remove", ["us"], .configuration),
    CommandCase("campaign check", ["spring"], .read),
    CommandCase("campaign launch", ["spring"], .write),
    CommandCase("campaign pause", ["spring"], .write),
    CommandCase("campaign resume", ["spring"], .write),
    CommandCase("campaign list", [], .read),
    CommandCase("plan", [], .read),
    CommandCase("log", [], .read),
    CommandCase("contact export", [maya], .read),
    CommandCase("why", [maya], .read),
    CommandCase("simulate", ["spring"], .read),
    CommandCase("preview", ["spring", maya, "--at", "2026-11-24T10:00:00Z"], .read),
    CommandCase("send", ["--at", "2026-11-01T00:00:00Z"], .read),
    CommandCase("send", ["--live", "--limit", "1"], .write),
    CommandCase("away", [maya, "--until", nextWeek], .write),
    CommandCase("invite", [maya, "--at", "\(nextWeek) 15:00"], .read),
    CommandCase("reply", [maya, "--outcome", "question"], .write),
    CommandCase("resolve", [], .read),
    CommandCase("stats", [], .read),
    CommandCase("sender list", [], .read),
    CommandCase("sender release", ["me"], .write),
    CommandCase("suppress add", ["@example.org", "--reason", "asked by phone"], .write),
    CommandCase("suppress list", [], .read),
    CommandCase("suppress export", [], .read),
    CommandCase("suppress import", ["prospects.csv"], .write),
    CommandCase("suppress remove", ["@example.org"], .write),
    CommandCase("backup", ["backups.db", "--force"], .write),
    CommandCase("contact erase", [maya, "--yes"], .write),
    CommandCase("campaign stop", ["spring"], .write),
  ]
}
