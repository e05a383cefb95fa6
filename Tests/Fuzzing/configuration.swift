// module: Tone/ASCII.swift Tone/JSON5Locator.swift Tone/ScalarClass.swift Scheduling/Holidays/JSON5Reader.swift Scheduling/ByteCursor.swift

import FoundationEssentials

/// Reads any bytes as JSON5 by all the readers that a workspace's files meet.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let fault = JSON5Locator.fault(in: bytes)
  if let fault { precondition((0...bytes.count).contains(fault.offset), "no such place") }
  for path in [
    [], [.name("a")], [.name("a"), .index(1)], [.index(0), .name("a"), .name("b")],
  ] as [[JSON5Locator.Key]] {
    let offset = JSON5Locator.offset(of: path, in: bytes)
    precondition((0...bytes.count).contains(offset), "no such place")
  }

  do throws(JSON5Fault) {
    _ = try JSON5Reader.read(bytes)
    // It takes less than JSON5, so what it takes is well to the locator too.
    precondition(fault == nil, "they differ: \(fault.map(\.reason) ?? "")")
  } catch {
    let lines = bytes.count { $0 == 0x0A } + 1
    precondition((1...lines).contains(error.line), "no such line")
  }

  if let fault = JSON5Locator.encodingFault(in: bytes) {
    precondition((0...bytes.count).contains(fault.offset), "no such place")
    return 0
  }
  let decoder = JSONDecoder()
  decoder.allowsJSON5 = true
  _ = try? decoder.decode(Anything.self, from: Data(bytes))
  return 0
}

/// Any value, read to its ends.
private struct Anything: Decodable {
  private struct Key: CodingKey {
    let stringValue: String
    let intValue: Int? = nil
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  init(from decoder: any Decoder) throws {
    if let object = try? decoder.container(keyedBy: Key.self) {
      for key in object.allKeys { _ = try object.decode(Anything.self, forKey: key) }
    } else if var list = try? decoder.unkeyedContainer() {
      while !list.isAtEnd { _ = try list.decode(Anything.self) }
    } else {
      let value = try decoder.singleValueContainer()
      _ = try? value.decode(String.self)
      _ = try? value.decode(Int.self)
      _ = try? value.decode(Double.self)
    }
  }
}
