/// What tells whether two rows speak of one prospect: its site or first profile, else its name, else
/// the address.
enum ProspectKey {
  /// The key of an imported row's prospect.
  static func key(of contact: ImportedContact) -> String { key(of: contact, contact.links.first) }

  /// The key of an imported row's prospect, where the first of its links is known.
  static func key(of contact: ImportedContact, _ link: ProfileLink?) -> String {
    if let link { return key(of: link) }
    if let name = contact.prospectName {
      let folded = Spelling.key(name)
      return "name:\(folded.isEmpty ? name : folded)"
    }
    return "address:\(contact.address.key)"
  }

  /// The key of a prospect that is known by a link.
  static func key(of link: ProfileLink) -> String { "site:" + link.place }

  /// The host of the site that a key is made of; nil where it is made of something else.
  static func host(of key: String) -> String? {
    guard key.hasPrefix("site:") else { return nil }
    return String(key.dropFirst(5).prefix { $0 != "/" })
  }

  /// A site without its scheme, `www.` or `m.`, query and last slash; the host in lower case.
  static func site(_ text: String) -> String {
    var text = text
    return text.withUTF8(plainSite) ?? anySite(text)
  }

  /// The same for ASCII, as nearly all sites are written, without looking for characters; nil for
  /// anything else.
  private static func plainSite(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
    var rest = bytes[...]
    for scheme in ["https://", "http://"] where begins(rest, with: scheme) {
      rest = rest.dropFirst(scheme.utf8.count)
    }
    if let end = rest.firstIndex(where: { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }) {
      rest = rest[..<end]
    }
    while rest.last == UInt8(ascii: "/") { rest.removeLast() }
    if begins(rest, with: "www.") { rest = rest.dropFirst(4) }
    if begins(rest, with: "m."), rest.dropFirst(2).prefix(while: { $0 != slash }).contains(dot) {
      rest = rest.dropFirst(2)
    }
    let host = rest.prefix { $0 != UInt8(ascii: "/") }
    return String(unsafeUninitializedCapacity: rest.count) { buffer in
      for (at, byte) in host.enumerated() { buffer[at] = lowercased(byte) }
      for (at, byte) in rest.dropFirst(host.count).enumerated() { buffer[host.count + at] = byte }
      return rest.count
    }
  }

  private static let slash = UInt8(ascii: "/")
  private static let dot = UInt8(ascii: ".")

  private static func begins(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, with text: String) -> Bool
  {
    bytes.count >= text.utf8.count && zip(bytes, text.utf8).allSatisfy { lowercased($0) == $1 }
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }

  private static func anySite(_ text: String) -> String {
    var rest = Substring(text)
    for scheme in ["https://", "http://"] where rest.lowercased().hasPrefix(scheme) {
      rest = rest.dropFirst(scheme.count)
    }
    rest = rest.prefix { $0 != "?" && $0 != "#" }
    while rest.hasSuffix("/") { rest.removeLast() }
    let host = rest.prefix { $0 != "/" }.lowercased()
    let path = rest.drop { $0 != "/" }
    var name = Substring(host)
    if name.hasPrefix("www.") { name = name.dropFirst(4) }
    if name.hasPrefix("m."), name.dropFirst(2).contains(".") { name = name.dropFirst(2) }
    return String(name) + path
  }
}
