/// Why a pattern cannot be read.
public enum PatternError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The pattern holds no word.
  case empty
  /// A bracket, named, that is opened and not closed, or closed and not opened.
  case unbalanced(String)
  /// Something that is no word and no sign of the pattern language.
  case unexpected(String)
  /// A class that the file does not define.
  case unknownClass(String)
  /// Brackets or classes nested too deeply, or a class that contains itself.
  case tooDeep
  /// A gap at the start or end without `^` or `$` there, where it would widen every match.
  case gapAtEdge
  /// A gap whose size is not 1 to 8.
  case badGap(String)
  /// `^` elsewhere than at the start, `$` elsewhere than at the end, `/` with nothing before or
  /// after it.
  case misplacedAnchor(String)
  /// A pattern that matches without any word.
  case matchesNothing
  /// More than 60 words long, or with more than 2,000 places.
  case tooLong

  /// What is wrong and what to do, in a sentence.
  public var description: String {
    switch self {
    case .empty: "the pattern is empty: write at least one word"
    case .unbalanced(let sign): "\"\(sign)\" has no partner: close every ( [ {"
    case .unexpected(let text): "\"\(text)\" is neither a word nor a sign of the pattern language"
    case .unknownClass(let name): "the class {\(name)} is not defined: add it to \"classes\""
    case .tooDeep: "brackets or classes nest more than 8 deep: does a class contain itself?"
    case .gapAtEdge: "a gap stands at the start or end: put a word, ^ or $ there"
    case .badGap(let text): "the gap \"\(text)\" is not ..1 to ..8"
    case .misplacedAnchor(let sign):
      "\"\(sign)\" is misplaced: ^ stands at the start, $ at the end, / between words"
    case .matchesNothing: "every word is optional: leave at least one outside [ ]"
    case .tooLong: "the pattern is too long: at most 60 words and 2,000 places, classes included"
    }
  }
}
