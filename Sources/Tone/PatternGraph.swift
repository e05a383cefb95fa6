/// A pattern as places that each read one token, and the places that may follow each
/// (Glushkov's construction: no empty transitions, so matching needs no closure).
struct PatternGraph: Equatable, Sendable {
  struct Edge: Hashable, Sendable {
    var place: Int
    /// Only where the match begins, or ends, with the sentence.
    var atEdge: Bool
  }

  private(set) var places: [Pattern.TokenSet] = []
  private(set) var followers: [Set<Int>] = []
  private(set) var first: Set<Edge> = []
  private(set) var last: Set<Edge> = []
  /// Places before a `/`, which are no part of the finding.
  private(set) var context: Set<Int> = []

  private var gaps: Set<Int> = []
  private static let maximumPlaces = 2000

  init(_ root: Pattern.Node) throws(PatternError) {
    let fragment = try build(root)
    guard !fragment.isEmptyable else { throw .matchesNothing }
    first = fragment.first
    last = fragment.last
    guard first.union(last).allSatisfy({ $0.atEdge || !gaps.contains($0.place) }) else {
      throw .gapAtEdge
    }
    guard last.allSatisfy({ !context.contains($0.place) }) else { throw .misplacedAnchor("/") }
  }

  /// A part of the pattern: where it may begin and end, and how it may match without a token.
  private struct Fragment {
    var first: Set<Edge> = []
    var last: Set<Edge> = []
    var canBeEmpty = false
    var canBeStart = false
    var canBeEnd = false
    var hasMark = false

    var isEmptyable: Bool { canBeEmpty || canBeStart || canBeEnd }
  }

  private mutating func place(
    _ set: Pattern.TokenSet, isGap: Bool = false
  ) throws(PatternError) -> Fragment {
    guard places.count < Self.maximumPlaces else { throw .tooLong }
    let index = places.count
    places.append(set)
    followers.append([])
    if isGap { gaps.insert(index) }
    let edge: Set<Edge> = [Edge(place: index, atEdge: false)]
    return Fragment(first: edge, last: edge)
  }

  private mutating func build(_ node: Pattern.Node) throws(PatternError) -> Fragment {
    switch node {
    case .token(let set):
      return try place(set)
    case .sequence(let nodes):
      return try sequence(nodes)
    case .choice(let nodes):
      return try choice(nodes)
    case .optional(let node):
      var fragment = try build(node)
      fragment.canBeEmpty = true
      return fragment
    case .gap(let words):
      var whole = Fragment(canBeEmpty: true)
      for _ in 0..<words {
        var word = try place(.anyWord, isGap: true)
        word.canBeEmpty = true
        whole = try concatenate(whole, word)
      }
      return whole
    case .sentenceStart:
      return Fragment(canBeStart: true)
    case .sentenceEnd:
      return Fragment(canBeEnd: true)
    case .mark:
      throw .misplacedAnchor("/")
    }
  }

  private mutating func sequence(_ nodes: [Pattern.Node]) throws(PatternError) -> Fragment {
    let base = places.count
    var whole = Fragment(canBeEmpty: true)
    for node in nodes {
      if node == .mark {
        guard !whole.first.isEmpty, !whole.hasMark else { throw .misplacedAnchor("/") }
        context.formUnion(base..<places.count)
        whole.hasMark = true
      } else {
        let hadMark = whole.hasMark
        let next = try build(node)
        guard !next.hasMark || whole.first.isEmpty else { throw .misplacedAnchor("/") }
        whole = try concatenate(whole, next)
        whole.hasMark = hadMark || next.hasMark
      }
    }
    return whole
  }

  /// Alternatives; those of one token share a place.
  private mutating func choice(_ nodes: [Pattern.Node]) throws(PatternError) -> Fragment {
    var whole = Fragment()
    var single: Pattern.TokenSet?
    for node in nodes {
      guard case .token(let set) = node else {
        whole = Self.either(whole, try build(node))
        continue
      }
      var union = single ?? set
      union.formUnion(set)
      single = union
    }
    guard let single else { return whole }
    return Self.either(whole, try place(single))
  }

  private static func either(_ left: Fragment, _ right: Fragment) -> Fragment {
    Fragment(
      first: left.first.union(right.first), last: left.last.union(right.last),
      canBeEmpty: left.canBeEmpty || right.canBeEmpty,
      canBeStart: left.canBeStart || right.canBeStart,
      canBeEnd: left.canBeEnd || right.canBeEnd, hasMark: left.hasMark || right.hasMark)
  }

  private mutating func concatenate(
    _ left: Fragment, _ right: Fragment
  ) throws(PatternError) -> Fragment {
    let startsLater = right.canBeStart || right.first.contains(where: \.atEdge)
    if startsLater, !left.first.isEmpty { throw .misplacedAnchor("^") }
    let endsSooner = left.canBeEnd || left.last.contains(where: \.atEdge)
    if endsSooner, !right.first.isEmpty { throw .misplacedAnchor("$") }

    for before in left.last {
      for after in right.first { followers[before.place].insert(after.place) }
    }
    var whole = Fragment(first: left.first, last: right.last)
    if left.canBeEmpty { whole.first.formUnion(right.first) }
    if left.canBeStart {
      for edge in right.first { whole.first.insert(Edge(place: edge.place, atEdge: true)) }
    }
    if right.canBeEmpty { whole.last.formUnion(left.last) }
    if right.canBeEnd {
      for edge in left.last { whole.last.insert(Edge(place: edge.place, atEdge: true)) }
    }
    whole.canBeEmpty = left.canBeEmpty && right.canBeEmpty
    whole.canBeStart =
      (left.canBeStart && (right.canBeEmpty || right.canBeStart))
      || (left.canBeEmpty && right.canBeStart)
    whole.canBeEnd =
      (right.canBeEnd && (left.canBeEmpty || left.canBeEnd))
      || (right.canBeEmpty && left.canBeEnd)
    return whole
  }
}
