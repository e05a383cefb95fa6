import Mail

/// A message with the fields that every one has, and what a test adds.
func inbound(
  subject: String = "Re: Working together", from: String = "Bob <bob@prospect.example>",
  header: [String] = [], body: String
) -> InboundMessage {
  let lines =
    [
      "From: \(from)", "To: Ann <ann@brand.example>", "Subject: \(subject)",
      "Date: Mon, 16 Nov 2026 09:01:00 +0100", "Message-ID: <1@prospect.example>",
      "Content-Type: text/plain; charset=utf-8",
    ] + header + ["", body]
  return InboundMessage(Array(lines.joined(separator: "\r\n").utf8))
}
