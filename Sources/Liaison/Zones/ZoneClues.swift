import Mail

/// What is known of a contact that tells where they live.
public struct ZoneClues: Hashable, Sendable {
  /// The city, as written.
  public var city: String?
  /// The state or province, as written: its name or the code that people write.
  public var region: String?
  /// The country, as its ISO 3166-1 alpha-2 code.
  public var country: String?
  /// The telephone number, as written.
  public var phone: String?
  /// The domain of the mail address and the host of the web site.
  public var hosts: [String]

  /// Clues, of which any may be missing.
  public init(
    city: String? = nil, region: String? = nil, country: String? = nil, phone: String? = nil,
    hosts: [String] = []
  ) {
    self.city = city
    self.region = region
    self.country = country
    self.phone = phone
    self.hosts = hosts
  }

  /// The clues that a contact gives.
  public init(_ contact: ContactRecord) {
    self.init(
      city: contact.city, region: contact.region, country: contact.country, phone: contact.phone,
      hosts: [Self.domain(of: contact.address), contact.website.map(Self.host)].compactMap { $0 })
  }

  private static func domain(of address: String) -> String? {
    address.split(separator: "@").last.map(String.init)
  }

  /// The host of a web address, which may stand without its `https://`.
  static func host(of website: String) -> String {
    var rest = Substring(website)
    if let scheme = rest.firstRange(of: "://") { rest = rest[scheme.upperBound...] }
    rest = rest.prefix { !"/?#:".contains($0) }
    return String(rest)
  }
}
