import Foundation
import Mail
import Testing

@Suite struct EmailAddressTests {
  @Test(
    "A good address is read, and written as SMTP takes it",
    arguments: [
      ("maya@example.com", "maya@example.com", "maya@example.com"),
      ("  maya@example.com ", "maya@example.com", "maya@example.com"),
      ("\u{FEFF}\u{3000}maya@example.com\u{A0}", "maya@example.com", "maya@example.com"),
      ("<maya@example.com>", "maya@example.com", "maya@example.com"),
      (" < maya@example.com > ", "maya@example.com", "maya@example.com"),
      ("Maya.Chen@Example.COM", "Maya.Chen@example.com", "maya.chen@example.com"),
      ("maya+spring@example.com", "maya+spring@example.com", "maya+spring@example.com"),
      ("o'brien@example.ie", "o'brien@example.ie", "o'brien@example.ie"),
      ("a@b.co", "a@b.co", "a@b.co"),
      ("!#$%&'*+-/=?^_`{|}~@example.com", "!#$%&'*+-/=?^_`{|}~@example.com", nil),
      ("pr@bücher.example", "pr@xn--bcher-kva.example", "pr@xn--bcher-kva.example"),
      ("info@例え.jp", "info@xn--r8jz45g.jp", "info@xn--r8jz45g.jp"),
      ("10086@163.com", "10086@163.com", "10086@163.com"),
      ("\"maya\"@example.com", "maya@example.com", "maya@example.com"),
      ("\"maya..k\"@docomo.ne.jp", "\"maya..k\"@docomo.ne.jp", "\"maya..k\"@docomo.ne.jp"),
    ] as [(String, String, String?)])
  func goodAddressIsRead(text: String, sent: String, key: String?) throws {
    let address = try EmailAddress(text)
    #expect(address.description == sent)
    #expect(address.key == key ?? sent)
    #expect("\(address.localPart)@\(address.domain)" == sent)
    #expect(try EmailAddress(sent).description == sent)
  }

  static let longLocal = String(repeating: "a", count: 65)
  static let longDomain = String(repeating: String(repeating: "a", count: 60) + ".", count: 4)

  @Test(
    "A bad address is refused with its reason",
    arguments: [
      ("", .empty),
      ("   ", .empty),
      ("<>", .empty),
      ("maya", .missingAt),
      ("maya.example.com", .missingAt),
      ("maya＠example.com", .missingAt),
      ("@example.com", .emptyLocalPart),
      ("\"\"@example.com", .emptyLocalPart),
      ("maya@", .domain(.empty)),
      ("maya@gmail", .domain(.noDot("gmail"))),
      ("maya@@example.com", .severalAts),
      ("a@b.com,c@d.com", .severalAts),
      ("a@b.com;c@d.com", .severalAts),
      ("maya chen@example.com", .space),
      ("Maya Chen <maya@example.com>", .space),
      ("maya@exam\u{200B}ple.com", .space),
      ("maya@example.com\r\nBcc: a@b.com", .control("\r")),
      ("maya@example.com\n", .control("\n")),
      ("\tmaya@example.com", .control("\t")),
      ("maya\0@example.com", .control("\0")),
      ("maya\u{85}@example.com", .control("\u{85}")),
      ("maya\u{2028}@example.com", .control("\u{2028}")),
      ("maya\u{7F}@example.com", .control("\u{7F}")),
      (".maya@example.com", .misplacedDot),
      ("maya.@example.com", .misplacedDot),
      ("ma..ya@example.com", .misplacedDot),
      ("mailto:maya@example.com", .badCharacter(":")),
      ("maya<b@example.com", .badCharacter("<")),
      ("<maya@example.com", .badCharacter("<")),
      ("maya@example.com>", .domain(.badCharacter(">", label: "com>"))),
      ("\"ma\"ya\"@example.com", .badCharacter("\"")),
      ("\"@example.com", .badCharacter("\"")),
      ("\"a\\@b\"@example.com", .badCharacter("\\")),
      ("josé@example.com", .nonASCIILocalPart("é")),
      ("用户@例子.中国", .nonASCIILocalPart("用")),
      ("maya@[127.0.0.1]", .ipLiteral),
      ("maya@[IPv6:::1]", .ipLiteral),
      ("maya@127.0.0.1", .domain(.numericEnd(label: "1"))),
      ("maya@-example.com", .domain(.hyphenAtEdge(label: "-example"))),
      ("\(longLocal)@example.com", .localPartTooLong(octets: 65)),
      ("maya.chen.office@\(longDomain)com", .tooLong(octets: 264)),
    ] as [(String, EmailAddressError)])
  func badAddressIsRefused(text: String, reason: EmailAddressError) {
    #expect(throws: reason) { try EmailAddress(text) }
    let sentence = reason.description
    #expect(sentence.hasSuffix("."))
    #expect(sentence.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F })
  }

  @Test func hugeInputIsRefusedBeforeAnyWork() {
    #expect(throws: EmailAddressError.tooLong(octets: 1_000_012)) {
      try EmailAddress(String(repeating: "a", count: 1_000_000) + "@example.com")
    }
  }

  @Test func oneMailboxIsOneIdentityHoweverItIsWritten() throws {
    let one = try EmailAddress("Maya@Bücher.example")
    let other = try EmailAddress("maya@xn--bcher-kva.EXAMPLE")
    #expect(one == other)
    #expect(Set([one, other]).count == 1)
    #expect(one.localPart == "Maya")
    #expect(one.unicodeDomain == "bücher.example")
    #expect(try EmailAddress("maia@bücher.example") != one)
  }

  @Test(
    "Providers open to anybody are known",
    arguments: [
      ("a@gmail.com", true), ("a@GMail.com", true), ("a@outlook.com", true), ("a@qq.com", true),
      ("a@163.com", true), ("a@yahoo.co.jp", true), ("a@naver.com", true), ("a@web.de", true),
      ("a@example.com", false), ("a@mail.gmail.com", false), ("a@notgmail.com", false),
    ])
  func freeMailIsKnown(text: String, isFree: Bool) throws {
    let address = try EmailAddress(text)
    #expect(address.isFreeMail == isFree)
    #expect(try DomainName(address.domain).isFreeMail == isFree)
  }

  @Test func jsonHoldsAPlainString() throws {
    let list = [try EmailAddress("Pr@Bücher.example")]
    let json = try JSONEncoder().encode(list)
    #expect(String(decoding: json, as: UTF8.self) == #"["Pr@xn--bcher-kva.example"]"#)
    #expect(try JSONDecoder().decode([EmailAddress].self, from: json) == list)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([EmailAddress].self, from: Data(#"["a@b.com\r\nBcc: x"]"#.utf8))
    }
  }

  @Test func anyTextIsRefusedOrHarmless() {
    var random = SplitMix64("anyTextIsRefusedOrHarmless")
    var accepted = 0
    for _ in 0..<3000 {
      let local = random.text(upTo: 6, controls: Bool.random(using: &random))
      let domain = random.text(upTo: 3, controls: Bool.random(using: &random))
      guard let address = try? EmailAddress("\(local)@\(domain)a.com") else { continue }
      accepted += 1
      let isSafe = address.description.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
      #expect(isSafe && !address.description.contains("<"), "seed \(random.seed)")
      #expect((try? EmailAddress(address.description)) == address, "seed \(random.seed)")
    }
    #expect(accepted > 20, "seed \(random.seed)")
  }
}
