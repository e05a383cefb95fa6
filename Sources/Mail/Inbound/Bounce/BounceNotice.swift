/// The part of a bounce that a person reads, taken apart: who is named in it, and what is said of whom.
struct BounceNotice {
  private let lines: [ArraySlice<UInt8>]
  /// The addresses that are named as recipients, in order, and the line where each is named first.
  private(set) var recipients: [(address: String, line: Int)] = []

  /// The lines that speak of each recipient, by its address in lower case.
  private var said: [String: [Int]] = [:]

  /// How clearly a place names a recipient; the clearest places of a notice count.
  private enum Clarity: Int { case startsLine, named, to, somewhere }

  /// - Parameter strangers: addresses, in lower case, that are the sender's or the reporter's.
  init(_ text: String, strangers: Set<String>) {
    let bytes = Array(text.utf8.prefix(64 * 1024))
    lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(\.trimmedBlanks)
    var found: [(clarity: Clarity, address: String, line: Int)] = []
    for (number, line) in lines.enumerated() where line.contains(UInt8(ascii: "@")) {
      // `maya@example.com <maya@example.org>`: the first is but a name.
      var nameStart: Int?
      let places = AddressScan.all(in: line)
      for (order, place) in places.enumerated() {
        let start = nameStart ?? place.range.lowerBound
        if order + 1 < places.count,
          line[place.range.upperBound..<places[order + 1].range.lowerBound].elementsEqual(" <".utf8)
        {
          nameStart = start
          continue
        }
        nameStart = nil
        guard let clarity = Self.clarity(of: line[..<start]) else { continue }
        found.append((clarity, place.address, number))
        if found.count > 10_000 { break }
      }
    }
    var candidates = found.filter { !strangers.contains($0.address.lowercased()) }
    if candidates.isEmpty {
      candidates = found.filter { $0.clarity.rawValue < Clarity.to.rawValue }
    }
    guard let best = candidates.map(\.clarity.rawValue).min() else { return }
    var seen: Set<String> = []
    for candidate in candidates where candidate.clarity.rawValue == best {
      if seen.insert(candidate.address.lowercased()).inserted {
        recipients.append((candidate.address, candidate.line))
        // Anything may be named somewhere; the first is the one that it is about.
        if best == Clarity.somewhere.rawValue || best == Clarity.to.rawValue { break }
      }
    }
    sortLines()
  }

  /// What is said of a recipient: all of it where there is but one, else from its line to the next.
  func text(of address: String) -> String {
    guard recipients.count > 1 else { return joined(lines) }
    return joined((said[address.lowercased()] ?? []).map { lines[$0] })
  }

  /// Sorts the lines by whom they speak of: by the address in them, else by the one named before.
  private mutating func sortLines() {
    guard recipients.count > 1 else { return }
    let starts = Dictionary(recipients.map { ($0.line, $0.address.lowercased()) }) { one, _ in one }
    let keys = Set(starts.values)
    var current: String?
    for (number, line) in lines.enumerated() {
      if let start = starts[number] { current = start }
      var named: Set<String> = []
      if line.contains(UInt8(ascii: "@")) {
        named = Set(AddressScan.all(in: line).map { $0.address.lowercased() }).intersection(keys)
      }
      if named.isEmpty, let current { named = [current] }
      for key in named { said[key, default: []].append(number) }
    }
  }

  private func joined(_ lines: [ArraySlice<UInt8>]) -> String {
    String(decoding: Array(lines.joined(separator: [0x0A])), as: UTF8.self)
  }

  /// What the words before an address say it is; `nil` where it is somebody else's.
  private static func clarity(of before: ArraySlice<UInt8>) -> Clarity? {
    var start = before.trimmedBlanks
    // Quote marks, bullets and what else decorates the start of a line.
    while let byte = start.first, !byte.isAlphanumeric, byte < 0x80 { start = start.dropFirst() }
    if start.isEmpty { return .startsLine }
    var words = FoldedText(String(decoding: before.suffix(60), as: UTF8.self)).bytes[...]
    while let byte = words.last, !byte.isAlphanumeric, byte < 0x80 { words = words.dropLast() }
    let text = String(decoding: words, as: UTF8.self)
    // `550 5.1.1 <maya@example.com>... User unknown`
    if words.allSatisfy({ $0.isDigit || $0 == 0x2E || $0 == 0x2D || $0 == 0x20 || $0 == 0x3C }) {
      return .named
    }
    if named.contains(where: { text.hasSuffix($0) }) { return .named }
    if others.contains(where: { text.hasSuffix($0) }) { return nil }
    return text == "to" || text.hasSuffix(" to") ? .to : .somewhere
  }

  private static let others = [
    "from", "contact", "sender", "mailto", "support", "reply-to", "cc", "bcc", "return-path",
    "message-id", "write to", "address you sent from", "postmaster", "administrator", "id",
    "references", "in-reply-to", "please mail", "email us at", "mail us at",
  ]

  private static let named = [
    "recipient", "recipients", "recipient address", "final-recipient", "rfc822", "rcpt to", "rcpt",
    "rcptto", "deliver your mail to", "delivering your mail to", "deliver message to",
    "deliver the message to", "deliver mail to", "message to", "mail to", "delivery to",
    "delivered to", "rejected recipient", "userid", "user", "mailbox", "address", "account",
    "failed for", "addressed to", "destinataire", "empfanger", "destinatario", "adressat",
    "получатель", "адресат", "收件人", "宛先", "受信者", "email to", "failed recipient", "forward to",
  ]
}
