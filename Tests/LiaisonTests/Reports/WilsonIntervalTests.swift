import Testing

@testable import Liaison

struct WilsonIntervalTests {
  /// From SciPy 1.17.1, as `scipy.stats.binomtest(k, n).proportion_ci(0.95, 'wilson')`.
  @Test(arguments: [
    (0, 1, 0.0, 0.7934506856227626), (1, 1, 0.20654931437723745, 1.0),
    (0, 10, 0.0, 0.27753279986288926), (1, 10, 0.017876213095072896, 0.4041500267952385),
    (5, 10, 0.236593090512564, 0.7634069094874361), (10, 10, 0.7224672001371109, 1.0),
    (3, 30, 0.034599888747334176, 0.2562108257918408),
    (7, 52, 0.06676881705396143, 0.25273320165193797),
    (12, 100, 0.0699940643701949, 0.19812099426711421),
    (1, 1000, 0.00017654637062607809, 0.0056425585979579355),
    (250, 1000, 0.2241530989836914, 0.27776028025908617),
    (999_983, 1_000_003, 0.9999691063642447, 0.999987052476872),
  ])
  func `the interval is SciPy's`(count: Int, total: Int, low: Double, high: Double) throws {
    let interval = try #require(WilsonInterval(count, of: total))
    #expect(abs(interval.low - low) < 1e-12)
    #expect(abs(interval.high - high) < 1e-12)
    #expect(interval.rate == Double(count) / Double(total))
  }

  @Test(arguments: [(0, 0), (1, 0), (-1, 5), (6, 5), (0, -3), (.min, .max)])
  func `there is no interval for impossible counts`(count: Int, total: Int) {
    #expect(WilsonInterval(count, of: total) == nil)
  }

  @Test func `rate lies in the interval, the interval in 0 to 1, for every count`() throws {
    for total in 1...60 {
      for count in 0...total {
        let interval = try #require(WilsonInterval(count, of: total))
        #expect(0 <= interval.low && interval.low <= interval.rate)
        #expect(interval.rate <= interval.high && interval.high <= 1)
      }
    }
  }
}
