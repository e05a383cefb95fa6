import FoundationEssentials
import Mail
import Testing

@testable import Liaison

/// A link that begins an answer (RFC 6068).
struct MailtoAddressTests {
  @Test(arguments: [
    "", "a b", "50% & more?#x=1+1", "日時：15:00", "\r\nBcc: x@y.example", "م\u{200F}",
  ])
  func `subject and body come back as they were, and nothing else`(text: String) throws {
    let address = try EmailAddress("lina+meet@acme.example")
    let link = MailtoAddress(address, subject: text, body: text + "!").description
    #expect(link.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
    let parts = link.split(separator: "?", omittingEmptySubsequences: false)
    #expect(parts.count == 2 && parts[0].removingPercentEncoding == "mailto:lina+meet@acme.example")
    let fields = parts[1].split(separator: "&", omittingEmptySubsequences: false)
      .map { $0.split(separator: "=", omittingEmptySubsequences: false).map(String.init) }
    #expect(fields.map(\.first) == ["subject", "body"] && fields.allSatisfy { $0.count == 2 })
    #expect(fields.map { $0[1].removingPercentEncoding } == [text, text + "!"])
  }
}
