/// Punycode, the ASCII spelling of Unicode labels (RFC 3492), without the `xn--` prefix.
///
/// Every sum is checked, so a hostile label gives `nil` and never a trap.
package enum Punycode {
  private static let base: UInt32 = 36
  private static let tMin: UInt32 = 1
  private static let tMax: UInt32 = 26
  private static let skew: UInt32 = 38
  private static let damp: UInt32 = 700
  private static let initialBias: UInt32 = 72
  private static let initialN: UInt32 = 128

  /// Longer input is refused: the work grows with its square, and a label has 63 octets.
  private static let longestInput = 256

  /// Spells Unicode scalars in ASCII; the basic ones keep their case.
  ///
  /// `nil` when the input is longer than any label could be.
  package static func encode(_ scalars: some Collection<Unicode.Scalar>) -> String? {
    let points = scalars.map(\.value)
    guard points.count <= longestInput else { return nil }
    var output = String.UnicodeScalarView()
    for scalar in scalars where scalar.isASCII { output.append(scalar) }
    let basicCount = UInt32(output.count)
    if basicCount > 0 { output.append("-") }

    var n = initialN
    var delta: UInt32 = 0
    var bias = initialBias
    var handled = basicCount
    while handled < points.count {
      guard let next = points.lazy.filter({ $0 >= n }).min(),
        let raised = sum(delta, (next - n).multipliedReportingOverflow(by: handled + 1))
      else { return nil }
      delta = raised
      n = next
      for point in points {
        if point < n { delta &+= 1 }
        guard point == n else { continue }
        var rest = delta
        var k = base
        while true {
          let threshold = self.threshold(k, bias)
          if rest < threshold { break }
          output.append(digit(threshold + (rest - threshold) % (base - threshold)))
          rest = (rest - threshold) / (base - threshold)
          k += base
        }
        output.append(digit(rest))
        bias = adapt(delta, handled + 1, isFirst: handled == basicCount)
        delta = 0
        handled += 1
      }
      delta &+= 1
      n += 1
    }
    return String(output)
  }

  /// Reads a Punycode label back; `nil` when it is none.
  package static func decode(_ text: some StringProtocol) -> String? {
    let bytes = Array(text.utf8)
    guard bytes.count <= longestInput, bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
    var output: [UInt32] = []
    var position = 0
    if let hyphen = bytes.lastIndex(of: UInt8(ascii: "-")) {
      output = bytes[..<hyphen].map(UInt32.init)
      position = hyphen + 1
    }
    var n = initialN
    var i: UInt32 = 0
    var bias = initialBias
    while position < bytes.count {
      let start = i
      var weight: UInt32 = 1
      var k = base
      while true {
        guard position < bytes.count, let digit = value(bytes[position]),
          let raised = sum(i, digit.multipliedReportingOverflow(by: weight))
        else { return nil }
        position += 1
        i = raised
        let threshold = self.threshold(k, bias)
        if digit < threshold { break }
        let heavier = weight.multipliedReportingOverflow(by: base - threshold)
        if heavier.overflow { return nil }
        weight = heavier.partialValue
        k += base
      }
      let length = UInt32(output.count) + 1
      bias = adapt(i - start, length, isFirst: start == 0)
      let advanced = n.addingReportingOverflow(i / length)
      guard !advanced.overflow, Unicode.Scalar(advanced.partialValue) != nil else { return nil }
      n = advanced.partialValue
      i %= length
      output.insert(n, at: Int(i))
      i += 1
    }
    var scalars = String.UnicodeScalarView()
    for point in output {
      guard let scalar = Unicode.Scalar(point) else { return nil }
      scalars.append(scalar)
    }
    return String(scalars)
  }

  private static func sum(
    _ term: UInt32, _ product: (partialValue: UInt32, overflow: Bool)
  ) -> UInt32? {
    let sum = term.addingReportingOverflow(product.partialValue)
    return product.overflow || sum.overflow ? nil : sum.partialValue
  }

  private static func threshold(_ k: UInt32, _ bias: UInt32) -> UInt32 {
    k <= bias + tMin ? tMin : min(k - bias, tMax)
  }

  /// RFC 3492 section 6.1.
  private static func adapt(_ delta: UInt32, _ count: UInt32, isFirst: Bool) -> UInt32 {
    var delta = isFirst ? delta / damp : delta / 2
    delta += delta / count
    var k: UInt32 = 0
    while delta > (base - tMin) * tMax / 2 {
      delta /= base - tMin
      k += base
    }
    return k + (base - tMin + 1) * delta / (delta + skew)
  }

  private static func digit(_ value: UInt32) -> Unicode.Scalar {
    let code = UInt8(truncatingIfNeeded: value)
    return Unicode.Scalar(code < 26 ? code + UInt8(ascii: "a") : code - 26 + UInt8(ascii: "0"))
  }

  private static func value(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte - UInt8(ascii: "a"))
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(byte - UInt8(ascii: "A"))
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0")) + 26
    default: nil
    }
  }
}
