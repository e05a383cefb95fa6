import FoundationEssentials
import Testing

@testable import Templating

@Suite struct TemplateValueTests {
  @Test func `it has the plain shape in JSON`() throws {
    let json = #"{"a":"x","b":[true,"y"],"c":{"d":false}}"#
    let value = try JSONDecoder().decode(TemplateValue.self, from: Data(json.utf8))
    #expect(value == ["a": "x", "b": [true, "y"], "c": ["d": false]])
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    #expect(String(decoding: try encoder.encode(value), as: UTF8.self) == json)
  }

  @Test func `numbers and null are read as text`() throws {
    let json = #"[1, -2.5, null, 9007199254740993]"#
    let value = try JSONDecoder().decode(TemplateValue.self, from: Data(json.utf8))
    #expect(value == ["1", "-2.5", "", "9007199254740993"])
  }
}
