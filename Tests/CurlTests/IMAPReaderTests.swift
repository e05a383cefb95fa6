import Foundation
import Testing

@testable import Curl

@Suite struct IMAPReaderTests {
  static let responses: [(String, IMAPResponse)] = plain + structured

  private static let plain: [(String, IMAPResponse)] = [
    ("+ idling", .proceed("idling")), ("+", .proceed("")), ("+ ", .proceed("")),
    ("* OK ready", .status(tag: nil, IMAPStatus(.ok, text: "ready"))),
    ("* bye", .status(tag: nil, IMAPStatus(.bye, text: ""))),
    ("* PREAUTH hi", .status(tag: nil, IMAPStatus(.preauth, text: "hi"))),
    (
      "* OK [UIDVALIDITY 17] UIDs valid",
      .status(tag: nil, IMAPStatus(.ok, code: "UIDVALIDITY", arguments: "17", text: "UIDs valid"))
    ),
    (
      "L4 NO [trycreate] none such",
      .status(tag: "L4", IMAPStatus(.no, code: "TRYCREATE", text: "none such"))
    ),
    ("L4 OK", .status(tag: "L4", IMAPStatus(.ok, text: ""))),
    ("L4 OK [READ-ONLY", .status(tag: "L4", IMAPStatus(.ok, text: "[READ-ONLY"))),
    // Braces at the end of free text announce nothing.
    ("L4 BAD what? {5}", .status(tag: "L4", IMAPStatus(.bad, text: "what? {5}"))),
    ("* OK {99999999}", .status(tag: nil, IMAPStatus(.ok, text: "{99999999}"))),
    ("+ {3}", .proceed("{3}")),
    ("* CAPABILITY IMAP4rev1 idle", .capabilities(["IMAP4REV1", "IDLE"])),
    ("* 12 EXISTS", .exists(12)), ("* 0 exists", .exists(0)), ("* 3 EXPUNGE", .expunge),
    ("* 1 RECENT", .other("RECENT")), ("* FLAGS (\\Seen)", .other("FLAGS")), ("*", .other("")),
    ("", .other("")), ("* ", .other("")), ("* 12", .other("")),
    ("* SEARCH", .search([])), ("* SEARCH ", .search([])),
    ("* SEARCH 2 84 4294967295", .search([2, 84, .max])),
    ("* SEARCH 2 (MODSEQ 917162500)", .search([2])),
    (
      "* LIST (\\HasNoChildren \\Sent) \"/\" Sent",
      .folder(
        IMAPFolder(
          name: IMAPFolderName(wire: Array("Sent".utf8)), delimiter: "/",
          attributes: ["\\hasnochildren", "\\sent"]))
    ),
    (
      "* LIST () NIL {6}\r\na\"b\\c ",
      .folder(
        IMAPFolder(
          name: IMAPFolderName(wire: Array("a\"b\\c ".utf8)), delimiter: nil, attributes: []))
    ),
    (
      #"* LIST () "\\" "a\"b" ("CHILDINFO" ("SUBSCRIBED"))"#,
      .folder(
        IMAPFolder(
          name: IMAPFolderName(wire: Array("a\"b".utf8)), delimiter: "\\", attributes: []))
    ),
    ("* LIST (\\a\\b \"/\" x", .other("LIST")), ("* LIST () \"//\" x", .other("LIST")),
  ]

