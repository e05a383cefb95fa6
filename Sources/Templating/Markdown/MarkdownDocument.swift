/// A parsed Markdown text: a tree of blocks, and for each block of text a run of inline events.
///
/// Blocks refer to each other by index and inlines are flat, so a document is four arrays and its
/// parsing and writing take linear time. Blocks nest at most `BlockParser.maximumDepth` deep.
struct MarkdownDocument {
  /// The text of the leaves, one after the other, without the marks of the blocks around them.
  var bytes: [UInt8] = []
  /// The first is the document itself.
  var blocks: [Block] = []
  var inlines: [Inline] = []
  var links: [Link] = []

  init() {}

  /// Parses a text; bytes that are no UTF-8 are parts of values and mean nothing (see `Literal`).
  init(_ bytes: [UInt8], mode: MarkdownMode) {
    self = InlineParser.parse(BlockParser.parse(bytes, mode: mode), mode: mode)
  }

  /// The indexes of a block's children, in order.
  func children(of index: Int) -> ChildSequence {
    ChildSequence(blocks: blocks, index: blocks[index].firstChild)
  }

  struct ChildSequence: Sequence, IteratorProtocol {
    fileprivate let blocks: [Block]
    fileprivate var index: Int?

    mutating func next() -> Int? {
      guard let index else { return nil }
      self.index = blocks[index].next
      return index
    }
  }
}

/// A block of a Markdown document.
struct Block {
  enum Kind: Equatable {
    case document
    case quote
    case list(ListMarker)
    case item(ListMarker)
    case paragraph
    case heading(Int)
    case thematicBreak
    /// Indented code.
    case code
    case fencedCode(Fence)
  }

  var kind: Kind
  var parent: Int?
  var firstChild: Int?
  var lastChild: Int?
  var next: Int?
  var isOpen = true
  /// Lists only: whether no blank line stands between or in their items.
  var isTight = true
  var startLine: Int
  var endLine: Int
  /// The text in the document's bytes.
  var content: Range<Int> = 0..<0
  /// The parsed text in the document's inlines.
  var inlines: Range<Int> = 0..<0
}

/// What starts a list item.
struct ListMarker: Equatable {
  enum Style: Equatable {
    case bullet(UInt8)
    case ordered(delimiter: UInt8)
  }

  var style: Style
  /// The number of the first item.
  var start: Int
  /// The columns before the marker, and from there to the text.
  var markerOffset: Int
  var padding: Int
}

/// The line that starts fenced code.
struct Fence: Equatable {
  var character: UInt8
  var length: Int
  var offset: Int
}

/// An event in the text of a block; ranges count the document's bytes.
enum Inline {
  case text(Range<Int>)
  case code(Range<Int>)
  case softBreak
  case hardBreak
  case start(Emphasis)
  case end(Emphasis)
  /// The index in the document's links.
  case startLink(Int)
  case endLink(Int)

  enum Emphasis {
    case emphasis
    case strong
  }
}

/// The target of a link.
struct Link {
  /// The address, with everything percent-encoded that may not stand in one.
  var destination: [UInt8]
  var title: Range<Int>?
  /// Written as `<https://…>`: its text is its address.
  var isAutolink = false
}
