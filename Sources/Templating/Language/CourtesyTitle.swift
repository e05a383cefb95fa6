/// A title that says nothing but how a woman or a man is addressed: `Frau`, `Mr.`, `女士`.
///
/// It is the only place where gender comes from: somebody has written it for this contact.
enum CourtesyTitle: Hashable, Sendable {
  case feminine, masculine

  /// Nil for anything else, such as `Dr.` or `Frau Dr.`, which say more.
  init?(_ title: String) {
    let word = CourtesyTitle.key(title)
    if CourtesyTitle.feminineWords.contains(word) {
      self = .feminine
    } else if CourtesyTitle.masculineWords.contains(word) {
      self = .masculine
    } else {
      return nil
    }
  }

  /// The courtesy that a longer title begins with or says by its ending: `Frau Dr.` is a woman's.
  static func leading(_ title: String) -> CourtesyTitle? {
    guard let first = title.split(separator: " ").first.map(String.init) else { return nil }
    return womensRanks.contains(key(first)) ? .feminine : CourtesyTitle(first)
  }

  private static func key(_ title: String) -> String {
    title.lowercased().filter { $0 != "." }
  }

  private static let feminineWords = words(
    """
    frau mrs ms miss mme madame mlle mademoiselle sra srta señora señorita doña senhora dona \
    signora sigra signorina mevrouw mevr mw pani paní fru rouva bayan hanım bà chị cô ibu doamna \
    dna госпожа г-жа 女士 小姐 夫人 太太 여사 السيدة الآنسة
    """)
  private static let womensRanks = words("dra profa profesora professora")
  private static let masculineWords = words(
    """
    herr mr mister m monsieur sr señor don senhor signor signore sig heer dhr meneer pan hr herra \
    bay bey ông anh bapak pak domnul dl господин г-н 先生 السيد
    """)

  private static func words(_ list: String) -> Set<String> {
    Set(list.split(separator: " ").map(String.init))
  }
}
