import Mail
import Testing

@Suite struct DomainNameTests {
  @Test(
    "A domain of any script becomes A-labels, and back for display",
    arguments: [
      ("example.com", "example.com", "example.com"),
      ("EXAMPLE.Com", "example.com", "example.com"),
      ("bücher.example", "xn--bcher-kva.example", "bücher.example"),
      ("BÜCHER.example", "xn--bcher-kva.example", "bücher.example"),
      ("bu\u{308}cher.example", "xn--bcher-kva.example", "bücher.example"),
      ("例え.jp", "xn--r8jz45g.jp", "例え.jp"),
      ("例え。jp", "xn--r8jz45g.jp", "例え.jp"),
      ("ｅｘａｍｐｌｅ．ｃｏｍ", "example.com", "example.com"),
      ("例子.中国", "xn--fsqu00a.xn--fiqs8s", "例子.中国"),
      ("실례.한국", "xn--9n2bp8q.xn--3e0b707e", "실례.한국"),
      ("пример.рф", "xn--e1afmkfd.xn--p1ai", "пример.рф"),
      ("مثال.السعودية", "xn--mgbh0fb.xn--mgberp4a5d4ar", "مثال.السعودية"),
      ("उदाहरण.भारत", "xn--p1b6ci4b4b3a.xn--h2brj9c", "उदाहरण.भारत"),
      ("straße.de", "xn--strae-oqa.de", "straße.de"),
      ("コスメ・ラボ.jp", "xn--tckm9hta4b3g.jp", "コスメ・ラボ.jp"),
      ("XN--BCHER-KVA.example", "xn--bcher-kva.example", "bücher.example"),
      ("r3---sn.example.com", "r3---sn.example.com", "r3---sn.example.com"),
      ("163.com", "163.com", "163.com"),
      // A symbol is shown as its A-label: what looks like another name must not.
      ("xn--i-7iq.ws", "xn--i-7iq.ws", "xn--i-7iq.ws"),
    ])
  func becomesALabels(text: String, ascii: String, unicode: String) throws {
    let domain = try DomainName(text)
    #expect(domain.description == ascii)
    #expect(domain.unicode == unicode)
    #expect(try DomainName(domain.unicode) == domain)
  }

  static let long = String(repeating: "a", count: 64)

  @Test(
    "A wrong domain is refused with its reason",
    arguments: [
      ("", .empty),
      ("gmail", .noDot("gmail")),
      ("a..com", .emptyLabel),
      (".example.com", .emptyLabel),
      ("example.com.", .emptyLabel),
      ("ex ample.com", .badCharacter(" ", label: "ex ample")),
      ("ex_ample.com", .badCharacter("_", label: "ex_ample")),
      ("example.com\n", .badCharacter("\n", label: "com\n")),
      ("example.com\0", .badCharacter("\0", label: "com\0")),
      ("-example.com", .hyphenAtEdge(label: "-example")),
      ("example-.com", .hyphenAtEdge(label: "example-")),
      ("-é.com", .hyphenAtEdge(label: "-é")),
      ("127.0.0.1", .numericEnd(label: "1")),
      ("i❤.ws", .badCharacter("❤", label: "i❤")),
      ("a\u{200D}é.com", .badCharacter("\u{200D}", label: "a\u{200D}é")),
      ("\u{301}a.com", .badCharacter("\u{301}", label: "\u{301}a")),
      ("a.\u{301}b.com", .badCharacter("\u{301}", label: "\u{301}b")),
      ("-\u{301}b.com", .hyphenAtEdge(label: "-\u{301}b")),
      ("xn--é.com", .badPunycode(label: "xn--é")),
      ("xn--99999999.com", .badPunycode(label: "xn--99999999")),
      ("xn--abc-.com", .hyphenAtEdge(label: "xn--abc-")),
      ("xn--a.com", .badPunycode(label: "xn--a")),
      // The code of "É", which has a lower case.
      ("xn--dca.com", .badPunycode(label: "xn--dca")),
      ("\(long).com", .labelTooLong(label: long)),
    ] as [(String, DomainNameError)])
  func wrongDomainIsRefused(text: String, reason: DomainNameError) {
    #expect(throws: reason) { try DomainName(text) }
    #expect(!reason.description.isEmpty)
    #expect(reason.description.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x200D })
  }

  @Test func theLengthIsCountedInTheASCIIForm() throws {
    let label = String(repeating: "a", count: 62) + "."
    let longest = String(repeating: label, count: 4)
    #expect(try DomainName(longest.dropLast(2) + "b").description.utf8.count == 251)
    #expect(throws: DomainNameError.self) { try DomainName(longest + "com") }
    #expect(throws: DomainNameError.self) {
      try DomainName(String(repeating: "例", count: 60) + "え.jp")
    }
    #expect(throws: DomainNameError.tooLong(octets: 3_000_003)) {
      try DomainName(String(repeating: "例", count: 1_000_000) + ".jp")
    }
  }
}
