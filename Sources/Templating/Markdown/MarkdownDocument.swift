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
  var references: LinkReferences

  init(textLength: Int) { self.references = LinkReferences(textLength: textLength) }

  /// Parses a text; bytes that are no UTF-8 are parts of values and mean nothing (see `Literal`).
  init(_ bytes: [UInt8], mode: MarkdownMode) {
    let text = bytes.contains(0) ? bytes.flatMap { $0 == 0 ? [0xEF, 0xBF, 0xBD] : [$0] } : bytes
    self = InlineParser.parse(BlockParser.parse(text, mode: mode), mode: mode)
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
    /// Specification mode only.
    case html(HTMLBlock)
    /// A paragraph of link reference definitions, which shows nothing.
    case definitions
  }

  var kind: Kind
  var parent: Int?
  var firstChild: Int?
  var lastChild: Int?
  var next: Int?
  /// How many blocks are around it.
  var depth = 0
  var isOpen = true
  /// Lists only: whether no blank line stands between or in their items.
  var isTight = true
  var startLine: Int
  var endLine: Int
  /// Fenced code only: the words behind the fence, in the document's bytes.
  var info: Range<Int> = 0..<0
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
  /// What is between is shown only where the image is not.
  case startImage(Int)
  case endImage(Int)
  /// Specification mode only.
  case html(Range<Int>)

  enum Emphasis {
    case emphasis
    case strong
  }
}

/// The target of a link or the source of an image.
struct Link {
  /// The address; in a document's links with everything percent-encoded that may not stand in one.
  var destination: [UInt8]
  var title: [UInt8]?
  /// Written as `<https://…>`: its text is its address.
  var isAutolink = false
}
