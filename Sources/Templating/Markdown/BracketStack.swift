/// A `[` or `![` that may begin a link or an image.
struct Bracket {
  let token: Int
  let delimiter: Int
  let isImage: Bool
  /// The byte behind it.
  let start: Int
  /// Such text is no label.
  var hasBracketInside = false
}

/// The brackets that are not closed yet.
struct BracketStack {
  private var brackets: [Bracket] = []
  /// Links below this index stay text: a link holds no links.
  private var firstActive = 0

  mutating func push(_ bracket: Bracket) {
    if let last = brackets.indices.last { brackets[last].hasBracketInside = true }
    brackets.append(bracket)
  }

  /// Takes off the innermost bracket; nil where there is none or it can be no link any more.
  mutating func pop() -> Bracket? {
    guard let bracket = brackets.popLast() else { return nil }
    let isActive = bracket.isImage || brackets.count >= firstActive
    firstActive = Swift.min(firstActive, brackets.count)
    return isActive ? bracket : nil
  }

  /// After a link: none of the brackets around it can be a link.
  mutating func deactivateLinks() { firstActive = brackets.count }
}
