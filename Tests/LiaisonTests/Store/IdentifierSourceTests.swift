import Scheduling
import Testing

@testable import Liaison

struct IdentifierSourceTests {
  private static let time = Instant(microseconds: 0x0195_5555_AAAA * 1000 + 999)

  @Test func `an id has the form of RFC 9562 section 5 point 7`() {
    var source = IdentifierSource(random: SplitMix64(seed: 5))
    for _ in 0..<100 {
      let id = source.next(at: Self.time)
      let parts = id.split(separator: "-")
      #expect(parts.map(\.count) == [8, 4, 4, 4, 12])
      #expect(parts[0] + parts[1] == "01955555aaaa")
      #expect(parts[2].first == "7")
      #expect("89ab".contains(parts[3].first ?? " "))
      #expect(id.allSatisfy { $0 == "-" || ("0"..."9").contains($0) || ("a"..."f").contains($0) })
    }
  }

  @Test func `ids grow, also while the clock stands still or goes back`() {
    var source = IdentifierSource(random: SplitMix64(seed: 6))
    var random = SplitMix64(seed: 7)
    var last = ""
    var now = Self.time
    for _ in 0..<20_000 {
      let id = source.next(at: now)
      #expect(last < id)
      last = id
      if random.happens(10) { now = now.adding(seconds: Int64(random.below(7)) - 3) }
    }
  }

  @Test func `an id's random part that runs over still grows`() {
    /// Nothing but ones: the random part overflows soonest.
    struct Ones: RandomNumberGenerator { mutating func next() -> UInt64 { .max } }
    var source = IdentifierSource(random: Ones())
    var last = ""
    for _ in 0..<1_000 {
      let id = source.next(at: Self.time)
      #expect(last < id)
      last = id
    }
  }

  @Test func `a time before 1970 or far away makes an id all the same`() {
    var source = IdentifierSource(random: SplitMix64(seed: 8))
    #expect(source.next(at: Instant(microseconds: .min)).count == 36)
    #expect(source.next(at: Instant(microseconds: .max)).count == 36)
  }
}
