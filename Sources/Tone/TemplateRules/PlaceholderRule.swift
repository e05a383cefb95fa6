/// `template.placeholder`: a place that a person was to fill in.
///
/// Finds `[NAME]`, `[Your Name]`, `<name>`, `<first name>`, `XXX`, `XX%` and `$XX`. A link
/// (`[name](…)`), a tick box, a footnote and an HTML tag are none.
struct PlaceholderRule: ComputedRule {
  static let id = "template.placeholder"
  static let severity = Severity.error

  private static let message =
    "This placeholder was never filled in: write what it stands for, or take it out."

  /// Words of which a placeholder consists.
  private static let nouns: Set<String> = [
    "name", "names", "firstname", "lastname", "fullname", "first", "last", "full", "nickname",
    "company", "brand", "channel", "blog", "site", "website", "product", "products", "niche",
    "topic", "video", "post", "article", "link", "url", "date", "day", "time", "month", "amount",
    "price", "rate", "fee", "number", "percent", "percentage", "commission", "discount", "code",
    "title", "position", "role", "recipient", "sender", "signature", "phone", "email", "e-mail",
    "address", "city", "country", "handle", "username", "creator", "influencer", "placeholder",
    "insert", "your", "xx", "xxx", "blank", "deadline", "budget", "campaign", "store", "shop",
    "platform", "greeting", "salutation", "job", "team", "publication", "outlet", "prospect",
  ]
  private static let fillers: Set<String> = [
    "the", "a", "an", "of", "their", "his", "her", "my", "our", "here", "s", "and", "or", "to",
    "for", "specific", "recent", "latest", "goes",
  ]
  /// Placeholder words that are also HTML tags or attributes of their own.
  private static let htmlTags: Set<String> = [
    "title", "link", "address", "time", "code", "video", "article", "s", "a",
  ]

  func places(in draft: Draft) -> [RulePlace] {
    draft.regions.flatMap { region in
      ranges(draft.bytes, region.range).map { RulePlace($0, Self.message) }
    }
  }

  private func ranges(_ bytes: [UInt8], _ region: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = region.lowerBound
    while index < region.upperBound {
      let end: Int? =
        switch bytes[index] {
        case UInt8(ascii: "["): bracketed(bytes, index, region, closing: UInt8(ascii: "]"))
        case UInt8(ascii: "<"): bracketed(bytes, index, region, closing: UInt8(ascii: ">"))
        case UInt8(ascii: "X"): crosses(bytes, index, region)
        default: nil
        }
      if let end {
        let hasSign = bytes[index] == UInt8(ascii: "X") && isDollar(bytes, index - 1, region)
        found.append((hasSign ? index - 1 : index)..<end)
        index = end
      } else {
        index += 1
      }
    }
    return found
  }

  private func isDollar(_ bytes: [UInt8], _ index: Int, _ region: Range<Int>) -> Bool {
    region.contains(index) && bytes[index] == UInt8(ascii: "$")
  }

  private func bracketed(
    _ bytes: [UInt8], _ start: Int, _ region: Range<Int>, closing: UInt8
  ) -> Int? {
    let isAngle = closing == UInt8(ascii: ">")
    let limit = min(region.upperBound, start + TagName.longest)
    var close = start + 1
    while close < limit, bytes[close] != closing {
      let byte = bytes[close]
      if byte == ASCII.newline || byte == bytes[start] { return nil }
      close += 1
    }
    guard close < limit, close > start + 1 else { return nil }
    let after = close + 1 < region.upperBound ? bytes[close + 1] : 0
    let isLink = after == UInt8(ascii: "(") || after == closing || after == UInt8(ascii: "[")
    if !isAngle, isLink || after == UInt8(ascii: ":") && !isCapitals(bytes[(start + 1)..<close]) {
      return nil
    }
    let text = bytes[(start + 1)..<close]
    return isPlaceholder(text, isAngle: isAngle) ? close + 1 : nil
  }

  private func isPlaceholder(_ text: ArraySlice<UInt8>, isAngle: Bool) -> Bool {
    let separators = Set(" _-'/".utf8)
    let isWordByte = { (byte: UInt8) in ASCII.isAlphanumeric(byte) || separators.contains(byte) }
    guard text.allSatisfy(isWordByte) || text.starts(with: "insert ".utf8) else { return false }
    let words = text.split { separators.contains($0) }
      .map { String(decoding: $0, as: UTF8.self).lowercased() }
    guard let first = words.first else { return false }
    if !isAngle, isCapitals(text), text.contains(UInt8(ascii: "_")) { return true }
    if first == "insert" || first == "your", words.count > 1 { return true }
    if isAngle, words.count == 1, Self.htmlTags.contains(first) { return false }
    if isAngle, text.first == UInt8(ascii: "/") { return false }
    return words.contains { Self.nouns.contains($0) }
      && words.allSatisfy { Self.nouns.contains($0) || Self.fillers.contains($0) }
  }

  private func isCapitals(_ text: ArraySlice<UInt8>) -> Bool {
    text.contains(where: ASCII.isUpper) && !text.contains(where: ASCII.isLower)
  }

  /// `XXX` as a word, or `XX` beside a currency or per-cent sign.
  private func crosses(_ bytes: [UInt8], _ start: Int, _ region: Range<Int>) -> Int? {
    if start > region.lowerBound, isWordByte(bytes[start - 1]) { return nil }
    var end = start
    while end < region.upperBound, bytes[end] == UInt8(ascii: "X") { end += 1 }
    let after = end < region.upperBound ? bytes[end] : 0
    let isPercent = after == UInt8(ascii: "%")
    guard !isWordByte(after) else { return nil }
    switch end - start {
    case 3...: return isPercent ? end + 1 : end
    case 2 where isPercent: return end + 1
    case 2 where isDollar(bytes, start - 1, region): return end
    default: return nil
    }
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    ASCII.isAlphanumeric(byte) || byte >= 0x80 || byte == UInt8(ascii: "_")
  }
}
