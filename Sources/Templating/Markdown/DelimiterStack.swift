/// A run of `*` or `_`, and what may become of it (CommonMark 0.31.2 section 6.2).
struct DelimiterRun {
  let character: UInt8
  let range: Range<Int>
  let canOpen: Bool
  let canClose: Bool
  /// The delimiters not used yet; those used for closing are taken from the start.
  var left: Range<Int>
  /// Heads and tails of lists in the stack's matches: ends in order, starts in reverse.
  var firstEnd: Int?
  var lastEnd: Int?
  var firstStart: Int?
  var previous: Int?
  var next: Int?
  var isGone = false

  init(character: UInt8, range: Range<Int>, before: CharacterKind, after: CharacterKind) {
    self.character = character
    self.range = range
    self.left = range
    let isLeftFlanking =
      after != .space && (after != .punctuation || before != .other)
    let isRightFlanking =
      before != .space && (before != .punctuation || after != .other)
    if character == UInt8(ascii: "_") {
      self.canOpen = isLeftFlanking && (!isRightFlanking || before == .punctuation)
      self.canClose = isRightFlanking && (!isLeftFlanking || after == .punctuation)
    } else {
      self.canOpen = isLeftFlanking
      self.canClose = isRightFlanking
    }
  }
}

/// Matches runs of delimiters in pairs.
struct DelimiterStack {
  private struct Match {
    let kind: Inline.Emphasis
    var next: Int?
  }

  private var runs: [DelimiterRun] = []
  private var matches: [Match] = []
  private var top: Int?

  var count: Int { runs.count }

  mutating func push(_ run: DelimiterRun) -> Int {
    var run = run
    run.previous = top
    if let top { runs[top].next = runs.count }
    top = runs.count
    runs.append(run)
    return runs.count - 1
  }

  /// Matches the runs from an index on and takes them off the stack.
  mutating func match(from bottom: Int) {
    // For each kind of closer, below which run no opener can be: this makes the search linear.
    var openersBottom = [Int](repeating: bottom, count: 12)
    var closer = firstLive(from: bottom)
    while let index = closer {
      guard runs[index].canClose else {
        closer = runs[index].next
        continue
      }
      let slot =
        (runs[index].character == UInt8(ascii: "_") ? 6 : 0) + (runs[index].canOpen ? 3 : 0)
        + runs[index].range.count % 3
      if let opener = opener(for: index, bottom: openersBottom[slot]) {
        pair(opener, index)
        if runs[index].left.isEmpty {
          closer = runs[index].next
          remove(index)
        }
      } else {
        openersBottom[slot] = index
        closer = runs[index].next
        if !runs[index].canOpen { remove(index) }
      }
    }
    while let index = top, index >= bottom { remove(index) }
  }

  private func firstLive(from bottom: Int) -> Int? {
    var first: Int?
    var index = top
    while let current = index, current >= bottom {
      first = current
      index = runs[current].previous
    }
    return first
  }

  private func opener(for closer: Int, bottom: Int) -> Int? {
    let run = runs[closer]
    var candidate = run.previous
    while let index = candidate, index >= bottom {
      let other = runs[index]
      let oddMatch =
        (other.canClose || run.canOpen) && run.range.count % 3 != 0
        && (other.range.count + run.range.count) % 3 == 0
      if other.character == run.character, other.canOpen, !oddMatch { return index }
      candidate = other.previous
    }
    return nil
  }

  private mutating func pair(_ opener: Int, _ closer: Int) {
    while let between = runs[closer].previous, between != opener { remove(between) }
    let isStrong = runs[opener].left.count >= 2 && runs[closer].left.count >= 2
    let kind: Inline.Emphasis = isStrong ? .strong : .emphasis
    let length = isStrong ? 2 : 1

    matches.append(Match(kind: kind, next: runs[opener].firstStart))
    runs[opener].firstStart = matches.count - 1
    runs[opener].left = runs[opener].left.dropLast(length)

    matches.append(Match(kind: kind, next: nil))
    if let last = runs[closer].lastEnd { matches[last].next = matches.count - 1 }
    if runs[closer].firstEnd == nil { runs[closer].firstEnd = matches.count - 1 }
    runs[closer].lastEnd = matches.count - 1
    runs[closer].left = runs[closer].left.dropFirst(length)

    if runs[opener].left.isEmpty { remove(opener) }
  }

  private mutating func remove(_ index: Int) {
    guard !runs[index].isGone else { return }
    runs[index].isGone = true
    let previous = runs[index].previous
    let next = runs[index].next
    if let previous { runs[previous].next = next }
    if let next { runs[next].previous = previous } else { top = previous }
  }

  /// Writes tokens as events, each run as the ends, the rest and the starts it stands for.
  ///
  /// In mail, emphasis beyond some depth is matched and not shown: no reader can tell.
  func write(_ tokens: [InlineToken], to inlines: inout [Inline], mode: MarkdownMode) {
    let maximumDepth = mode == .mail ? 16 : Int.max
    var depth = 0
    for token in tokens {
      switch token {
      case .nothing: break
      case .text(let range): inlines.append(.text(range))
      case .code(let range): inlines.append(.code(range))
      case .softBreak: inlines.append(.softBreak)
      case .hardBreak: inlines.append(.hardBreak)
      case .html(let range): inlines.append(.html(range))
      case .startLink(let link): inlines.append(.startLink(link))
      case .endLink(let link): inlines.append(.endLink(link))
      case .startImage(let link): inlines.append(.startImage(link))
      case .endImage(let link): inlines.append(.endImage(link))
      case .delimiter(let index):
        var match = runs[index].firstEnd
        while let current = match {
          if depth <= maximumDepth { inlines.append(.end(matches[current].kind)) }
          depth -= 1
          match = matches[current].next
        }
        if !runs[index].left.isEmpty { inlines.append(.text(runs[index].left)) }
        match = runs[index].firstStart
        while let current = match {
          depth += 1
          if depth <= maximumDepth { inlines.append(.start(matches[current].kind)) }
          match = matches[current].next
        }
      }
    }
  }
}