  private static let structured: [(String, IMAPResponse)] = [
    ("* 7 FETCH (FLAGS (\\Seen) UID 9)", .fetch(IMAPFetched(uid: 9))),
    ("* 7 FETCH ()", .fetch(IMAPFetched())),
    (
      "* 7 FETCH (UID 9 RFC822.SIZE 12 INTERNALDATE \" 1-Jan-1970 01:00:10 +0100\" BODY[] \"a\\\"\")",
      .fetch(IMAPFetched(uid: 9, size: 12, received: 10, body: Array("a\"".utf8)))
    ),
    (
      "* 7 FETCH (BODY[]<3> {14}\r\n)\r\nA004 OK x\r\n UID 9)",
      .fetch(IMAPFetched(uid: 9, body: Array(")\r\nA004 OK x\r\n".utf8), origin: 3))
    ),
    ("* 7 FETCH (BODY[] {0}\r\n UID 1)", .fetch(IMAPFetched(uid: 1, body: []))),
    ("* 7 FETCH (BODY[] NIL UID 1)", .fetch(IMAPFetched(uid: 1))),
    ("* 7 FETCH (BODY[] ~{1}\r\n\u{0} UID 1)", .fetch(IMAPFetched(uid: 1, body: [0]))),
    (
      "* 7 FETCH (BODY[HEADER.FIELDS (TO)] {1}\r\nx ENVELOPE (NIL (\"a(\" {2}\r\n)) b) 1) UID 1)",
      .fetch(IMAPFetched(uid: 1))
    ),
    // What could drive a terminal does not come through.
    ("* NO \u{1B}[2J\u{202E}x", .status(tag: nil, IMAPStatus(.no, text: " [2J x"))),
  ]

  private static let hundred = String(repeating: "x", count: 100)

  private static let faults: [(String, IMAPFault?)] = [
    ("* 12 EXISTS\n", IMAPFault.bareLineFeed), ("\n", .bareLineFeed),
    ("* 1 FETCH (BODY[] {99}\r\n", nil), ("* SEARCH 1", nil),
    ("* 1 FETCH (BODY[] {101}\r\n", .literalTooLong(limit: 100)),
    ("* 1 FETCH (BODY[] {18446744073709551617}\r\n", .literalTooLong(limit: 100)),
    (
      "* 1 FETCH (BODY[] {100}\r\n" + hundred + " {100}\r\n",
      .responseTooLong(limit: 200)
    ),
    (hundred + hundred + "x", .responseTooLong(limit: 200)),
    (hundred + hundred + "\r\n", .responseTooLong(limit: 200)),
    ("* SEARCH 0\r\n", .malformed("SEARCH")), ("* SEARCH x\r\n", .malformed("SEARCH")),
    ("* SEARCH 4294967296\r\n", .malformed("SEARCH")),
    ("* 99999999999999999999 EXISTS\r\n", .malformed("EXISTS")),
    ("* 1x EXISTS\r\n", .malformed("EXISTS")),
    ("* 1 FETCH (UID 0)\r\n", .malformed("FETCH")), ("* 1 FETCH UID 1\r\n", .malformed("FETCH")),
    ("* 1 FETCH (UID 1\r\n", .malformed("FETCH")), ("* 1 FETCH (BODY[\r\n", .malformed("FETCH")),
    ("* 1 FETCH (X \"\\\r\n", .malformed("FETCH")),
    ("* 1 FETCH (X " + String(repeating: "(", count: 99) + "\r\n", .malformed("FETCH")),
    ("L1 BYE no\r\n", .malformed("tagged")), ("220 mx.test ESMTP\r\n", .malformed("tagged")),
  ]

  @Test(arguments: responses)
  func `A response is read`(bytes: String, response: IMAPResponse) throws {
    var reader = IMAPReader()
    reader.append(Array("\(bytes)\r\n".utf8))
    #expect(try reader.next() == response)
    #expect(try reader.next() == nil)
    #expect(reader.pendingCount == 0)
  }

  @Test(arguments: faults)
  func `What breaks the protocol is a fault, and stays one`(bytes: String, fault: IMAPFault?) throws
  {
    var limits = IMAPLimits()
    limits.literal = 100
    limits.response = 200
    for isWhole in [true, false] {
      var reader = IMAPReader(limits: limits)
      var found: IMAPFault?
      do {
        if isWhole {
          reader.append(Array(bytes.utf8))
          #expect(try reader.next() == nil)
        } else {
          for byte in bytes.utf8 {
            reader.append([byte])
            #expect(try reader.next() == nil)
          }
        }
      } catch {
        found = error
        reader.append(Array("* 1 EXISTS\r\n".utf8))
        #expect(throws: error) { try reader.next() }
      }
      #expect(found == fault)
    }
  }

