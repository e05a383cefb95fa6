/// Finds the day on which somebody is back: `until 30 November`, `ab dem 2.12.`, `12月1日まで`.
///
/// A day that is the last one away gives the day after it. A day without a year is the next one, seen
/// from the day on which the answer was sent. Of numbers only, the order is the day first, unless
/// that cannot be.
enum ReturnDateReader {
  /// What a word says of the day behind it.
  private enum Cue: Sendable { case lastAway, firstBack }

  /// The longest absence that is believed, in days.
  private static let longest = 400

  static func backOn(_ text: [UInt8], sent: CalendarDay) -> CalendarDay? {
    let text = Array(text.prefix(3000))
    var best: CalendarDay?
    for match in cues.matches(in: text) {
      let end = min(match.range.upperBound + 40, text.count)
      guard let found = DayReader.first(in: text, from: match.range.upperBound, to: end, sent: sent)
      else { continue }
      consider(found.adding(days: match.meaning == .lastAway ? 1 : 0), sent: sent, &best)
    }
    // Japanese, Chinese and Korean say it behind the day.
    for match in trailing.matches(in: text) {
      let start = max(match.range.lowerBound - 40, 0)
      guard
        let found = DayReader.last(in: text, from: start, to: match.range.lowerBound, sent: sent)
      else { continue }
      consider(found.adding(days: match.meaning == .lastAway ? 1 : 0), sent: sent, &best)
    }
    if best == nil, let span = DayReader.spanEnd(in: text, sent: sent) {
      consider(span.adding(days: 1), sent: sent, &best)
    }
    return best
  }

  private static func consider(_ day: CalendarDay, sent: CalendarDay, _ best: inout CalendarDay?) {
    guard day >= sent, day.daysSince1970 - sent.daysSince1970 <= longest else { return }
    // What is said of the return itself is later than what is said of the absence, if anything.
    if let known = best, known >= day { return }
    best = day
  }

  private static let cues = PhraseTable<Cue>([
    (
      .lastAway,
      """
      until|untill|till|til|through|thru|up to and including|bis einschlieslich|bis zum|bis|\
      jusqu'au|jusqu'a|jusqu|jusqu au|au|hasta el|hasta|al|fino al|sino al|fino a|ate o dia|ate ao dia|\
      ate ao|ate|tot en met|t/m|tot|do dnia|do|至|到|直到|from ~ to|von ~ bis
      """
    ),
    (
      .firstBack,
      """
      back on|back in the office on|back in office on|back in the office|back at work on|back at my desk|\
      returning on|return on|returning to the office on|return to the office on|\
      returning to work on|return to work on|i return|will return|returning|available again|\
      reachable again|resume work on|be back|wieder da am|ab dem|wieder ab|ab|\
      zuruck am|wieder am|de retour le|de retour|je reviens le|a partir du|\
      de regreso el|regreso el|regresare el|volvere el|vuelvo el|de vuelta el|a partir del|\
      rientrero il|rientro il|di ritorno il|a partire dal|dal|torno il|tornero il|\
      retorno dia|retorno em|retornarei dia|retornarei em|retornarei no dia|regresso a|\
      regressarei a|volto dia|volto em|a partir de|a partir do dia|terug op|weer aanwezig vanaf|\
      weer bereikbaar vanaf|vanaf|weer op kantoor op|wracam|od dnia
      """
    ),
  ])

  private static let trailing = PhraseTable<Cue>([
    (.lastAway, "まで|迄|까지|为止|止"),
    (
      .firstBack,
      "から出社|に出社|より出社|に戻り|に復帰|から復帰|より復帰|返回|回来|回到|恢复|回公司|복귀|부터|에 돌아|에 출근"
    ),
  ])
}
