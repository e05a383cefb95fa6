extension SMTPReply {
  /// The name under which the server queued the message, where its final reply gives one.
  ///
  /// Every server words this in its own way; these are the wordings of Postfix (`queued as X`),
  /// Exim (`OK id=X`), Sendmail (`X Message accepted for delivery`), Gmail (`OK … X - gsmtp`) and
  /// Amazon SES (`Ok X`). Only for people who look a message up in a server's log.
  var queueID: String? {
    guard code == 250 else { return nil }
    let words = text.split { $0 == " " || $0 == "\n" }
    let lower = words.map { $0.lowercased() }
    var found: Substring?
    if let at = lower.indices.first(where: {
      lower[$0] == "as" && $0 > 0 && lower[$0 - 1] == "queued"
    }) {
      found = at + 1 < words.count ? words[at + 1] : nil
    } else if let word = words.first(where: { $0.lowercased().hasPrefix("id=") }) {
      found = word.dropFirst(3)
    } else if let at = lower.indices.first(where: { lower[$0] == "message" && $0 > 0 }),
      lower[at...].starts(with: ["message", "accepted", "for", "delivery"])
    {
      found = words[at - 1]
    } else if lower.count >= 3, lower.suffix(2) == ["-", "gsmtp"] {
      found = words[words.count - 3]
    } else if lower.count == 2, lower[0] == "ok", words[1].utf8.count >= 16 {
      found = words[1]
    }
    guard let found else { return nil }
    let trimmed = found.drop { "<(\"".contains($0) }
    let end = trimmed.firstIndex { ">)\",;".contains($0) } ?? trimmed.endIndex
    var id = trimmed[..<end]
    while id.last == "." { id.removeLast() }
    return id.isEmpty ? nil : String(id.prefix(128))
  }
}