  /// However the bytes are divided, the same comes out: whole, byte by byte, and at random.
  @Test func `How the bytes arrive does not matter`() throws {
    let seed = UInt64.random(in: .min ... .max)
    var random = SplitMix64(state: seed)
    for _ in 0..<200 {
      let chosen = (0..<Int.random(in: 1...12, using: &random)).compactMap { _ in
        Self.responses.randomElement(using: &random)
      }
      let bytes = Array(chosen.map { "\($0.0)\r\n" }.joined().utf8)
      for most in [bytes.count, 1, 7] {
        var reader = IMAPReader()
        var found: [IMAPResponse] = []
        var rest = bytes[...]
        while !rest.isEmpty {
          let count = most == 7 ? Int.random(in: 1...7, using: &random) : most
          reader.append(Array(rest.prefix(count)))
          rest = rest.dropFirst(count)
          while let response = try reader.next() { found.append(response) }
        }
        #expect(found == chosen.map(\.1), "seed \(seed)")
        #expect(reader.pendingCount == 0)
      }
    }
  }

  /// Random bytes of the kind that matters, divided in two ways, give the same and never a crash.
  @Test func `Random talk is read the same however it is divided`() {
    let seed = UInt64.random(in: .min ... .max)
    var random = SplitMix64(state: seed)
    let pieces = [
      "*", "+", " ", "\r\n", "\r", "\n", "(", ")", "{3}\r\n", "{", "}", "\"", "\\", "[", "]", "<1>",
      "1", "42", "FETCH", "BODY[]", "UID", "SEARCH", "LIST", "OK", "EXISTS", "NIL", "L1", "\u{0}",
      "é", "INTERNALDATE",
    ].map { Array($0.utf8) }
    for _ in 0..<20_000 {
      let bytes = Array(
        (0..<Int.random(in: 1...24, using: &random)).flatMap { _ in
          pieces.randomElement(using: &random) ?? []
        })
      #expect(read(bytes, by: bytes.count) == read(bytes, by: 1), "seed \(seed)")
    }
  }

  private struct Read: Equatable {
    var responses: [IMAPResponse] = []
    var fault: IMAPFault?
  }

  private func read(_ bytes: [UInt8], by count: Int) -> Read {
    var reader = IMAPReader()
    var found = Read()
    var rest = bytes[...]
    do {
      while !rest.isEmpty {
        reader.append(Array(rest.prefix(count)))
        rest = rest.dropFirst(count)
        while let response = try reader.next() { found.responses.append(response) }
      }
    } catch {
      found.fault = error
    }
    return found
  }

  @Test func `What was found by fuzzing is read`() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Fuzzing/corpus/imap")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(!names.isEmpty)
    for name in names {
      let bytes = Array(try Data(contentsOf: folder.appendingPathComponent(name)))
      #expect(read(bytes, by: max(bytes.count, 1)) == read(bytes, by: 1), "\(name)")
      if let text = ModifiedUTF7.decode(bytes) { #expect(ModifiedUTF7.encode(text) == bytes) }
    }
  }

  @Test func `A long search result is read`() throws {
    var reader = IMAPReader()
    let numbers = Array(UInt32(1_000_000)..<1_200_000)
    reader.append(Array("* SEARCH \(numbers.map(String.init).joined(separator: " "))\r\n".utf8))
    #expect(try reader.next() == .search(numbers))
  }

  @Test(arguments: [
    ("17-Jul-1996 02:44:25 -0700", 837_596_665), (" 1-Mar-2024 00:00:00 +0000", 1_709_251_200),
    ("29-Feb-2024 23:59:60 +0000", 1_709_251_200), ("01-jan-0001 00:00:00 +0000", -62_135_596_800),
    ("31-Dec-1969 23:59:59 +0000", -1), ("17-Jul-96 02:44:25 -0700", nil),
    ("17-Foo-1996 02:44:25 -0700", nil), ("17-Jul-1996 02:44 -0700", nil), ("", nil),
    ("17-Jul-1996 02:44:25 GMT", nil), ("99-Jul-1996 02:44:25 +0000", nil),
    ("17-Jul-1996 24:44:25 +0000", nil), ("17-Jul-19961 02:44:25 +0000", nil),
  ])
  func `A server's date is read`(text: String, seconds: Int?) {
    #expect(IMAPDate.seconds(Array(text.utf8)) == seconds)
  }
}
