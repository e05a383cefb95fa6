/// An amount of money: `49.90` with the currency of the filter, or `EUR 49.90` and `49.90 EUR`.
struct MoneyText {
  let number: NumberText
  /// The ISO 4217 code.
  let code: String

  init(_ text: String, code: String?) throws(FilterFault) {
    let words = text.split(separator: " ").map(String.init)
    if words.count == 2 {
      for (word, amount) in [(words[0], words[1]), (words[1], words[0])] {
        guard let own = MoneyText.code(word) else { continue }
        if let code, code != own {
          throw FilterFault(message: "'\(text.excerpt)' is not in \(code)")
        }
        self.number = try NumberText.required(amount)
        self.code = own
        return
      }
    }
    guard let code else {
      throw FilterFault(message: "'\(text.excerpt)' names no currency as in EUR 49.90")
    }
    self.number = try NumberText.required(text)
    self.code = code
  }

  /// A currency's code in capitals; nil for what cannot be one.
  static func code(_ text: String) -> String? {
    let isCode =
      text.utf8.count == 3
      && text.utf8.allSatisfy { $0 | 0x20 >= UInt8(ascii: "a") && $0 | 0x20 <= UInt8(ascii: "z") }
    return isCode ? text.uppercased() : nil
  }
}
