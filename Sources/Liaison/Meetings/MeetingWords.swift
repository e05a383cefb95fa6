import Templating

/// What a person writes back with one click to take a time, in the languages that templates are
/// shipped in.
///
/// The words are the recipient's own, so they address nobody and are neither formal nor informal.
struct MeetingWords: Hashable, Sendable {
  let language: LanguageTag
  /// The subject; the time follows.
  private let subject: String
  /// The sentence; the time follows.
  private let sentence: String
  /// What ends the sentence.
  private let end: String

  /// The subject of the answer.
  func subject(_ time: String) -> String { subject + time }

  /// The text of the answer.
  func sentence(_ time: String) -> String { sentence + time + end }

  /// The words in the nearest language that there is, else in English.
  init(for language: LanguageTag) {
    let chosen = language.best(among: Self.all.map(\.language), default: .english)
    self = Self.all.first { $0.language == chosen } ?? Self.english
  }

  private init(_ tag: LanguageTag, _ subject: String, _ sentence: String, _ end: String) {
    language = tag
    self.subject = subject
    self.sentence = sentence
    self.end = end
  }

  private static let english = MeetingWords(
    .english, "Time to talk: ", "Yes, this time suits me: ", ".")

  private static let all: [MeetingWords] =
    [english]
    + [
      ("de", "Gesprächstermin: ", "Ja, dieser Termin passt mir: ", "."),
      ("fr", "Rendez-vous : ", "Oui, ce créneau me convient : ", "."),
      ("es", "Cita para hablar: ", "Sí, este horario me va bien: ", "."),
      ("pt-BR", "Horário para conversar: ", "Sim, este horário funciona para mim: ", "."),
      ("ja", "お打ち合わせの日時：", "次の日時でお願いいたします：", ""),
      ("ko", "미팅 시간: ", "네, 이 시간이 좋습니다: ", ""),
      ("zh-Hans", "沟通时间：", "可以，我选这个时间：", "。"),
      ("zh-Hant", "會談時間：", "可以，我選這個時間：", "。"),
      ("ar", "موعد للحديث: ", "نعم، هذا الموعد يناسبني: ", "."),
    ].compactMap { tag, subject, sentence, end in
      (try? LanguageTag(tag)).map { MeetingWords($0, subject, sentence, end) }
    }
}
