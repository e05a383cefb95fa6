// module: Curl/IMAP/Reader Curl/Printable.swift

/// Reads any bytes as a server's talk, whole and byte by byte, with limits that such inputs reach.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let whole = read(bytes, by: max(bytes.count, 1))
  precondition(whole == read(bytes, by: 1), "it matters how the bytes arrive")
  for text in whole {
    let isPrintable = text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
    precondition(isPrintable, "a control character came through")
  }
  if let text = ModifiedUTF7.decode(bytes) {
    precondition(ModifiedUTF7.encode(text) == bytes, "a name does not go back as it came")
  }
  return 0
}

private func read(_ bytes: [UInt8], by count: Int) -> [String] {
  var limits = IMAPLimits()
  limits.literal = 512
  limits.response = 2_048
  var reader = IMAPReader(limits: limits)
  var found: [String] = []
  var rest = bytes[...]
  do {
    while !rest.isEmpty {
      reader.append(Array(rest.prefix(count)))
      rest = rest.dropFirst(count)
      while let response = try reader.next() { found.append(described(response)) }
    }
  } catch {
    found.append("\(error)")
  }
  precondition(reader.pendingCount <= bytes.count, "it keeps more than it got")
  return found
}

/// What of a response may be shown, beside numbers.
private func described(_ response: IMAPResponse) -> String {
  switch response {
  case .proceed(let text), .other(let text): text
  case .status(let tag, let status):
    [tag ?? "*", "\(status)", status.text, status.arguments].joined(separator: " ")
  case .capabilities(let names): names.joined(separator: " ")
  case .exists(let count): "\(count)"
  case .expunge: "expunge"
  case .search(let numbers): "\(numbers)"
  case .folder(let folder):
    "\(folder.name) \(folder.delimiter ?? "") \(folder.attributes.sorted()) \(folder.isSelectable)"
  case .fetch(let message):
    "\(message.uid ?? 0) \(message.received ?? 0) \(message.body ?? []) \(message.origin ?? 0)"
  }
}
