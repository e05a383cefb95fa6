/// Reads days as people write them in ten languages, from folded text.
enum DayReader {
  /// The first day in a stretch of text.
  static func first(in text: [UInt8], from: Int, to: Int, sent: CalendarDay) -> CalendarDay? {
    days(in: text, from: from, to: to, sent: sent).first
  }

  /// The last day in a stretch of text.
  static func last(in text: [UInt8], from: Int, to: Int, sent: CalendarDay) -> CalendarDay? {
    days(in: text, from: from, to: to, sent: sent).last
  }

  /// The end of the first span, such as `July 10-31` or `12. - 30.11.`.
  static func spanEnd(in text: [UInt8], sent: CalendarDay) -> CalendarDay? {
    let tokens = tokens(in: text, from: 0, to: text.count)
    for index in tokens.indices.dropFirst(2) {
      guard case .dash = tokens[index - 1], case .number(let end, _) = tokens[index],
        case .number(let start, _) = tokens[index - 2], start < end, end <= 31
      else { continue }
      // The month stands before the span or behind it.
      if index >= 3, case .month(let month) = tokens[index - 3] {
        return day(month, end, year: nil, sent: sent)
      }
      let behind = tokens[(index + 1)...].prefix(2)
      for token in behind {
        if case .month(let month) = token { return day(month, end, year: nil, sent: sent) }
      }
    }
    let found = days(in: text, from: 0, to: min(text.count, 1500), sent: sent)
    guard found.count >= 2 else { return nil }
    for index in found.indices.dropFirst() where found[index - 1] < found[index] {
      return found[index]
    }
    return nil
  }

  private enum Token {
    case number(Int, width: Int)
    case month(Int)
    case weekday(Int)
    case slash, dot, dash, other
    case yearMark, monthMark, dayMark
  }

  private static func days(
    in text: [UInt8], from: Int, to: Int, sent: CalendarDay
  ) -> [CalendarDay] {
    let tokens = tokens(in: text, from: from, to: to)
    var found: [CalendarDay] = []
    var index = 0
    while index < tokens.count {
      if let (day, next) = day(tokens, index, sent: sent) {
        found.append(day)
        index = next
      } else {
        index += 1
      }
    }
    if found.isEmpty {
      for token in tokens.prefix(3) {
        if case .weekday(let weekday) = token {
          let ahead = (weekday - sent.weekday + 7) % 7
          return [sent.adding(days: ahead == 0 ? 7 : ahead)]
        }
      }
    }
    return found
  }

  private static func day(
    _ tokens: [Token], _ start: Int, sent: CalendarDay
  ) -> (CalendarDay, Int)? {
    func number(_ offset: Int) -> (value: Int, width: Int)? {
      guard start + offset < tokens.count,
        case .number(let value, let width) = tokens[start + offset]
      else { return nil }
      return (value, width)
    }
    func isMark(_ offset: Int, _ test: (Token) -> Bool) -> Bool {
      start + offset < tokens.count && test(tokens[start + offset])
    }
    func isSeparator(_ offset: Int) -> Bool {
      isMark(offset) {
        if case .slash = $0 {
          true
        } else if case .dot = $0 {
          true
        } else if case .dash = $0 {
          true
        } else {
          false
        }
      }
    }
    // 2026年11月30日, 11月30日, 11월 30일
    if let month = number(0), isMark(1, { if case .monthMark = $0 { true } else { false } }),
      let date = number(2)
    {
      return day(month.value, date.value, year: nil, sent: sent).map { ($0, start + 3) }
    }
    if let year = number(0), isMark(1, { if case .yearMark = $0 { true } else { false } }),
      let month = number(2), isMark(3, { if case .monthMark = $0 { true } else { false } }),
      let date = number(4)
    {
      return day(month.value, date.value, year: year.value, sent: sent).map { ($0, start + 5) }
    }
    // 30 November 2026, 30. November, 30th of November
    if let date = number(0), date.width <= 2 {
      var next = 1
      while isMark(
        next, { if case .dot = $0 { true } else if case .other = $0 { true } else { false } }),
        next < 4
      { next += 1 }
      if start + next < tokens.count, case .month(let month) = tokens[start + next] {
        var year: Int?
        var end = next + 1
        if isMark(end, { if case .other = $0 { true } else { false } }),
          let after = number(end + 1), after.width == 4
        {
          end += 1
        }
        if let after = number(end), after.width == 4 {
          year = after.value
          end += 1
        }
        if let result = day(month, date.value, year: year, sent: sent) {
          return (result, start + end)
        }
      }
    }
    // November 30, 2026
    if case .month(let month) = tokens[start], let date = number(1), date.width <= 2 {
      var year: Int?
      var end = 2
      if let after = number(end), after.width == 4 {
        year = after.value
        end += 1
      }
      // `July 10-31` ends on the 31st.
      if year == nil, isMark(2, { if case .dash = $0 { true } else { false } }),
        let last = number(3),
        last.width <= 2, last.value > date.value
      {
        return day(month, last.value, year: nil, sent: sent).map { ($0, start + 4) }
      }
      return day(month, date.value, year: year, sent: sent).map { ($0, start + end) }
    }
    // 2026-11-30, 30/11/2026, 30.11., 11/30
    guard let one = number(0), isSeparator(1), let two = number(2) else { return nil }
    if one.width == 4, isSeparator(3), let three = number(4) {
      return day(two.value, three.value, year: one.value, sent: sent).map { ($0, start + 5) }
    }
    guard one.width <= 2, two.width <= 2 else { return nil }
    var year: Int?
    var end = 3
    if isSeparator(3), let three = number(4), three.width == 4 || three.width == 2 {
      year = three.width == 2 ? 2000 + three.value : three.value
      end = 5
    }
    let isDashed = isMark(1) { if case .dash = $0 { true } else { false } }
    if isDashed && year == nil { return nil }
    let (first, second) = two.value > 12 ? (two.value, one.value) : (one.value, two.value)
    return day(second, first, year: year, sent: sent).map { ($0, start + end) }
  }

