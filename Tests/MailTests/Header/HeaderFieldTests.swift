import Mail
import Testing

@Suite struct HeaderFieldTests {
  @Test(
    "A control in the value is refused with its place",
    arguments: [
      ("a\rb", "\r", 2), ("a\nb", "\n", 2), ("\r\nBcc: x@y.example", "\r", 1), ("ab\0", "\0", 3),
      ("品\tb", "\t", 2), ("a\u{1B}[0m", "\u{1B}", 2), ("a\u{7F}", "\u{7F}", 2),
      ("a\u{85}b", "\u{85}", 2), ("a\u{9F}b", "\u{9F}", 2), ("a\u{2029}", "\u{2029}", 2),
    ] as [(String, Unicode.Scalar, Int)])
  func controlIsRefused(value: String, scalar: Unicode.Scalar, position: Int) {
    let error = HeaderError(field: "Subject", reason: .control(scalar, position: position))
    #expect(throws: error) { try HeaderValue(value, field: "Subject") }
    #expect(throws: error) { try HeaderField(name: "Subject", value: value) }
    #expect(error.description.contains("Subject"))
    #expect(error.description.contains("character \(position);"))
    #expect(error.description.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value < 0x2028 })
  }

  @Test(
    "A name that is none is refused",
    arguments: [
      "", "Sub ject", "Subject:", "Subj\nect", "Sübject", String(repeating: "a", count: 61),
    ]
  )
  func badNameIsRefused(name: String) {
    #expect(throws: HeaderError.self) { try HeaderField(name: name, value: "x") }
  }

  @Test(
    "Any script is a value",
    arguments: ["", "Hello", "Grüße", "品牌合作", "تعاون", "👩‍👩‍👧‍👦", "a\u{A0}b", "a\u{FFFD}"])
  func anyScriptIsAValue(text: String) throws {
    #expect(try HeaderField(name: "Subject", value: text).value.description == text)
  }
}
