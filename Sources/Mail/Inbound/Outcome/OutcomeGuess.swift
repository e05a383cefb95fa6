/// What an answer seems to come to: a suggestion for the person who reads it, never a fact.
package enum OutcomeGuess: Sendable, Hashable {
  case interested
  case question
  case price
  case notNow
  case notInterested
  /// Somebody else is the one to ask; with the address, where the text names one.
  case wrongPerson(address: String?)

  /// Guesses from the person's own words; `nil` where nothing speaks for anything.
  init?(words: String, from: String?) {
    let text = FoldedText(words, limit: 4000).bytes
    var found: Set<OutcomePhrases.Sign> = []
    for match in OutcomePhrases.table.matches(in: text) { found.insert(match.meaning) }
    let asks = text.contains(UInt8(ascii: "?"))
    if found.contains(.elsewhere) {
      let others = AddressScan.all(in: Array(words.utf8.prefix(4000))[...]).map(\.address)
      self = .wrongPerson(address: others.first { $0.lowercased() != from?.lowercased() })
    } else if found.contains(.refusal) {
      self = .notInterested
    } else if found.contains(.later) {
      self = .notNow
    } else if found.contains(.price) {
      self = .price
    } else if found.contains(.interest) {
      self = .interested
    } else if asks {
      self = .question
    } else {
      return nil
    }
  }
}
