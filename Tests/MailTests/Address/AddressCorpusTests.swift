import Foundation
import Mail
import Testing

/// What the fuzzer starts from, and what it once found, is refused or fit for SMTP.
@Suite struct AddressCorpusTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fuzzing/corpus/address")

  @Test func `every text is refused, or read as the same address again`() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(names.count > 5)
    var taken = 0
    for name in names {
      let bytes = try Data(contentsOf: Self.folder.appending(path: name))
      let text = String(decoding: bytes, as: UTF8.self)
      guard let address = try? EmailAddress(text) else { continue }
      taken += 1
      let isWord = address.description.utf8.allSatisfy {
        (0x21...0x7E) ~= $0 && $0 != 0x3C && $0 != 0x3E
      }
      #expect(isWord, "\(name)")
      #expect(try EmailAddress(address.description).description == address.description, "\(name)")
      #expect(try DomainName(address.unicodeDomain).description == address.domain, "\(name)")
    }
    #expect(taken > 2)
  }
}
