extension MailDate {
  /// Reads the date of a message, RFC 5322 or what programs make of it; `nil` where it is none.
  ///
  /// The weekday is not looked at; obsolete zone names and two-digit years are read as section 4.3
  /// says, and a zone that nobody knows as UTC.
  package init?(reading raw: ArraySlice<UInt8>) {
    let bytes = HeaderText.withoutComments(raw.prefix(200))
    let words = bytes.split { $0 <= 0x20 || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "-") }
    let isZoneNegative = Self.hasMinusZone(bytes)
    var day: Int?
    var month: Int?
    var year: Int?
    var time: (hour: Int, minute: Int, second: Int)?
    var offset = 0
    for word in words.prefix(12) {
      let text = String(decoding: word, as: UTF8.self).lowercased()
      if word.contains(UInt8(ascii: ":")) {
        let numbers = text.split(separator: ":").map { Int($0.prefix { $0.isNumber }) ?? -1 }
        guard numbers.count >= 2, (0...23).contains(numbers[0]), (0...59).contains(numbers[1])
        else { return nil }
        let second = numbers.count > 2 ? numbers[2] : 0
        time = (numbers[0], numbers[1], min(max(second, 0), 59))
      } else if month == nil, let number = Self.month(text) {
        month = number
      } else if time != nil, word.count == 4 || word.count == 5,
        let zone = Int(text.drop { $0 == "+" }), year != nil || word.count == 5
      {
        let seconds = (zone / 100 * 60 + zone % 100) * 60
        if seconds < 86_400 { offset = isZoneNegative ? -seconds : seconds }
      } else if let number = Int(text), number >= 0 {
        if day == nil, number <= 31, word.count <= 2 {
          day = number
        } else if year == nil {
          year = word.count == 2 ? number + (number < 50 ? 2000 : 1900) : number
          if word.count == 3 { year = number + 1900 }
        }
      } else if time != nil, let hours = Self.zones[text] {
        offset = hours * 3600
      }
    }
    guard let day, let month, let year, (1900...9999).contains(year), (1...31).contains(day) else {
      return nil
    }
    let days = CalendarDay(year: year, month: month, day: day).daysSince1970
    let clock = time ?? (0, 0, 0)
    let seconds =
      Int64(days) * 86_400 + Int64(clock.hour * 3600 + clock.minute * 60 + clock.second)
      - Int64(offset)
    guard let date = try? MailDate(seconds: seconds, offsetSeconds: offset) else { return nil }
    self = date
  }

  /// The day by the sender's clock.
  package var day: CalendarDay {
    let local = seconds + Int64(offsetSeconds)
    let days = local / 86_400 - (local % 86_400 < 0 ? 1 : 0)
    return CalendarDay(daysSince1970: Int(days))
  }

  private static func hasMinusZone(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let colon = bytes.lastIndex(of: UInt8(ascii: ":")) else { return false }
    return bytes[colon...].contains(UInt8(ascii: "-"))
  }

  private static func month(_ text: String) -> Int? {
    guard text.utf8.count >= 3 else { return nil }
    let names = [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    return names.firstIndex { text.hasPrefix($0) }.map { $0 + 1 }
  }

  private static let zones: [String: Int] = [
    "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7,
    "jst": 9, "cet": 1, "cest": 2, "bst": 1, "eet": 2, "eest": 3, "msk": 3,
  ]
}
