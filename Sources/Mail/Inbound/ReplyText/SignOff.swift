/// The end of a letter with the sender's card below: `Regards`, a name, a title, a telephone number.
enum SignOff {
  /// Where it starts; `nil` where there is none, or where it would be most of the text.
  static func start(_ lines: ArraySlice<ArraySlice<UInt8>>) -> Int? {
    let filled = lines.indices.filter { !QuoteLine.isBlank(lines[$0]) }
    for index in filled.reversed().prefix(10) {
      let line = lines[index]
      guard line.count < 60 else { continue }
      var bytes = FoldedText(utf8: line).bytes
      while let last = bytes.last, !last.isAlphanumeric, last < 0x80 { bytes.removeLast() }
      guard phrases.matches(in: bytes).contains(where: { $0.range == 0..<bytes.count })
      else { continue }
      let below = filled.filter { $0 > index }
      guard below.count >= 2, below.count <= 8,
        below.allSatisfy({ lines[$0].count < 90 && !QuoteLine.isQuoted(lines[$0]) })
      else { return nil }
      let words = { (range: [Int]) in
        range.reduce(0) { $0 + lines[$1].split { $0 <= 0x20 }.count }
      }
      let own = words(filled.filter { $0 < index })
      return own >= words(below) + words([index]) ? index : nil
    }
    return nil
  }

  private static let phrases = PhraseTable<Bool>([
    (
      true,
      """
      regards|best regards|kind regards|warm regards|warmest regards|with kind regards|\
      with best regards|many thanks and regards|thanks and regards|thanks & regards|\
      best|all the best|best wishes|cheers|sincerely|yours sincerely|sincerely yours|yours truly|\
      yours faithfully|mit freundlichen grussen|mit freundlichem gruss|mit freundlichem grus|\
      freundliche grusse|viele grusse|beste grusse|liebe grusse|herzliche grusse|schone grusse|mfg|\
      mit besten grussen|cordialement|bien cordialement|bien a vous|salutations|\
      meilleures salutations|sinceres salutations|saludos|un saludo|saludos cordiales|\
      atentamente|cordialmente|cordiali saluti|distinti saluti|saluti|un cordiale saluto|\
      atenciosamente|com os melhores cumprimentos|cumprimentos|abracos|abs|met vriendelijke groet|\
      met vriendelijke groeten|vriendelijke groet|vriendelijke groeten|groeten|groet|mvg|\
      pozdrawiam|z powazaniem|с уважением|此致|敬礼|祝好|顺颂商祺|敬具|よろしくお願いいたします|\
      よろしくお願いします|감사합니다
      """
    )
  ])
}
