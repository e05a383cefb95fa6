/// Gives each contact its own second within the open hours of a day.
struct DailySpread {
  /// What is kept free before the hours end, where they are long enough: a mail takes its time.
  private static let margin: Int64 = 600

  /// The open stretches of the day.
  let stretches: OpenStretches
  let seed: UInt64

  /// The contact's second, or a later one where that is before the given time.
  ///
  /// Nil where the last stretch is over. While the given time goes up to the answer, the answer
  /// stays the same.
  @inline(__always)
  func second(notBefore time: Int64) -> Int64? {
    if stretches.others.isEmpty, time <= stretches.first.lowerBound {
      // As nearly always: one stretch, and the whole of it is still to come.
      let first = stretches.first
      let usable = first.upperBound - Self.margin(of: first) - first.lowerBound
      return first.lowerBound
        + Int64(StableHash.index(StableHash.derived(seed, 0), below: Int(usable)))
    }
    return laterSecond(notBefore: time)
  }

  @inline(never)
  private func laterSecond(notBefore time: Int64) -> Int64? {
    let all = stretches.all
    var total: Int64 = 0
    var past: Int64 = 0
    for stretch in all {
      let end = stretch.upperBound - Self.margin(of: stretch)
      total += end - stretch.lowerBound
      past += min(max(time, stretch.lowerBound), end) - stretch.lowerBound
    }
    if var place = place(below: total, notBefore: past) {
      for stretch in all {
        let usable = stretch.upperBound - Self.margin(of: stretch) - stretch.lowerBound
        if place < usable { return stretch.lowerBound + place }
        place -= usable
      }
    }
    // Only the minutes before the end are left.
    let last = stretches.last
    guard time < last.upperBound else { return nil }
    let start = last.upperBound - Self.margin(of: last)
    return place(below: last.upperBound - start, notBefore: max(time, start) - start).map {
      start + $0
    }
  }

  private static func margin(of stretch: Range<Int64>) -> Int64 {
    min(margin, (stretch.upperBound - stretch.lowerBound) / 4)
  }

  /// A place from 0 up to, not including, the total, spread evenly over the seeds.
  ///
  /// Draws a place; where it is too early, draws again among those after it. The draws do not
  /// depend on the time given, only how many of them are passed over. That is why the answer stays.
  private func place(below total: Int64, notBefore first: Int64) -> Int64? {
    var start: Int64 = 0
    var round: UInt64 = 0
    while start < total {
      let drawn = StableHash.index(StableHash.derived(seed, round), below: Int(total - start))
      let place = start + Int64(drawn)
      if place >= first { return place }
      start = place + 1
      round += 1
    }
    return nil
  }
}
