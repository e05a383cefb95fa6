/// A share of people with its 95 % interval by Wilson's score method.
///
/// Wilson (1927), "Probable inference, the law of succession, and statistical inference", JASA 22.
/// Unlike the usual plus-or-minus it holds for small groups and for rates near 0.
public struct WilsonInterval: Hashable, Sendable, Codable {
  /// The two-sided 95 % quantile of the normal distribution.
  private static let quantile = 1.959_963_984_540_054

  /// The share itself, from 0 to 1.
  public let rate: Double
  /// The lower end.
  public let low: Double
  /// The upper end.
  public let high: Double

  /// The interval for `count` of `total` people; nil where there is nobody.
  public init?(_ count: Int, of total: Int) {
    guard total > 0, (0...total).contains(count) else { return nil }
    let (n, share, z) = (Double(total), Double(count) / Double(total), Self.quantile)
    let scale = 1 + z * z / n
    let centre = (share + z * z / (2 * n)) / scale
    let half = z / scale * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
    rate = share
    low = count == 0 ? 0 : max(0, centre - half)
    high = count == total ? 1 : min(1, centre + half)
  }
}
