/// Finds the word that somebody probably meant.
package enum Suggestion {
  /// The nearest of some words, where one is near enough to be worth naming.
  package static func nearest(to word: String, among words: [String]) -> String? {
    let typed = Array(word.lowercased().unicodeScalars)
    // Longer than any name there is, so no typing slip.
    guard !typed.isEmpty, typed.count <= 40 else { return nil }
    var best: (word: String, distance: Int)?
    for candidate in words {
      let distance = distance(typed, Array(candidate.unicodeScalars))
      if distance <= max(1, typed.count / 3), distance < best?.distance ?? .max {
        best = (candidate, distance)
      }
    }
    if let best { return best.word }
    // A beginning is a good guess too, if only one word has it.
    let continued = words.filter { typed.count >= 2 && $0.hasPrefix(word.lowercased()) }
    return continued.count == 1 ? continued.first : nil
  }

  /// Insertions, deletions, changes and swaps of neighbours that turn one word into the other.
  static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var cost = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          cost = min(cost, beforeLast[j - 1] + 1)
        }
        row.append(cost)
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }
}
