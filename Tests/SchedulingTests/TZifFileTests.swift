import Testing

@testable import Scheduling

@Suite struct TZifFileTests {
  private var sample: TZifBuilder {
    TZifBuilder(
      types: [(-1_000, false, "LMT"), (3_600, false, "CET"), (7_200, true, "CEST")],
      changes: [(-2_000_000_000, 1), (1_000_000_000, 2), (1_010_000_000, 1)],
      footer: "CET-1CEST,M3.5.0,M10.5.0/3")
  }

  @Test(arguments: [UInt8(0), 0x32, 0x33, 0x34, 0x35])
  func everyVersionIsRead(version: UInt8) throws {
    var builder = sample
    builder.version = version
    let zone = try builder.zone()
    #expect(zone.offset(at: -2_000_000_001) == -1_000)
    #expect(zone.offset(at: .min) == -1_000)
    #expect(zone.offset(at: -2_000_000_000) == 3_600)
    #expect(zone.offset(at: 1_000_000_000) == 7_200)
    #expect(zone.abbreviation(at: 1_009_999_999) == "CEST")
    #expect(zone.isDaylightSaving(at: 1_009_999_999))
    #expect(zone.offset(at: 1_010_000_000) == 3_600)
    // 2040-07-01: only the newer versions have a rule.
    #expect(zone.offset(at: 2_224_800_000) == (version == 0 ? 3_600 : 7_200))
    // 2500-07-01 and 2500-01-01: beyond the years that are written out.
    #expect(zone.offset(at: 16_740_777_600) == (version == 0 ? 3_600 : 7_200))
    #expect(zone.offset(at: 16_725_225_600) == 3_600)
  }

  @Test func aRuleWithoutChangesHoldsAtAllTimes() throws {
    let fixed = try TZifBuilder(types: [(0, false, "-00")], footer: "<+05>-5").zone()
    #expect(fixed.offset(at: 0) == 18_000)
    #expect(fixed.nextTransition(after: 0) == nil)
    let yearly = try TZifBuilder(types: [(3_600, false, "CET")], footer: sample.footer).zone()
    #expect(yearly.offset(at: -1_010_000_000) == 3_600)
    #expect(yearly.nextTransition(after: 0) == 7_520_400)
  }

  @Test func anEmptyRuleLeavesTheLastChange() throws {
    var builder = sample
    builder.footer = ""
    builder.changes.removeLast()
    #expect(try builder.zone().offset(at: .max) == 7_200)
  }

  @Test func whatIsDamagedIsRefusedWithItsReason() throws {
    func expect(_ error: TZifError, _ change: (inout TZifBuilder) -> Void) {
      var builder = sample
      change(&builder)
      #expect(throws: error) { try TZifFile(builder.bytes) }
    }
    expect(.noLocalTimeType) { $0.types = [] }
    expect(.badTransition) { $0.changes[0].type = 3 }
    expect(.badTransition) { $0.changes[1].seconds = $0.changes[0].seconds }
    expect(.badTransition) { $0.changes[0].seconds = .min }
    expect(.badLocalTimeType) { $0.types[0].offset = .min }
    expect(.badLocalTimeType) { $0.types[0].offset = 93_600 }
    expect(.badFooter) { $0.footer = "CET" }
    expect(.leapSeconds) { $0.leapSeconds = 27 }
    #expect(throws: TZifError.truncated) { try TZifFile([]) }
    #expect(throws: TZifError.notTZif) { try TZifFile(Array("#!/bin/sh\n".utf8)) }
    #expect(throws: TZifError.badFooter) { try TZifFile(sample.bytes.dropLast()) }
  }

  @Test func everyBeginningOfAFileIsRefused() throws {
    let bytes = sample.bytes
    for count in 0..<bytes.count {
      #expect(throws: TZifError.self) { try TZifFile(Array(bytes.prefix(count))) }
    }
    #expect(try TZifFile(bytes).changes.count == 3)
  }

  @Test func damagedBytesGiveAnErrorOrAZoneThatAnswers() throws {
    let seed: UInt64 = 7
    var random = SplitMix64(seed: seed)
    let window = try SendWindow("Mon-Fri 09:00-17:00")
    let start = Instant(seconds: 1_800_000_000)
    var accepted = 0
    for round in 0..<4_000 {
      var bytes = sample.bytes
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] =
          round % 2 == 0
          ? random.next() % 2 == 0 ? 0xFF : 0x7F : .random(in: 0...255, using: &random)
      }
      guard let zone = try? TZifBuilder.zone(bytes) else { continue }
      accepted += 1
      for time: Int64 in [.min, -1, 0, 1_800_000_000, 1 << 59, .max] {
        #expect((-89_999...93_599).contains(zone.offset(at: time)), "seed \(seed), round \(round)")
        if let next = zone.nextTransition(after: time) { #expect(next > time) }
      }
      if let found = window.firstInstant(from: start, in: zone) {
        #expect(window.contains(found, in: zone), "seed \(seed), round \(round)")
      }
    }
    // Both outcomes must have been tried.
    #expect(accepted > 100 && accepted < 3_900)
  }

  @Test func randomBytesAreRefused() {
    var random = SplitMix64(seed: 99)
    for _ in 0..<2_000 {
      let magic = Array("TZif2".utf8)
      let rest = (0..<Int.random(in: 0...200, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      #expect(throws: TZifError.self) { try TZifFile(magic + rest) }
    }
  }
}
