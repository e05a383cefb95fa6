import Testing

@testable import Scheduling

struct DailyCapTests {
  @Test func `a cap without a slow start is the same on every day`() throws {
    let cap = try DailyCap(daily: 50)
    #expect([-3, 0, 1, 400].map { cap.messages(age: $0) } == [50, 50, 50, 50])
    #expect(DailyCap.standard.daily == 200)
  }

  @Test func `a slow start grows by the day up to the cap`() throws {
    let cap = try DailyCap(daily: 50, rampUp: .init(start: 10, add: 15))
    #expect([-1, 0, 1, 2, 3, 1_000_000].map { cap.messages(age: $0) } == [10, 10, 25, 40, 50, 50])
    let steep = try DailyCap(daily: 100_000, rampUp: .init(start: 1, add: 100_000))
    #expect(steep.messages(age: .max) == 100_000)
  }

  @Test(
    arguments: [
      (0, nil), (-5, nil), (100_001, nil), (50, (0, 5)), (50, (10, 0)), (50, (51, 5)),
    ] as [(Int, (Int, Int)?)])
  func `numbers that make no cap are refused`(daily: Int, rampUp: (Int, Int)?) {
    #expect(throws: DailyCapError.self) {
      try DailyCap(daily: daily, rampUp: rampUp.map { .init(start: $0.0, add: $0.1) })
    }
  }
}
