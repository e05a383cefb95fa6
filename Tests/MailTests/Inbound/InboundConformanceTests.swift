import Mail
import Testing

private let classifier = InboundClassifier()

private func classify(_ name: String, _ row: [String: String]) throws -> InboundClass {
  classifier.classify(InboundMessage(try ConformanceCases.bytes(name, row)))
}

@Suite(.enabled(if: ConformanceCases.areHere("bounces")))
struct BounceConformanceTests {
  private static func report(_ row: [String: String]) throws -> DeliveryReport? {
    guard case .deliveryReport(let report) = try classify("bounces", row) else { return nil }
    return report
  }

  @Test func recipientsAreFound() throws {
    let rows = try ConformanceCases.rows("bounces").filter { $0["recipients"]?.isEmpty == false }
    var wrong: [String] = []
    for row in rows {
      let found = Set(try Self.report(row)?.recipients.map { $0.address.lowercased() } ?? [])
      let wanted = Set(
        (row["recipients"] ?? "").lowercased().split(separator: ";").map(String.init))
      if found != wanted { wrong.append("\(row["file"] ?? ""): \(found)") }
    }
    print("conformance bounce-recipients: \(rows.count - wrong.count) of \(rows.count)")
    #expect(wrong.count * 10 <= rows.count, "\(wrong.joined(separator: "\n"))")
  }

  @Test func badAddressesAreToldFromOtherFailures() throws {
    let rows = try ConformanceCases.rows("bounces").filter {
      $0["class"] == "hard" || $0["class"] == "soft"
    }
    var wrong: [String] = []
    for row in rows {
      let kinds = try Self.report(row)?.recipients.map(\.kind) ?? []
      let isHard = kinds.allSatisfy(\.isBadAddress)
      let isSoft = !kinds.contains(where: \.isBadAddress)
      let isRight = !kinds.isEmpty && (row["class"] == "hard" ? isHard : isSoft)
      if !isRight { wrong.append("\(row["file"] ?? "") \(row["class"] ?? ""): \(kinds)") }
    }
    print("conformance bounce-classes: \(rows.count - wrong.count) of \(rows.count)")
    #expect(wrong.count * 20 <= rows.count, "\(wrong.joined(separator: "\n"))")
  }

  @Test func whatIsNoBounceIsNotReported() throws {
    for row in try ConformanceCases.rows("bounces") where row["class"] == "not-bounce" {
      #expect(try Self.report(row) == nil, "\(row["file"] ?? "")")
    }
    for name in ["complaints", "unsubscribes", "autoreplies"] {
      for row in try ConformanceCases.rows(name) {
        let file = try ConformanceCases.bytes(name, row)
        if case .deliveryReport = classifier.classify(InboundMessage(file)) {
          Issue.record("\(name)/\(row["file"] ?? "")")
        }
      }
    }
  }
}

@Suite(.enabled(if: ConformanceCases.areHere("autoreplies")))
struct AutoReplyConformanceTests {
  @Test func machinesAreToldFromPersons() throws {
    let rows = try ConformanceCases.rows("autoreplies")
    var wrong: [String] = []
    for row in rows where try classify("autoreplies", row).isFromPerson != (row["class"] == "reply")
    {
      wrong.append(row["file"] ?? "")
    }
    print("conformance autoreplies: \(rows.count - wrong.count) of \(rows.count)")
    #expect(wrong.isEmpty)
  }
}

@Suite(.enabled(if: ConformanceCases.areHere("complaints")))
struct ComplaintConformanceTests {
  @Test func complaintsAreFound() throws {
    let rows = try ConformanceCases.rows("complaints")
    var wrong: [String] = []
    for row in rows {
      guard case .complaint(let complaint) = try classify("complaints", row) else {
        wrong.append(row["file"] ?? "")
        continue
      }
      let wanted = row["feedback_type"] ?? ""
      // Reports without the field are of abuse.
      let type = Complaint.FeedbackType(rawValue: wanted) ?? .abuse
      let recipient = row["original_recipient"] ?? ""
      let isFound = recipient.isEmpty || complaint.recipients.contains(recipient)
      if complaint.feedbackType != type || !isFound { wrong.append(row["file"] ?? "") }
    }
    print("conformance complaints: \(rows.count - wrong.count) of \(rows.count)")
    #expect(wrong.isEmpty)
  }
}

@Suite(.enabled(if: ConformanceCases.areHere("unsubscribes")))
struct UnsubscribeConformanceTests {
  @Test func requestsAreToldFromTalkOfThem() throws {
    let rows = try ConformanceCases.rows("unsubscribes")
    var wrong: [String] = []
    for row in rows {
      let found = try classify("unsubscribes", row)
      let isRight =
        switch found {
        case .optOut: row["class"] == "unsubscribe"
        case .reply: row["class"] == "reply"
        default: false
        }
      if !isRight { wrong.append(row["file"] ?? "") }
    }
    print("conformance unsubscribes: \(rows.count - wrong.count) of \(rows.count)")
    #expect(wrong.isEmpty)
  }
}

@Suite(.enabled(if: ConformanceCases.areHere("replies")))
struct ReplyConformanceTests {
  @Test func newTextIsFound() throws {
    let rows = try ConformanceCases.rows("replies")
    var wrong: [String] = []
    var lost: [String] = []
    for row in rows {
      let bytes = try ConformanceCases.bytes("replies", row)
      let kind = row["kind"] ?? ""
      let isHTML = kind.hasPrefix("html")
      let plain: String
      if kind.hasPrefix("eml") {
        plain = InboundMessage(bytes).texts.first?.plain ?? ""
      } else {
        let source = String(decoding: bytes, as: UTF8.self)
        plain = InboundText(source: source, kind: isHTML ? "text/html" : "text/plain").plain
      }
      let found = ReplyText(plain).text
      let file = try ConformanceCases.bytes("replies", row, "expected_reply_file")
      let wanted = String(decoding: file, as: UTF8.self)
      let isRight =
        isHTML
        ? found.filter { !$0.isWhitespace } == wanted.filter { !$0.isWhitespace }
        : ConformanceCases.collapsed(found) == ConformanceCases.collapsed(wanted)
      if !isRight { wrong.append(row["file"] ?? "") }
      let words = wanted.split(whereSeparator: \.isWhitespace)
      let kept = Set(found.split(whereSeparator: \.isWhitespace))
      let missing = words.count { !kept.contains($0) }
      if missing * 2 > words.count { lost.append(row["file"] ?? "") }
    }
    print("conformance replies: \(rows.count - wrong.count) of \(rows.count)")
    #expect((rows.count - wrong.count) * 100 >= rows.count * 65, "\(wrong)")
    #expect(lost.isEmpty, "more than half of the words lost")
  }
}
