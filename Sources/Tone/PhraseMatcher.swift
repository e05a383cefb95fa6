/// Finds the patterns of all rules in UTF-8 text, in one pass over its words.
///
/// At each word the places that may begin with it are followed, word by word, as a set. A place is
/// entered only where a 64-bit mask of its followers admits the next word, which drops most of
/// them at once. A pattern is at most 60 words long, so the time is linear in the text.
struct PhraseMatcher: Sendable {
  /// What a pattern belongs to: `owner` is the caller's number for it.
  struct Match {
    var owner: Int
    var range: Range<Int>
  }

  private struct Place {
    var owner: Int32
    /// The ids it accepts: its part of `accepted`, and their digest.
    var accepts: Range<Int32>
    var mask: UInt64
    var acceptsNumber: Bool
    var acceptsAnyWord: Bool
    /// Its followers' part of `followers`.
    var followers: Range<Int32>
    /// The ids that some follower accepts, folded to 64 bits.
    var followMask: UInt64
    var ends: Ending
    /// Whether a match's finding begins only after it.
    var isContext: Bool
  }

  private enum Ending: UInt8 { case never, always, atSentenceEnd }

  /// The places that a match may begin with at one id.
  private struct Starts {
    var anywhere: [Int32] = []
    var atSentenceStart: [Int32] = []
  }

  private let ids: WordTable
  private var places: [Place] = []
  private var followers: [Int32] = []
  private var accepted: [UInt32] = []
  private var starts: [Starts]

  init(_ patterns: [(pattern: Pattern, owner: Int)]) {
    var ids = WordTable()
    for (pattern, _) in patterns {
      for set in pattern.graph.places { for word in set.words { ids.insert(word) } }
    }
    self.ids = ids
    self.starts = Array(repeating: Starts(), count: ids.count)
    for (pattern, owner) in patterns { add(pattern.graph, owner: owner) }
  }

  private mutating func add(_ graph: PatternGraph, owner: Int) {
    let base = Int32(places.count)
    let sets = graph.places.map { IDSet($0, ids: ids) }
    var endings = [Ending](repeating: .never, count: sets.count)
    for edge in graph.last where endings[edge.place] != .always {
      endings[edge.place] = edge.atEdge ? .atSentenceEnd : .always
    }
    for (index, set) in sets.enumerated() {
      let begin = Int32(followers.count)
      let next = graph.followers[index].sorted()
      followers.append(contentsOf: next.map { base + Int32($0) })
      let firstID = Int32(accepted.count)
      accepted.append(contentsOf: set.ids)
      let mask = next.reduce(UInt64(0)) { $0 | sets[$1].mask }
      places.append(
        Place(
          owner: Int32(owner), accepts: firstID..<Int32(accepted.count), mask: set.mask,
          acceptsNumber: set.acceptsNumber, acceptsAnyWord: set.acceptsAnyWord,
          followers: begin..<Int32(followers.count),
          followMask: mask, ends: endings[index],
          isContext: graph.context.contains(index)))
    }
    for edge in graph.first {
      // Where a place may begin a match anywhere, the anchored edge adds nothing.
      if edge.atEdge, graph.first.contains(.init(place: edge.place, atEdge: false)) { continue }
      let place = base + Int32(edge.place)
      let set = sets[edge.place]
      let all = set.acceptsAnyWord ? starts.indices.filter(WordTable.isWord) : set.ids.map(Int.init)
      for id in all {
        if edge.atEdge {
          starts[id].atSentenceStart.append(place)
        } else {
          starts[id].anywhere.append(place)
        }
      }
    }
  }
}

// MARK: - Matching

extension PhraseMatcher {
  private struct Word {
    var start: Int
    var end: Int
    var id: UInt32
    var kind: Token.Kind
    /// Whether a sentence, or the line after a greeting, begins here.
    var opens: Bool

    /// The ids that accept it, folded to 64 bits.
    var bits: UInt64 {
      IDSet.bit(id) | (kind == .number ? IDSet.bit(WordTable.number) : 0)
    }
  }

  /// The bits of the word after `index`, and of the one after that where a pause stands between.
  private func bitsAhead(_ words: [Word], _ index: Int) -> UInt64 {
    guard index + 1 < words.count else { return 0 }
    let next = words[index + 1]
    guard next.kind == .pause, index + 2 < words.count else { return next.bits }
    return next.bits | words[index + 2].bits
  }

  private func accepts(_ place: Place, _ word: Word) -> Bool {
    if word.kind == .number, place.acceptsNumber { return true }
    if place.acceptsAnyWord, word.kind == .word || word.kind == .number { return true }
    guard place.mask & IDSet.bit(word.id) != 0 else { return false }
    var low = Int(place.accepts.lowerBound)
    var high = Int(place.accepts.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if accepted[middle] < word.id { low = middle + 1 } else { high = middle }
    }
    return low < Int(place.accepts.upperBound) && accepted[low] == word.id
  }

