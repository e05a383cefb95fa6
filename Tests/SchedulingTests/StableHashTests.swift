import Testing

@testable import Scheduling

@Suite struct StableHashTests {
  /// Plans made by an earlier version must not move: these numbers never change.
  @Test func seedsAreTheSameForEver() {
    #expect(StableHash.seed() == 0xF52A_15E9_A9B5_E89B)
    #expect(StableHash.seed("spring", "maya@example.com", "2") == 0x611E_DEAB_4BCC_72D3)
    #expect(StableHash.seed("春", "مايا") == 0xF5CC_3C50_8127_0FD4)
  }

  @Test func partsAreKeptApart() {
    #expect(StableHash.seed("ab", "c") != StableHash.seed("a", "bc"))
    #expect(StableHash.seed("a") != StableHash.seed("a", ""))
    #expect(StableHash.seed("a", "b") != StableHash.seed("b", "a"))
  }

  @Test func fractionsAndIndicesFillTheirRangeEvenly() {
    var tenths = [Int](repeating: 0, count: 10)
    var sevenths = [Int](repeating: 0, count: 7)
    for contact in 0..<20_000 {
      let seed = StableHash.seed("campaign", "contact \(contact)")
      let fraction = StableHash.fraction(seed)
      #expect(fraction >= 0 && fraction < 1)
      tenths[min(Int(fraction * 10), 9)] += 1
      sevenths[StableHash.index(seed, below: 7)] += 1
    }
    // Five standard deviations around the mean.
    #expect(tenths.allSatisfy { abs($0 - 2_000) < 212 })
    #expect(sevenths.allSatisfy { abs($0 - 2_857) < 248 })
  }

  @Test func theExtremesStayInRange() {
    for seed in [0, 1, UInt64.max, 1 << 63] {
      #expect((0..<1).contains(StableHash.fraction(seed)))
      #expect((0..<Int.max).contains(StableHash.index(seed, below: .max)))
      #expect(StableHash.index(seed, below: 1) == 0)
      #expect(StableHash.index(seed, below: 0) == 0)
      #expect(StableHash.index(seed, below: -5) == 0)
    }
  }
}
