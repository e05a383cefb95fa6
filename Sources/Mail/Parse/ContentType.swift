/// A value with parameters, as in `Content-Type` and `Content-Disposition` (RFC 2045 section 5.1,
/// RFC 2231).
package struct ContentType: Sendable {
  /// The value itself in lower case, such as `text/plain` or `attachment`.
  package private(set) var value = ""

  private var parameters: [(name: String, value: String)] = []

  private static let mostParameters = 100

  /// Reads a value; what is missing or malformed is left out.
  package init(_ raw: [UInt8]) {
    let bytes = HeaderText.withoutComments(raw[...])
    var index = bytes.startIndex
    while index < bytes.endIndex, bytes[index] != UInt8(ascii: ";"),
      !Self.endsValue(bytes, at: index)
    {
      index += 1
    }
    value = String(decoding: bytes[..<index].filter { $0 > 0x20 }, as: UTF8.self).lowercased()
    readParameters(bytes[index...])
  }

  /// A parameter by its name in lower case; pieces are joined, charsets decoded.
  package subscript(name: String) -> String? {
    if let whole = parameters.first(where: { $0.name == name }) {
      // Not allowed, but common: an encoded word in a parameter.
      guard whole.value.contains("=?") else { return whole.value }
      return HeaderText.decode(Array(whole.value.utf8)[...], charset: nil)
    }
    return continued(name)
  }

  /// RFC 2231: `name*0*=utf-8'en'%C3…; name*1=…`, and `name*=…`.
  private func continued(_ name: String) -> String? {
    var octets: [UInt8] = []
    var charset: String?
    var isFound = false
    func append(_ value: String, isEncoded: Bool, isFirst: Bool) {
      isFound = true
      var bytes = Array(value.utf8)[...]
      guard isEncoded else {
        octets += bytes
        return
      }
      if isFirst {
        let quote = UInt8(ascii: "'")
        if let first = bytes.firstIndex(of: quote),
          let second = bytes[(first + 1)...].firstIndex(of: quote)
        {
          charset = String(decoding: bytes[..<first], as: UTF8.self)
          bytes = bytes[(second + 1)...]
        }
      }
      octets += percentDecoded(bytes)
    }
    if let whole = parameters.first(where: { $0.name == name + "*" }) {
      append(whole.value, isEncoded: true, isFirst: true)
    } else {
      for number in 0..<Self.mostParameters {
        let plain = "\(name)*\(number)"
        guard
          let part = parameters.first(where: { $0.name == plain || $0.name == plain + "*" })
        else { break }
        append(part.value, isEncoded: part.name.hasSuffix("*"), isFirst: number == 0)
      }
    }
    return isFound ? CharsetDecoder.decode(octets[...], charset: charset) : nil
  }

  private func percentDecoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.endIndex,
        let high = hexValue(bytes[index + 1]), let low = hexValue(bytes[index + 2])
      {
        output.append(high << 4 | low)
        index += 3
      } else {
        output.append(bytes[index])
        index += 1
      }
    }
    return output
  }

  /// Whether a value ends at a blank, since a parameter follows; only the first blank is looked at.
  private static func endsValue(_ bytes: ArraySlice<UInt8>, at index: Int) -> Bool {
    bytes[index] <= 0x20 && index > bytes.startIndex && bytes[index - 1] > 0x20
      && startsParameter(bytes, from: index)
  }

  /// Whether a parameter follows although its semicolon is missing.
  private static func startsParameter(_ bytes: ArraySlice<UInt8>, from start: Int) -> Bool {
    var index = start
    while index < bytes.endIndex, bytes[index] <= 0x20 { index += 1 }
    let name = index
    while index < bytes.endIndex, index - name < 40,
      bytes[index].isAlphanumeric || bytes[index] == UInt8(ascii: "-")
    {
      index += 1
    }
    return index > name && index < bytes.endIndex && bytes[index] == UInt8(ascii: "=")
  }

  private mutating func readParameters(_ bytes: ArraySlice<UInt8>) {
    let semicolon = UInt8(ascii: ";")
    var index = bytes.startIndex
    while index < bytes.endIndex, parameters.count < Self.mostParameters {
      while index < bytes.endIndex, bytes[index] <= 0x20 || bytes[index] == semicolon { index += 1 }
      let start = index
      while index < bytes.endIndex, bytes[index] != UInt8(ascii: "="), bytes[index] != semicolon {
        index += 1
      }
      guard index < bytes.endIndex else { return }
      guard bytes[index] == UInt8(ascii: "=") else { continue }
      let name = String(decoding: bytes[start..<index].trimmedBlanks, as: UTF8.self).lowercased()
      index += 1
      while index < bytes.endIndex, bytes[index] <= 0x20 { index += 1 }
      var value: [UInt8] = []
      if index < bytes.endIndex, bytes[index] == UInt8(ascii: "\"") {
        index += 1
        while index < bytes.endIndex, bytes[index] != UInt8(ascii: "\"") {
          if bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.endIndex { index += 1 }
          value.append(bytes[index])
          index += 1
        }
        index += 1
      } else {
        let from = index
        while index < bytes.endIndex, bytes[index] != semicolon,
          !Self.endsValue(bytes, at: index)
        {
          index += 1
        }
        value = Array(bytes[from..<index].trimmedBlanks)
      }
      index = min(index, bytes.endIndex)
      if !name.isEmpty {
        parameters.append((name, CharsetDecoder.decode(value[...], charset: nil)))
      }
    }
  }
}
