import CommandLineKit
import Foundation

/// One figure with what it is held against.
struct Measurement: Encodable {
  /// What a figure has to reach.
  enum Bar {
    case valueAtMost(Double)
    case valueAtLeast(Double)
    case ratioAtMost(Double)
    case ratioAtLeast(Double)
  }

  /// What a figure is compared with, measured in the same run.
  enum Reference {
    /// Another program's figure, in the same unit.
    case measured(String, Double)
    /// The other program is not here, so there is nothing to compare with.
    case missing(String)
  }

  let name: String
  let value: Double
  let unit: String
  var reference: Reference?
  var bar: Bar?

  /// The figure divided by the reference's.
  var ratio: Double? {
    guard case .measured(_, let other) = reference, other > 0 else { return nil }
    return value / other
  }

  /// Whether the bar holds; nil where there is none or nothing to compare with.
  var isMet: Bool? {
    switch bar {
    case nil: nil
    case .valueAtMost(let most): value <= most
    case .valueAtLeast(let least): value >= least
    case .ratioAtMost(let most): ratio.map { $0 <= most }
    case .ratioAtLeast(let least): ratio.map { $0 >= least }
    }
  }

  private enum CodingKeys: String, CodingKey {
    case name, value, unit, reference, ratio, bar, met
  }

  /// All keys are always there; what does not apply is null.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encode(value, forKey: .value)
    try container.encode(unit, forKey: .unit)
    try container.encode(referenceText, forKey: .reference)
    try container.encode(ratio, forKey: .ratio)
    try container.encode(barNumber, forKey: .bar)
    try container.encode(isMet, forKey: .met)
  }

  /// The document that `--json` prints.
  static func json(_ measurements: [Measurement]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(["benchmarks": measurements]), as: UTF8.self)
  }

  /// The lines of the table.
  static func table(_ measurements: [Measurement]) -> [String] {
    var table = Table([
      .init("benchmark"), .init("value", .right), .init("unit"), .init("reference"),
      .init("ratio", .right), .init("bar", .right), .init("met"),
    ])
    for one in measurements {
      table.add([
        one.name, number(one.value), one.unit, one.referenceText ?? "",
        one.ratio.map(number) ?? "", one.barText, one.isMet.map { $0 ? "yes" : "NO" } ?? "",
      ])
    }
    return table.lines(width: nil, style: Style(isOn: false))
  }

  private var referenceText: String? {
    switch reference {
    case nil: nil
    case .measured(let name, let value): "\(name): \(Self.number(value)) \(unit)"
    case .missing(let name): "\(name) is not installed"
    }
  }

  private var barNumber: Double? {
    switch bar {
    case nil: nil
    case .valueAtMost(let number), .valueAtLeast(let number), .ratioAtMost(let number),
      .ratioAtLeast(let number):
      number
    }
  }

  private var barText: String {
    switch bar {
    case nil: ""
    case .valueAtMost(let most): "at most \(Self.number(most)) \(unit)"
    case .valueAtLeast(let least): "at least \(Self.number(least)) \(unit)"
    case .ratioAtMost(let most): "ratio at most \(Self.number(most))"
    case .ratioAtLeast(let least): "ratio at least \(Self.number(least))"
    }
  }

  /// Three digits that count are more than a run repeats.
  private static func number(_ value: Double) -> String {
    let digits = value >= 100 ? 0 : value >= 10 ? 1 : 2
    var text = String(format: "%.\(digits)f", value)
    while text.contains("."), text.hasSuffix("0") || text.hasSuffix(".") { text.removeLast() }
    return text
  }
}
