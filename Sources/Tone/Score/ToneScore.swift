/// How gentle or harsh an English text or sentence is, with the causes.
///
/// The value is the sum of the weights of the politeness strategies that occur, each counted once:
/// about 0 is neutral, 2 and more is polite, below -1 is curt. It says nothing on what is asked:
/// a firm limit or date weighs nothing.
public struct ToneScore: Sendable, Hashable {
  /// A strategy that was found, such as thanks, or a start with "you".
  public struct Cause: Sendable, Hashable {
    /// The strategy's name, such as `gratitude`.
    public let strategy: String
    /// What was found, in a few words.
    public let text: String
    /// What it adds to the score.
    public let weight: Double
  }

  /// The sum of the causes' weights.
  public let value: Double
  /// What was found, the heaviest first.
  public let causes: [Cause]

  /// Scores an English text as a whole.
  public init(of text: String) {
    let bytes = Array(text.utf8)
    self.init(strategies: Set(Self.matcher.matches(in: bytes, range: 0..<bytes.count).map(\.owner)))
  }

  private init(strategies: Set<Int>) {
    let found = strategies.sorted().map { PolitenessStrategy.all[$0] }
    value = found.reduce(0) { $0 + $1.weight }
    causes =
      found
      .sorted { abs($0.weight) > abs($1.weight) }
      .map { Cause(strategy: $0.name, text: $0.cause, weight: $0.weight) }
  }

  /// A sentence's place, in bytes, and score.
  struct Sentence {
    var range: Range<Int>
    var score: ToneScore
  }

  /// The sentences of a part of a text that hold any strategy, in their order.
  static func sentences(in bytes: [UInt8], range: Range<Int>) -> [Sentence] {
    let matches = matcher.matches(in: bytes, range: range)
      .sorted { $0.range.lowerBound < $1.range.lowerBound }
    var found: [Sentence] = []
    var next = matches.startIndex
    var tokenizer = Tokenizer(bytes, in: range)
    var start: Int?
    var last = range.lowerBound
    func close(at end: Int) {
      defer { start = nil }
      guard let from = start else { return }
      var strategies: Set<Int> = []
      while next < matches.endIndex, matches[next].range.lowerBound < end {
        strategies.insert(matches[next].owner)
        next += 1
      }
      guard !strategies.isEmpty else { return }
      found.append(Sentence(range: from..<end, score: ToneScore(strategies: strategies)))
    }
    while let token = tokenizer.next() {
      if token.kind.endsSentence {
        // The mark belongs to the sentence; a blank line does not.
        close(at: token.kind == .stop ? max(last, min(token.end, last + 1)) : token.end)
      } else {
        start = start ?? token.start
      }
      last = token.end
    }
    close(at: last)
    return found
  }

  private static let matcher = PhraseMatcher(
    PolitenessStrategy.all.enumerated().flatMap { index, strategy in
      strategy.patterns.split(separator: "\n").compactMap { source in
        // A test reads every pattern.
        (try? Pattern(String(source))).map { (pattern: $0, owner: index) }
      }
    })
}
