/// The nearest known name to a mistyped one.
package enum UnknownName {
  /// A plain sentence on a name that is not known, with a suggestion where one is near.
  static func message(kind: String, name: String, known: some Collection<String>) -> String {
    if let near = nearest(to: name, among: known) {
      return "unknown \(kind) '\(name.excerpt)': did you mean \(near)?"
    }
    let list = known.sorted()
    if list.isEmpty { return "unknown \(kind) '\(name.excerpt)': there is none here." }
    let shown = list.prefix(12).joined(separator: ", ") + (list.count > 12 ? " …" : "")
    return "unknown \(kind) '\(name.excerpt)': known are \(shown)."
  }

  /// The known name with the fewest typing slips, if there are few enough to call it a slip.
  package static func nearest(to name: String, among known: some Collection<String>) -> String? {
    let typed = plain(name)
    guard !typed.isEmpty, typed.count <= 64 else { return nil }
    let limit = max(1, min(3, typed.count / 3))
    var best: (name: String, distance: Int)?
    for candidate in known.sorted() where candidate.utf8.count <= 64 {
      let distance = slips(typed, plain(candidate))
      if distance <= limit, distance < best?.distance ?? Int.max { best = (candidate, distance) }
    }
    return best?.name
  }

  /// Lower case without separators, so that FirstName and first-name are the same word.
  private static func plain(_ name: String) -> [Unicode.Scalar] {
    name.lowercased().unicodeScalars.filter { $0 != "_" && $0 != "-" && $0 != " " }
  }

  /// Insertions, deletions, replacements and swaps of neighbours (optimal string alignment).
  private static func slips(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    var current = last
    for i in 1...a.count {
      current[0] = i
      for j in 1...b.count {
        let cost = a[i - 1] == b[j - 1] ? 0 : 1
        current[j] = min(last[j] + 1, current[j - 1] + 1, last[j - 1] + cost)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          current[j] = min(current[j], beforeLast[j - 2] + 1)
        }
      }
      (beforeLast, last, current) = (last, current, beforeLast)
    }
    return last[b.count]
  }
}
