@testable import Scheduling

/// Windows of any days and up to three ranges of hours.
enum RandomWindow {
  static func make(using random: inout SplitMix64) throws -> SendWindow {
    var days = Weekday.allCases.filter { _ in Bool.random(using: &random) }
    if days.isEmpty { days = [.sunday] }
    let edges = (0..<(2 * Int.random(in: 1...3, using: &random))).map { _ in
      Int.random(in: 0...1_440, using: &random)
    }
    var sorted = Array(Set(edges)).sorted()
    if sorted.count < 2 { sorted = [540, 1_020] }
    if sorted.count % 2 == 1 { sorted.removeLast() }
    let hours = stride(from: 0, to: sorted.count, by: 2).map { index in
      "\(clockText(minutes: sorted[index]))-\(clockText(minutes: sorted[index + 1]))"
    }
    return try SendWindow(
      "\(days.map(\.shortName).joined(separator: ",")) \(hours.joined(separator: ","))")
  }
}
