import Glibc
import Scheduling

/// Makes row ids: UUIDs of version 7 (RFC 9562 section 5.7), which sort by the time they were made.
///
/// Within one millisecond the random part only grows (method 2 of section 6.2), so a large import
/// appends to its tables instead of writing all over them.
package struct IdentifierSource {
  private var random: any RandomNumberGenerator
  private var milliseconds: UInt64 = 0
  private var tail: UInt64 = 0

  package init(random: any RandomNumberGenerator = SystemRandomNumberGenerator()) {
    self.random = random is SystemRandomNumberGenerator ? SystemRandomPool() : random
  }

  /// The next id, 36 characters of lower-case hexadecimal and hyphens.
  package mutating func next(at now: Instant) -> String {
    let time = UInt64(clamping: now.microseconds / 1000)
    if time > milliseconds {
      milliseconds = time
      tail = random.next() & 0x1FFF_FFFF_FFFF_FFFF
    } else {
      // The clock may stand still or go back; the ids still grow.
      tail &+= 1 + (random.next() & 0xFFFF_FFFF)
      if tail > 0x3FFF_FFFF_FFFF_FFFF {
        tail = random.next() & 0x1FFF_FFFF_FFFF_FFFF
        milliseconds += 1
      }
    }
    // 48 bits of time, version 7 and 12 bits of zero, then the variant and 62 growing bits.
    return Self.text((milliseconds << 16) | 0x7000, (0b10 << 62) | tail)
  }

  /// The two halves of an id, for keeping very many in memory.
  static func bits(_ id: String) -> (high: UInt64, low: UInt64) {
    var high: UInt64 = 0
    var low: UInt64 = 0
    for byte in id.utf8 where byte != UInt8(ascii: "-") {
      high = high << 4 | low >> 60
      low = low << 4 | UInt64(byte < UInt8(ascii: "a") ? byte & 0xF : byte - UInt8(ascii: "a") + 10)
    }
    return (high, low)
  }

  static func text(_ high: UInt64, _ low: UInt64) -> String {
    String(unsafeUninitializedCapacity: 36) { buffer in
      var at = 0
      for word in [high, low] {
        for shift in stride(from: 60, through: 0, by: -4) {
          if at == 8 || at == 13 || at == 18 || at == 23 {
            buffer[at] = UInt8(ascii: "-")
            at += 1
          }
          let digit = UInt8(truncatingIfNeeded: (word >> UInt64(shift)) & 0xF)
          buffer[at] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
          at += 1
        }
      }
      return at
    }
  }
}

/// The system's random numbers, fetched many at a time: a system call for each id would show.
private struct SystemRandomPool: RandomNumberGenerator {
  private var source = SystemRandomNumberGenerator()
  private var numbers: [UInt64] = []

  mutating func next() -> UInt64 {
    if let number = numbers.popLast() { return number }
    // 256 bytes are the most that getentropy(3) gives.
    numbers = [UInt64](repeating: 0, count: 32)
    guard getentropy(&numbers, numbers.count * MemoryLayout<UInt64>.size) == 0 else {
      numbers.removeAll()
      return source.next()
    }
    return numbers.popLast() ?? source.next()
  }
}