  /// The day, with the next year that fits where none is given.
  private static func day(_ month: Int, _ date: Int, year: Int?, sent: CalendarDay) -> CalendarDay?
  {
    guard (1...12).contains(month), (1...31).contains(date) else { return nil }
    if let year, !(1990...2200).contains(year) { return nil }
    var result = CalendarDay(year: year ?? sent.year, month: month, day: date)
    // A little before it was sent is a day that has passed, not one in a year.
    if year == nil, result.daysSince1970 + 60 < sent.daysSince1970 {
      result = CalendarDay(year: sent.year + 1, month: month, day: date)
    }
    return result.isReal ? result : nil
  }

  private static func tokens(in text: [UInt8], from: Int, to: Int) -> [Token] {
    var found: [Token] = []
    var index = from
    while index < to, found.count < 600 {
      let byte = text[index]
      if byte.isDigit {
        var value = 0
        let start = index
        while index < to, text[index].isDigit {
          if index - start < 6 { value = value * 10 + Int(text[index] - 0x30) }
          index += 1
        }
        found.append(.number(value, width: index - start))
        // 30th, 1st, 2nd, 3rd, 1er, 1º
        for ending in ["th", "st", "nd", "rd", "er", "eme", "º", "ª", "e"] {
          let bytes = Array(ending.utf8)
          if text[index..<to].starts(with: bytes),
            index + bytes.count >= to || !text[index + bytes.count].isAlphanumeric
          {
            index += bytes.count
            break
          }
        }
      } else if byte.isAlphanumeric {
        let start = index
        while index < to, text[index].isAlphanumeric { index += 1 }
        let word = String(decoding: text[start..<index], as: UTF8.self)
        if let month = CalendarWords.month(word) {
          found.append(.month(month))
        } else if let weekday = CalendarWords.weekday(word) {
          found.append(.weekday(weekday))
        } else {
          found.append(.other)
        }
      } else if byte >= 0x80 {
        var end = index + 1
        while end < to, text[end] & 0xC0 == 0x80 { end += 1 }
        switch String(decoding: text[index..<end], as: UTF8.self) {
        case "年", "년": found.append(.yearMark)
        case "月", "월": found.append(.monthMark)
        case "日", "일", "号", "號": found.append(.dayMark)
        default: found.append(.other)
        }
        index = end
      } else {
        switch byte {
        case UInt8(ascii: "/"): found.append(.slash)
        case UInt8(ascii: "."): found.append(.dot)
        case UInt8(ascii: "-"): found.append(.dash)
        default: break
        }
        index += 1
      }
    }
    return found
  }
}
