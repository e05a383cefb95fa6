// module: Mail

/// Reads and classifies any octets as a message, and as each of the texts in one.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = [UInt8](UnsafeBufferPointer(start: start, count: count))
  let message = InboundMessage(bytes)
  _ = InboundClassifier(footers: ["reply stop and we will not write again"]).classify(message)
  for part in message.parts.prefix(50) {
    _ = message.text(of: part)
    _ = part.fileName
  }
  _ = message.from + message.to + message.cc + message.replyTo
  _ = message.date
  _ = message.references
  let text = String(decoding: bytes, as: UTF8.self)
  _ = ReplyText(text)
  _ = InboundText(source: text, kind: "text/html").plain
  return 0
}
