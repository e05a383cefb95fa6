import Mail
import Testing

@Suite struct HeaderFoldingTests {
  private func written(_ name: String, _ text: String) -> String {
    var header = HeaderFolding()
    header.begin(name)
    header.appendText(text)
    header.end()
    return String(decoding: header.bytes, as: UTF8.self)
  }

  @Test(
    "Short ASCII stands as it is, and what readers could change is encoded",
    arguments: [
      ("Hello Maya", "Subject: Hello Maya\r\n"),
      ("Re: rates (2025), \"final\"", "Subject: Re: rates (2025), \"final\"\r\n"),
      ("", "Subject: \r\n"),
      ("two  spaces", "Subject: =?UTF-8?Q?two__spaces?=\r\n"),
      (" leading", "Subject: =?UTF-8?Q?_leading?=\r\n"),
      ("trailing ", "Subject: =?UTF-8?Q?trailing_?=\r\n"),
      ("really=?", "Subject: =?UTF-8?Q?really=3D=3F?=\r\n"),
    ])
  func shortText(text: String, header: String) {
    #expect(written("Subject", text) == header)
  }

  @Test func longASCIIIsFoldedAtSpacesAndUnfoldsToItself() {
    let text = Array(repeating: "partnership", count: 40).joined(separator: " ")
    let header = written("Subject", text)
    #expect(header.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 76 })
    #expect(header.replacing("\r\n ", with: " ") == "Subject: \(text)\r\n")
  }

  @Test(
    "A word too long for a line is encoded",
    arguments: [67, 68, 80, 500, 10_000])
  func longWordIsEncoded(length: Int) {
    let header = written("Subject", String(repeating: "x", count: length))
    #expect(header.hasPrefix("Subject: =?UTF-8?") == (length > 67))
    #expect(header.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 76 })
  }

  @Test func aTokenIsNeverBrokenAndTheFirstLineNeverEmptyInVain() {
    let long = String(repeating: "x", count: 300)
    var header = HeaderFolding()
    header.begin("References")
    for token in ["<\(long)@a>", "<b@b>", "<\(long)@c>"] { header.append(token.utf8) }
    header.end()
    #expect(
      String(decoding: header.bytes, as: UTF8.self)
        == "References: <\(long)@a>\r\n <b@b>\r\n <\(long)@c>\r\n")
  }

  @Test func encodedWordsKeepTo76ColumnsWhateverTheFieldIsCalled() {
    for length in 1...60 {
      let name = String(repeating: "N", count: length)
      let header = written(name, String(repeating: "品", count: 100))
      #expect(header.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 76 })
    }
  }
}
