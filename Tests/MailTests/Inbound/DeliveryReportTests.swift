import Mail
import Testing

struct DeliveryReportTests {
  private static func report(_ message: InboundMessage) -> DeliveryReport? {
    guard case .deliveryReport(let report) = InboundClassifier().classify(message) else {
      return nil
    }
    return report
  }

  private static func dsn(action: String = "failed", status: String, code: String) -> InboundMessage
  {
    let text = """
      From: MAILER-DAEMON@mx.example
      Content-Type: multipart/report; report-type=delivery-status; boundary=b

      --b

      Your message could not be delivered.
      --b
      Content-Type: message/delivery-status

      Reporting-MTA: dns; mx.example

      Final-Recipient: rfc822; bob@prospect.example
      Action: \(action)
      Status: \(status)
      Diagnostic-Code: smtp; \(code)
      --b
      Content-Type: text/rfc822-headers

      Message-ID: <step1@brand.example>
      --b--
      """
    return InboundMessage(Array(text.utf8))
  }

  @Test(arguments: [
    ("5.1.1", "550 5.1.1 The account does not exist", BounceKind.userUnknown),
    ("5.0.0", "550 No such mailbox here", .userUnknown),
    ("5.1.2", "550 Host unknown", .domainUnknown),
    ("4.4.4", "Host not found", .network),
    ("5.1.10", "556 5.1.10 Recipient address has null MX", .domainUnknown),
    ("5.2.2", "552 5.2.2 Mailbox is over quota", .mailboxFull),
    ("5.1.1", "552 5.1.1 sorry, the mailbox is full", .mailboxFull),
    ("5.7.1", "554 5.7.1 Blocked: your IP is listed at dnsbl.example", .reputation),
    ("5.7.26", "550-5.7.26 This mail is unauthenticated", .authentication),
    ("5.7.1", "550 5.7.1 Message rejected as spam", .spam),
    ("4.7.0", "421 4.7.0 Too many connections, try again later", .rateLimited),
    ("5.1.8", "553 5.1.8 Domain of sender address does not exist", .senderRejected),
    ("5.3.4", "552 5.3.4 Message too large", .tooLarge),
    ("5.2.1", "550 5.2.1 Mailbox disabled", .disabled),
    ("5.1.6", "551 5.1.6 The user has moved", .moved),
    ("4.4.7", "delivery time expired", .expired),
    ("5.7.1", "550 5.7.1 User unknown", .filtered),
    ("5.0.0", "554 5.0.0 Relay access denied", .relayDenied),
  ])
  func `the kind is told from code and words`(status: String, code: String, kind: BounceKind) {
    let report = Self.report(Self.dsn(status: status, code: code))
    #expect(report?.recipients.map(\.address) == ["bob@prospect.example"])
    #expect(report?.recipients.first?.kind == kind, "\(status) \(code)")
    #expect(report?.originalMessageID == "step1@brand.example")
  }

  @Test func `a delay and a success are no failure`() {
    let delay = Self.report(Self.dsn(action: "delayed", status: "4.1.1", code: "450 User unknown"))
    #expect(delay?.recipients.first?.action == .delayed)
    #expect(delay?.recipients.first?.isHard == false)
    let success = Self.report(Self.dsn(action: "delivered", status: "2.0.0", code: "250 ok"))
    #expect(success?.recipients.first?.isFailure == false)
  }

  @Test func `each of several recipients has its own reason`() {
    let text = """
      Hi. This is the mail program at mx.example.
      I could not deliver your message to the following addresses.

      <bob@prospect.example>:
      Remote host said: 550 5.1.1 User unknown

      <eva@prospect.example>:
      Remote host said: 552 5.2.2 Mailbox full

      --- Below this line is a copy of the message.

      Message-ID: <step1@brand.example>
      To: bob@prospect.example
      """
    let message = inbound(
      subject: "failure notice", from: "MAILER-DAEMON@mx.example", header: ["Return-Path: <>"],
      body: text)
    let report = Self.report(message)
    #expect(report?.recipients.map(\.address) == ["bob@prospect.example", "eva@prospect.example"])
    #expect(report?.recipients.map(\.kind) == [.userUnknown, .mailboxFull])
    #expect(report?.originalMessageID == "step1@brand.example")
  }

  @Test(arguments: [
    "My last mail to you could not be delivered, is your mailbox full?",
    "We had a delivery failure with your parcel. User unknown, they say: 550 5.1.1.",
  ])
  func `a person who speaks of a bounce is no mail system`(text: String) {
    #expect(
      InboundClassifier().classify(inbound(subject: "Re: failure notice", body: text)).isFromPerson)
  }
}
