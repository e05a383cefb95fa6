import Mail

/// Reading and classifying mail that came back: plain answers with quotes, HTML, and bounces.
enum InboundBenchmark {
  @Sendable
  static func run(_ scale: Scale) throws -> [Measurement] {
    let messages = [answer(), alternative(), page(), bounce()].map { Array($0.utf8) }
    let rounds = scale.pick(500, quick: 10)
    let classifier = InboundClassifier()
    var persons = 0
    let seconds = Stopwatch.best(of: 3) {
      persons = 0
      for _ in 0..<rounds {
        for message in messages where classifier.classify(InboundMessage(message)).isFromPerson {
          persons += 1
        }
      }
    }
    guard persons == 3 * rounds else {
      throw BenchmarkError("of each four messages, three are a person's; found \(persons)")
    }
    let octets = messages.reduce(0) { $0 + $1.count } * rounds
    return [
      Measurement(
        name: "inbound", value: Double(octets) / seconds / 1e6, unit: "MB/s",
        bar: .valueAtLeast(20))
    ]
  }

  private static let head = """
    From: Maya Chen <maya@example.com>
    To: Ann <ann@brand.example>
    Subject: =?UTF-8?Q?Re:_Gr=C3=BC=C3=9Fe?=
    Date: Mon, 16 Nov 2026 09:01:00 +0000
    Message-ID: <answer@example.com>
    In-Reply-To: <step1@brand.example>
    MIME-Version: 1.0

    """

  private static func lines(_ count: Int, start: String = "", end: String = "") -> String {
    (0..<count).map {
      "\(start)Line \($0) of a text that speaks of the audience and the coming spring.\(end)\n"
    }.joined()
  }

  /// About 20 KB, as all of them.
  private static func answer() -> String {
    """
    \(head)Content-Type: text/plain; charset=utf-8

    \(lines(130))
    On Mon, 16 Nov 2026 at 09:00, Ann <ann@brand.example> wrote:
    \(lines(130, start: "> "))
    """
  }

  private static func html(_ count: Int) -> String {
    "<html><head><style>p {}</style></head><body>"
      + lines(count, start: "<p class=\"MsoNormal\">", end: "&nbsp;</p>") + "</body></html>"
  }

  private static func alternative() -> String {
    """
    \(head)Content-Type: multipart/alternative; boundary="between"

    --between
    Content-Type: text/plain; charset=utf-8
    Content-Transfer-Encoding: quoted-printable

    \(lines(120))
    --between
    Content-Type: text/html; charset=utf-8

    \(html(90))
    --between--
    """
  }

  private static func page() -> String {
    "\(head)Content-Type: text/html; charset=utf-8\n\n\(html(190))"
  }

  private static func bounce() -> String {
    """
    From: MAILER-DAEMON@mx.example.com
    Subject: Undelivered Mail Returned to Sender
    Content-Type: multipart/report; report-type=delivery-status; boundary="report"

    --report

    <maya@example.com>: host mx.example.com said: 550 5.1.1 User unknown
    (in reply to RCPT TO command)
    --report
    Content-Type: message/delivery-status

    Reporting-MTA: dns; mx.example.com

    Final-Recipient: rfc822; maya@example.com
    Action: failed
    Status: 5.1.1
    Diagnostic-Code: smtp; 550 5.1.1 User unknown
    --report
    Content-Type: message/rfc822

    \(answer())
    --report--
    """
  }
}
