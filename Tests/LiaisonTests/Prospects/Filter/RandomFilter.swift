@testable import Liaison

/// Filters made by lot of values that the data of a test has, and of a few that it has not.
struct RandomFilter {
  private static let texts: [FilterField: [String]] = [
    .name: ["alpha", "Beta works", "100%", "under_score", "é", "É"], .kind: ["creator", "media"],
    .country: ["US", "DE", "FR"], .region: ["bayern", "Texas"], .city: ["Berlin", "new york"],
    .language: ["de", "pt", "pt-BR", "en"], .niche: ["bikes", "Travel"], .owner: ["lina", "Tom"],
    .stage: ["new", "talking"], .website: ["alpha", "https://alpha.example/a"],
    .host: ["alpha.example", "beta.example"], .channel: ["YouTube"], .fit: ["good"],
    .rates: ["EUR 300"], .note: ["call back", "50%"], .tag: ["vip", "Paused", "é"],
    .address: ["ann@alpha.example", "alpha"], .domain: ["alpha.example", "mail.beta.example"],
    .person: ["Ann Adams", "bo"], .role: ["editor"], .zone: ["Europe/Berlin"],
    .source: ["tool", "referral"], .campaign: ["spring", "press"],
    .state: FilterState.allCases.map(\.rawValue),
  ]

  static func text(_ random: inout SplitMix64, depth: Int = 3) -> String {
    switch depth == 0 ? 0 : Int.random(in: 0..<8, using: &random) {
    case 4, 5: "(" + joined(&random, depth, " and ") + ")"
    case 6: "(" + joined(&random, depth, " or ") + ")"
    case 7: "not " + text(&random, depth: depth - 1)
    default: condition(&random)
    }
  }

  private static func joined(_ random: inout SplitMix64, _ depth: Int, _ word: String) -> String {
    (0..<Int.random(in: 2...3, using: &random)).map { _ in text(&random, depth: depth - 1) }
      .joined(separator: word)
  }

  private static func condition(_ random: inout SplitMix64) -> String {
    let fields = FilterField.allCases.filter { $0 != .segment }
    let field = fields[Int.random(in: 0..<fields.count, using: &random)]
    let sign = ["=", "!=", "<", "<=", ">", ">="][Int.random(in: 0..<6, using: &random)]
    if Int.random(in: 0..<6, using: &random) == 0 {
      return "\(field.rawValue) is \(Bool.random(using: &random) ? "not " : "")empty"
    }
    switch field.kind {
    case .number: return "\(field.rawValue) \(sign) \(Int.random(in: 0...5, using: &random))"
    case .date:
      let day = Int.random(in: 1...6, using: &random)
      return "\(field.rawValue) \(sign) 2026-03-0\(day)"
    default:
      let values = texts[field] ?? ["x"]
      func value() -> String { "\"\(values[Int.random(in: 0..<values.count, using: &random)])\"" }
      switch Int.random(in: 0..<4, using: &random) {
      case 0 where field.hasParts: return "\(field.rawValue) ~ \(value())"
      case 1: return "\(field.rawValue) in (\(value()), \(value()))"
      case 2: return "\(field.rawValue) != \(value())"
      default: return "\(field.rawValue) = \(value())"
      }
    }
  }
}
