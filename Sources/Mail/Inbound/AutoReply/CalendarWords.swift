/// Names of months and weekdays in the languages that people write their absences in, folded.
enum CalendarWords {
  static func month(_ word: String) -> Int? { months[word] }

  /// Monday is 1.
  static func weekday(_ word: String) -> Int? { weekdays[word] }

  private static let months: [String: Int] = table([
    "january jan january januar janner janvier janv enero ene gennaio gen janeiro januari stycznia styczen ocak",
    "february feb febr februar feber fevrier fevr febrero febbraio fevereiro fev februari lutego luty subat",
    "march mar marz mrz mars marzo marco maart mrt marca marzec",
    "april apr avril avr abril abr aprile kwietnia kwiecien nisan",
    "may mai mayo maggio mag maio mei maja maj",
    "june jun juni juin junio giugno giu junho czerwca czerwiec haziran",
    "july jul juli juil juillet julio luglio lug julho lipca lipiec temmuz",
    "august aug aout agosto ago ago augustus sierpnia sierpien agustos",
    "september sep sept septembre septiembre settembre set setembro wrzesnia wrzesien eylul",
    "october oct okt oktober octobre octubre ottobre ott outubro out pazdziernika ekim",
    "november nov novembre noviembre novembro listopada listopad kasim",
    "december dec dez dezember decembre diciembre dic dicembre dezembro grudnia grudzien aralik",
  ])

  private static let weekdays: [String: Int] = table([
    "monday mon montag lundi lunes lunedi segunda maandag poniedzialek",
    "tuesday tue dienstag mardi martes martedi terca dinsdag wtorek",
    "wednesday wed mittwoch mercredi miercoles mercoledi quarta woensdag sroda",
    "thursday thu donnerstag jeudi jueves giovedi quinta donderdag czwartek",
    "friday fri freitag vendredi viernes venerdi sexta vrijdag piatek",
    "saturday samstag samedi sabado sabato zaterdag sobota",
    "sunday sonntag dimanche domingo domenica zondag niedziela",
  ])

  private static func table(_ rows: [String]) -> [String: Int] {
    var table: [String: Int] = [:]
    for (index, row) in rows.enumerated() {
      for word in row.split(separator: " ") { table[String(word)] = index + 1 }
    }
    return table
  }
}
