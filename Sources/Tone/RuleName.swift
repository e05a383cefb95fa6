/// The form of a rule's name: `group.name`, lower-case letters, digits and inner hyphens.
enum RuleName {
  static func isValid(_ name: String) -> Bool {
    let parts = name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy(isWord)
  }

  /// The part before the dot, or the whole name where there is none.
  static func group(of name: String) -> String {
    String(name.prefix { $0 != "." })
  }

  private static func isWord(_ part: Substring.UTF8View) -> Bool {
    guard let first = part.first, let last = part.last else { return false }
    let hyphen = UInt8(ascii: "-")
    guard ASCII.isLower(first), last != hyphen else { return false }
    return part.allSatisfy { ASCII.isLower($0) || ASCII.isDigit($0) || $0 == hyphen }
  }
}
