// module: Mail

/// Reads any text as an address, a domain, a name and a Message-ID; what is taken must be fit for
/// SMTP and headers as it is, and be read as the same again.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  do throws(EmailAddressError) {
    let address = try EmailAddress(text)
    precondition(isOneWord(address.description), "no word: \(address)")
    precondition(address.description.utf8.count <= 254, "too long: \(address)")
    precondition("\(address.localPart)@\(address.domain)" == address.description, "its parts")
    let again = try? EmailAddress(address.description)
    precondition(again?.description == address.description, "not read again: \(address)")
    precondition(isShown(address.unicodeDomain), "a control character came through")
  } catch {
    precondition(isShown(error.description), "a control character came through")
  }
  do throws(DomainNameError) {
    let domain = try DomainName(text)
    precondition(isOneWord(domain.description), "no word: \(domain)")
    // What is shown instead must lead to the same place.
    let shown = try? DomainName(domain.unicode)
    precondition(shown == domain, "shown as another: \(domain)")
  } catch {
    precondition(isShown(error.description), "a control character came through")
  }
  if let id = try? MessageID(text) {
    precondition(isOneWord(String(id.description.dropFirst().dropLast())), "no word: \(id)")
    precondition((try? MessageID(id.description)) == id, "not read again: \(id)")
  }
  if let address = try? EmailAddress("a@b.example"),
    let mailbox = try? Mailbox(name: text, address: address)
  {
    precondition(isShown(mailbox.description), "a control character came through")
  }
  return 0
}

/// Whether nothing of it can end a word, a line or a path of SMTP.
private func isOneWord(_ text: String) -> Bool {
  text.utf8.allSatisfy { (0x21...0x7E) ~= $0 && $0 != 0x3C && $0 != 0x3E }
}

private func isShown(_ text: String) -> Bool {
  text.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
}
