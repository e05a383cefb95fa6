/// What tells whether two rows speak of one prospect: its site, else its name, else the address.
enum ProspectKey {
  /// The key of an imported row's prospect.
  static func key(of contact: ImportedContact) -> String {
    if let site = contact.website.map(site), !site.isEmpty { return "site:\(site)" }
    if let name = contact.prospectName {
      let folded = Spelling.key(name)
      return "name:\(folded.isEmpty ? name : folded)"
    }
    return "address:\(contact.address.key)"
  }

  /// A site without its scheme, `www.`, query and last slash; the host in lower case.
  private static func site(_ text: String) -> String {
    var rest = Substring(text)
    for scheme in ["https://", "http://"] where rest.lowercased().hasPrefix(scheme) {
      rest = rest.dropFirst(scheme.count)
    }
    rest = rest.prefix { $0 != "?" && $0 != "#" }
    while rest.hasSuffix("/") { rest.removeLast() }
    let host = rest.prefix { $0 != "/" }.lowercased()
    let path = rest.drop { $0 != "/" }
    return (host.hasPrefix("www.") ? String(host.dropFirst(4)) : host) + path
  }
}
