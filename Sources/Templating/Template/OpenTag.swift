/// A tag as it stands in the text.
struct RawTag {
  /// The first byte between the braces.
  let sigil: UInt8
  let content: Range<Int>
  /// The tag with its braces.
  let place: Range<Int>
}

/// A tag that waits for its end.
struct OpenTag {
  enum Kind {
    case section(TemplateName, isInverted: Bool, TagDelimiters)
    case parent(PartialName)
    case block
  }

  let kind: Kind
  let name: String
  let offset: Int
  let contentStart: Int
  var indentation: [UInt8] = []
  /// Whether nothing but white space stands before it on its line.
  var startsLine = false
  var isOnLines = false
  var inner: [UInt8] = []
  var nodes: [TemplateNode] = []

  var isParent: Bool { if case .parent = kind { true } else { false } }

  /// What a message calls it.
  var word: String {
    switch kind {
    case .section: "section"
    case .parent: "layout"
    case .block: "block"
    }
  }
}
