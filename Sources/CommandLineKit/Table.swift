/// Rows of text in aligned columns, measured as a terminal shows them.
///
/// Every cell is neutralised. Where a width is given, columns shrink to fit it and cut what is too
/// long with an ellipsis; without one (a file, a pipe) nothing is ever cut.
package struct Table: Sendable {
  package enum Alignment: Sendable {
    case left
    case right
  }

  package struct Column: Sendable {
    package var title: String
    package var alignment: Alignment
    /// The most columns of the terminal that it takes, where there is a terminal.
    package var maximumWidth: Int?

    package init(_ title: String, _ alignment: Alignment = .left, maximumWidth: Int? = nil) {
      self.title = title
      self.alignment = alignment
      self.maximumWidth = maximumWidth
    }
  }

  package struct Cell: Sendable, ExpressibleByStringInterpolation {
    package var text: String
    package var effect: Style.Effect?

    package init(_ text: String, _ effect: Style.Effect? = nil) {
      self.text = text
      self.effect = effect
    }

    package init(stringLiteral text: String) {
      self.init(text)
    }
  }

  package let columns: [Column]
  package private(set) var rows: [[Cell]] = []

  package init(_ columns: [Column]) {
    self.columns = columns
  }

  /// Adds a row; cells that are missing are blank, cells beyond the last column are left out.
  package mutating func add(_ cells: [Cell]) {
    rows.append(Array(cells.prefix(columns.count)))
  }

  package mutating func add(_ texts: [String]) {
    add(texts.map { Cell($0) })
  }

  /// The header and the rows as lines, no wider than `width` where the columns can shrink to it.
  package func lines(width: Int?, style: Style) -> [String] {
    let widths = columnWidths(within: width)
    let header = columns.map { Cell($0.title, .bold) }
    return ([header] + rows).map { line(of: $0, widths: widths, style: style) }
  }

  private static let gap = 2
  /// A text column does not shrink below this, or nothing of it could be recognised.
  private static let smallestWidth = 8

  private func columnWidths(within width: Int?) -> [Int] {
    var widths = columns.map { DisplayWidth.of($0.title) }
    for row in rows {
      for (index, cell) in row.enumerated() {
        widths[index] = max(widths[index], DisplayWidth.of(cell.text))
      }
    }
    guard let width else { return widths }
    for (index, column) in columns.enumerated() {
      if let maximum = column.maximumWidth { widths[index] = min(widths[index], max(maximum, 1)) }
    }
    // The widest text column gives first; numbers stay whole, since a cut number is a wrong number.
    var excess = widths.reduce(0, +) + Self.gap * (columns.count - 1) - width
    while excess > 0 {
      let shrinkable = columns.indices.filter {
        columns[$0].alignment == .left && widths[$0] > Self.smallestWidth
      }
      guard let widest = shrinkable.max(by: { widths[$0] < widths[$1] }) else { break }
      let next = shrinkable.filter { $0 != widest }.map { widths[$0] }.max() ?? 0
      let step = min(excess, max(1, widths[widest] - max(next, Self.smallestWidth)))
      widths[widest] -= step
      excess -= step
    }
    return widths
  }

  private func line(of cells: [Cell], widths: [Int], style: Style) -> String {
    var line = ""
    var pending = 0
    for (index, column) in columns.enumerated() {
      let cell = index < cells.count ? cells[index] : Cell("")
      let text = DisplayWidth.truncated(cell.text, to: widths[index])
      let padding = widths[index] - DisplayWidth.of(text)
      if column.alignment == .right { pending += padding }
      if !text.isEmpty {
        // Padding is written only before text, so no line ends in spaces.
        line += String(repeating: " ", count: pending)
        line += cell.effect.map { style.apply($0, to: text) } ?? text
        pending = 0
      }
      pending += column.alignment == .left ? padding + Self.gap : Self.gap
    }
    return line
  }
}
