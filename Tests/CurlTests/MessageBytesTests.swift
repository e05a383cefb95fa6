import TestServers
import Testing

@testable import Curl

@Suite struct MessageBytesTests {
  @Test func `Messages of every size round the buffers arrive byte for byte`() throws {
    let server = try MisbehavingServer()
    var sent: [[UInt8]] = []
    for size in [16_383, 16_384, 16_385, 32_767, 65_535, 65_536, 65_537, 131_072, 1 << 20] {
      let line = Array(".dots. and a line to fill\r\n".utf8)
      var message = Array(repeatElement(line, count: size / line.count).joined())
      message = message.dropLast(2) + Array(repeating: 0x78, count: size - message.count)
      message += [0x0D, 0x0A]
      #expect(message.count == size)
      sent.append(message)
      #expect(try server.deliver(message).delivery.kind == "accepted")
    }
    #expect(try server.server.accepted().map(\.message) == sent)
    #expect(try server.server.events().filter { $0 == "connect" }.count == 1)
  }

  /// A line end, the dot after it and what follows fall on either side of where libcurl's buffer of
  /// 65,536 bytes ends, in every way.
  @Test(arguments: ["\r\n.\r\n", "\r\n..\r\n", ".\r\n.\r\n.\r\n", "\r\n\r\n.\r\n", "\r\n.x\r\n"])
  func `Dots are kept where they meet the end of a buffer`(pattern: String) throws {
    let server = try MisbehavingServer()
    var sent: [[UInt8]] = []
    for shift in 0...pattern.utf8.count + 1 {
      let start = Array(repeating: UInt8(ascii: "a"), count: 65_536 - shift)
      for rest in ["", "tail\r\n"] {
        sent.append(start + Array(pattern.utf8) + Array(rest.utf8))
      }
    }
    for message in sent { #expect(try server.deliver(message).delivery.kind == "accepted") }
    #expect(try server.server.accepted().map(\.message) == sent)
  }

  @Test(arguments: ["\r\n", ".\r\n", "..\r\n", ".\r\n.\r\n", "\r\n.\r\nQUIT\r\n", "ü\u{1}\r\n"])
  func `Small messages arrive byte for byte`(message: String) throws {
    let server = try MisbehavingServer()
    #expect(try server.deliver(Array(message.utf8)).delivery.kind == "accepted")
    #expect(try server.server.accepted().map(\.message) == [Array(message.utf8)])
  }

  @Test func `Messages of random lines arrive byte for byte`() throws {
    let seed = UInt64.random(in: .min ... .max)
    var random = SplitMix64(state: seed)
    let server = try MisbehavingServer()
    let pieces = ["\r\n", ".", "\r\n.", "\r\n.\r\n", "x", "MAIL FROM:<a@b>", "é"].map {
      Array($0.utf8)
    }
    var sent: [[UInt8]] = []
    for _ in 0..<60 {
      var message: [UInt8] = []
      let length = [10, 100, 66_000, 140_000].randomElement(using: &random) ?? 10
      while message.count < length { message += pieces.randomElement(using: &random) ?? [] }
      sent.append(message + [0x0D, 0x0A])
    }
    for message in sent { #expect(try server.deliver(message).delivery.kind == "accepted") }
    #expect(try server.server.accepted().map(\.message) == sent, "seed \(seed)")
  }
}

/// Random numbers that a seed repeats.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
