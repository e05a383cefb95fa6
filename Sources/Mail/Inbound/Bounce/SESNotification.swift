/// What Amazon's mail service says as JSON in a mail: a bounce, or a success.
enum SESNotification {
  static func read(_ message: InboundMessage) -> DeliveryReport? {
    guard let text = message.texts.first?.source, text.utf8.count < 256 * 1024, isJSON(text),
      text.range(ofIgnoringCase: "notificationtype")
    else { return nil }
    // JSON in a string of JSON.
    let plain = text.filter { $0 != "\\" }
    guard let type = values(of: "notificationType", in: plain).first else { return nil }
    switch type {
    case "Bounce":
      let addresses = values(of: "emailAddress", in: plain)
      let codes = values(of: "diagnosticCode", in: plain)
      let statuses = values(of: "status", in: plain)
      let kinds = values(of: "bounceType", in: plain)
      let recipients = addresses.enumerated().map { number, address in
        let status =
          number < statuses.count
          ? StatusCode.all(in: Array(statuses[number].utf8)).first : nil
        let code = number < codes.count ? codes[number] : ""
        return DeliveryReport.Recipient(
          address: address, originalAddress: nil,
          action: kinds.first == "Transient" && status?.group == 4 ? .delayed : .failed,
          status: status, diagnostic: code,
          kind: BounceReason.kind(status: status, text: code, isAfterData: false))
      }
      return recipients.isEmpty ? nil : DeliveryReport(recipients: recipients, original: nil)
    case "Delivery":
      let addresses = values(of: "recipients", in: plain)
      let recipients = addresses.map {
        DeliveryReport.Recipient(
          address: $0, originalAddress: nil, action: .delivered, status: nil, diagnostic: "",
          kind: .other)
      }
      return DeliveryReport(recipients: recipients, original: nil)
    default: return nil
    }
  }

  static func isJSON(_ text: String) -> Bool {
    text.utf8.first { $0 > 0x20 } == UInt8(ascii: "{")
  }

  /// The texts behind a key: of a string the one, of a list of strings the first.
  private static func values(of key: String, in text: String) -> [String] {
    let bytes = Array(text.utf8)
    let pattern = Array("\"\(key)\"".utf8)
    var found: [String] = []
    var index = 0
    while index + pattern.count < bytes.count, found.count < 1000 {
      guard bytes[index] == 0x22, bytes[index..<(index + pattern.count)].elementsEqual(pattern)
      else {
        index += 1
        continue
      }
      index += pattern.count
      while index < bytes.count, [0x20, 0x3A, 0x5B].contains(bytes[index]) { index += 1 }
      guard index < bytes.count, bytes[index] == 0x22 else { continue }
      let start = index + 1
      guard let end = bytes[start...].firstIndex(of: 0x22) else { break }
      found.append(String(decoding: bytes[start..<end], as: UTF8.self))
      index = end + 1
    }
    return found
  }
}