  /// How many words are looked at together, and how many must lie ahead of a match's start.
  private static let window = 4096
  /// The tokens of a first line that, ending in a comma, is taken for a greeting.
  private static let longestGreeting = 6
  private static let lookahead = 2 * Pattern.maximumWords + 8

  /// The longest match of each owner from each word on; the order is not that of their starts.
  func matches(in bytes: [UInt8], range: Range<Int>) -> [Match] {
    var found: [Match] = []
    var tokenizer = Tokenizer(bytes, in: range)
    var words: [Word] = []
    words.reserveCapacity(Self.window)
    var previous = Token.Kind.stop
    var wordsInSentence = 0
    var walk = Walk(places: places.count)
    var isDone = false
    while !isDone {
      while words.count < Self.window {
        guard let token = tokenizer.next() else {
          isDone = true
          break
        }
        // A row of pauses is one, so that the words ahead of a start are enough for any pattern.
        if token.kind == .pause, previous == .pause { continue }
        if previous.endsSentence { wordsInSentence = 0 }
        let isAfterGreeting =
          previous == .pause && token.opensLine && wordsInSentence <= Self.longestGreeting
        let opens = previous.endsSentence || isAfterGreeting
        wordsInSentence += 1
        words.append(
          Word(
            start: token.start, end: token.end, id: ids[token], kind: token.kind, opens: opens))
        previous = token.kind
      }
      let complete = isDone ? words.count : words.count - Self.lookahead
      for index in 0..<complete { follow(words, from: index, walk: &walk, into: &found) }
      words.removeFirst(complete)
    }
    return found
  }

  /// Scratch space, reused from word to word.
  private struct Walk {
    /// Places, and where the finding begins.
    var active: [(place: Int32, start: Int)] = []
    var next: [(place: Int32, start: Int)] = []
    /// The step at which a place was last entered, so that it is entered once.
    var entered: [UInt64]
    var step: UInt64 = 0
    var ends: [(owner: Int32, start: Int, end: Int)] = []

    init(places: Int) { entered = Array(repeating: 0, count: places) }

    /// Makes the places just entered the active ones.
    mutating func turn() {
      swap(&active, &next)
      next.removeAll(keepingCapacity: true)
    }

    mutating func record(owner: Int32, start: Int, end: Int) {
      for index in ends.indices where ends[index].owner == owner && ends[index].start == start {
        ends[index].end = max(ends[index].end, end)
        return
      }
      ends.append((owner, start, end))
    }
  }

  private func follow(
    _ words: [Word], from index: Int, walk: inout Walk, into found: inout [Match]
  ) {
    let first = words[index]
    walk.ends.removeAll(keepingCapacity: true)
    walk.step += 1
    let ahead = bitsAhead(words, index)
    begin(first.id, words, index, ahead, &walk)
    if first.kind == .number, first.id != WordTable.number {
      begin(WordTable.number, words, index, ahead, &walk)
    }
    walk.turn()
    var next = index + 1
    while !walk.active.isEmpty, next < words.count {
      advance(words, next, &walk)
      if words[next].kind.endsSentence { break }
      next += 1
    }
    for (owner, start, end) in walk.ends {
      found.append(Match(owner: Int(owner), range: start..<end))
    }
  }

  private func begin(
    _ id: UInt32, _ words: [Word], _ index: Int, _ ahead: UInt64, _ walk: inout Walk
  ) {
    let start = words[index].start
    for place in starts[Int(id)].anywhere {
      enter(place, from: start, words, index, ahead, &walk)
    }
    guard words[index].opens else { return }
    for place in starts[Int(id)].atSentenceStart {
      enter(place, from: start, words, index, ahead, &walk)
    }
  }

  private func advance(_ words: [Word], _ index: Int, _ walk: inout Walk) {
    walk.step += 1
    let word = words[index]
    let bits = word.bits
    let ahead = bitsAhead(words, index)
    for (place, start) in walk.active {
      let state = places[Int(place)]
      if word.kind == .pause, walk.entered[Int(place)] != walk.step {
        walk.entered[Int(place)] = walk.step
        walk.next.append((place, start))
      }
      guard state.followMask & bits != 0 else { continue }
      for follower in state.followers {
        let target = followers[Int(follower)]
        guard accepts(places[Int(target)], word) else { continue }
        enter(target, from: state.isContext ? word.start : start, words, index, ahead, &walk)
      }
    }
    walk.turn()
  }

  private func enter(
    _ place: Int32, from start: Int, _ words: [Word], _ index: Int, _ ahead: UInt64,
    _ walk: inout Walk
  ) {
    let state = places[Int(place)]
    let goesOn = state.followMask & ahead != 0
    guard goesOn || state.ends != .never, walk.entered[Int(place)] != walk.step else { return }
    walk.entered[Int(place)] = walk.step
    if goesOn { walk.next.append((place, start)) }
    let endsSentence = index + 1 >= words.count || words[index + 1].kind.endsSentence
    if state.ends == .always || state.ends == .atSentenceEnd && endsSentence {
      walk.record(owner: state.owner, start: start, end: words[index].end)
    }
  }
}
