/// The stretches of time in which a window is open on one date, in order, in seconds since 1970 UTC.
///
/// Nearly always there is one, which costs no memory of its own.
struct OpenStretches {
  private(set) var first: Range<Int64>
  private(set) var others: [Range<Int64>] = []

  init(_ first: Range<Int64>) { self.first = first }

  /// The last one.
  @inline(__always)
  var last: Range<Int64> { others.last ?? first }

  /// Adds the next stretch; one that begins where the last ends makes that longer.
  mutating func append(_ next: Range<Int64>) {
    guard last.upperBound == next.lowerBound else { return others.append(next) }
    let longer = last.lowerBound..<next.upperBound
    if others.isEmpty { first = longer } else { others[others.count - 1] = longer }
  }

  /// Some stretches in order; nil of none.
  init?(_ stretches: [Range<Int64>]) {
    guard let first = stretches.first else { return nil }
    self.init(first)
    for stretch in stretches.dropFirst() { append(stretch) }
  }

  /// All of them, in order.
  var all: [Range<Int64>] { [first] + others }
}
