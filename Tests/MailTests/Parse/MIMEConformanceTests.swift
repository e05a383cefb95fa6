import Mail
import Testing

@Suite(.enabled(if: ConformanceCases.areHere("mime")))
struct MIMEConformanceTests {
  @Test func fieldsAreRead() throws {
    var right = 0
    var wrong: [String] = []
    let rows = try ConformanceCases.rows("mime")
    for row in rows {
      let message = InboundMessage(try ConformanceCases.bytes("mime", row))
      let text = ConformanceCases.collapsed(message.texts.first?.source ?? "")
      let fields: [(name: String, got: String, wanted: String)] = [
        ("subject", message.subject, row["subject"] ?? ""),
        ("from_addr", message.from.first?.address ?? "", row["from_addr"] ?? ""),
        (
          "to_addrs", Set(message.to.map(\.address)).sorted().joined(separator: ";"),
          Set((row["to_addrs"] ?? "").split(separator: ";").map(String.init)).sorted()
            .joined(separator: ";")
        ),
        ("text_first_120", String(text.prefix(120)), row["text_first_120"] ?? ""),
      ]
      for field in fields {
        if ConformanceCases.collapsed(field.got) == ConformanceCases.collapsed(field.wanted) {
          right += 1
        } else {
          wrong.append("\(row["file"] ?? "") \(field.name): \(field.got)")
        }
      }
    }
    print("conformance mime: \(right) of \(rows.count * 4)")
    #expect(right * 100 >= rows.count * 4 * 98, "\(wrong.joined(separator: "\n"))")
  }
}
