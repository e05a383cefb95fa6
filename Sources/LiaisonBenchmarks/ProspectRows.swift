import Foundation

/// Writes a prospects file of made-up people, always the same for the same number of rows.
///
/// Each row has `email,first_name,last_name,prospect,kind,website,country,language,timezone,source,
/// audience,recent_work`, the last a column that maps to nothing and is kept as the contact's own.
/// Addresses are all different and in no order, as in a list that grew; every fifth row belongs to
/// a prospect that another row has too; an eighth of the names are not ASCII; every tenth
/// `recent_work` is quoted, with a comma inside, and a quarter of them are empty. That is about 190
/// bytes a row.
struct ProspectRows {
  static let header =
    "email,first_name,last_name,prospect,kind,website,country,language,timezone,source,audience,"
    + "recent_work"

  private static let first = [
    "Maya", "Jonas", "Chloé", "Diego", "Emre", "Sofía", "Liam", "Ava", "Noah", "Olivia", "Elif",
    "Hannah", "Lukas", "Aiko", "Minjun", "Wei", "Priya", "Omar", "Zoë", "Ivan", "Karin", "Pedro",
    "Anna", "Tom",
  ]
  private static let last = [
    "Fischer", "Martin", "Kaya", "García", "Smith", "Rossi", "Novak", "Kim", "Tanaka", "Chen",
    "Brown", "Silva", "Jansen", "Müller", "Haddad", "Olsen", "Petrov", "Dubois", "Lopez", "Meyer",
  ]
  private static let kinds = [
    "creator", "creator", "creator", "media", "content", "coupon", "cashback", "app",
  ]
  private static let places = [
    ("DE", "de", "Europe/Berlin"), ("GB", "en", "Europe/London"), ("FR", "fr", "Europe/Paris"),
    ("ES", "es", "Europe/Madrid"), ("US", "en", "America/New_York"),
    ("US", "en", "America/Los_Angeles"), ("BR", "pt-BR", "America/Sao_Paulo"),
    ("JP", "ja", "Asia/Tokyo"), ("KR", "ko", "Asia/Seoul"), ("CN", "zh-Hans", "Asia/Shanghai"),
    ("TW", "zh-Hant", "Asia/Taipei"), ("AE", "ar", "Asia/Dubai"), ("IN", "en", "Asia/Kolkata"),
    ("AU", "en", "Australia/Sydney"), ("NP", "en", "Asia/Kathmandu"),
    ("CA", "fr", "America/Toronto"), ("MX", "es", "America/Mexico_City"),
    ("ZA", "en", "Africa/Johannesburg"), ("NZ", "en", "Pacific/Auckland"),
    ("SE", "en", "Europe/Stockholm"),
  ]
  private static let sources = [
    "contact-page", "community", "tool", "referral", "platform-default",
  ]
  private static let words = [
    "rain", "city", "winter", "bike", "coffee", "night", "river", "market", "garden", "north",
    "slow", "bright", "paper", "wild", "salt", "green",
  ]

  private var random = Sequence64(state: 2026)

  /// Writes `count` rows below a header.
  ///
  /// - Parameter kind: the kind of every prospect, where they are to be alike; then nobody shares one,
  ///   for only one of them could be written to first on a day.
  static func write(_ count: Int, to path: String, kind: String? = nil) throws {
    try Data().write(to: URL(filePath: path))
    let file = try FileHandle(forWritingTo: URL(filePath: path))
    defer { try? file.close() }
    var rows = ProspectRows()
    var text = header + "\n"
    for number in 0..<count {
      rows.append(number, of: count, kind: kind, to: &text)
      if text.utf8.count > 1 << 20 {
        try file.write(contentsOf: Data(text.utf8))
        text = ""
      }
    }
    try file.write(contentsOf: Data(text.utf8))
  }

  private mutating func append(_ number: Int, of count: Int, kind: String?, to text: inout String) {
    // Stepping by a prime that divides none of the sizes in use visits every number once.
    let scattered = (number &* 7_368_787) % count
    let name = pick(Self.first)
    let surname = pick(Self.last)
    let plain = "\(pick(Self.words)).\(pick(Self.words))"
    let prospect = kind == nil && scattered % 5 == 4 ? scattered - 1 : scattered
    let place = pick(Self.places)
    text += "\(plain)\(scattered)@\(pick(Self.words))\(prospect % 5_000).example,"
    text += "\(name),\(surname),\(pick(Self.words)) Works \(prospect),\(kind ?? pick(Self.kinds)),"
    text += "https://works-\(prospect).example,\(place.0),\(place.1),\(place.2),"
    text += "\(pick(Self.sources)),\(random.next() % 900_000 + 500),"
    switch scattered % 20 {
    case 0...4: break
    case 5, 6: text += "\"A \(pick(Self.words)) day, \(pick(Self.words)) and all\""
    default: text += "The \(pick(Self.words)) \(pick(Self.words)) film"
    }
    text += "\n"
  }

  private mutating func pick<Element>(_ list: [Element]) -> Element {
    list[Int(random.next() % UInt64(list.count))]
  }
}

/// A small seeded generator (Steele, Lea and Flood 2014), so that every run measures the same.
struct Sequence64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
