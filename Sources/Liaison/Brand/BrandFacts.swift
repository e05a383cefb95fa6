/// The brand's logo, which templates show as `{{#logo}}![{{alt}}]({{image}} "{{width}}"){{/logo}}`.
public struct BrandLogo: Codable, Hashable, Sendable {
  /// A file that goes with each message that shows it, relative to the workspace.
  public let file: String?
  /// The address of the logo on the web, for one that does not go along.
  public let link: String?
  /// What stands in its place where images are not shown; the brand's name where nil.
  public let alt: String?
  /// How wide it is shown, in pixels.
  public let width: Int?

  private enum CodingKeys: String, CodingKey, CaseIterable { case file, link, alt, width }

  /// The image types that mail programs show.
  static let types = [
    "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif",
  ]

  /// A file's ending in small letters.
  static func ending(of file: String) -> String {
    file.split(separator: ".").last.map { $0.lowercased() } ?? ""
  }

  /// Reads the `logo` object: a file or a link.
  public init(from decoder: any Decoder) throws {
    var settings = try SettingsReader(decoder, CodingKeys.self)
    file = settings.optional(.file)
    link = settings.optional(.link)
    alt = settings.optional(.alt)
    width = settings.optional(.width)
    if let width, !(1...600).contains(width) {
      settings.refuse(.width, "'width' is 1 to 600 pixels")
    }
    if let file, Self.types[Self.ending(of: file)] == nil {
      settings.refuse(.file, "mail programs show png, jpg and gif images, not '\(file)'")
    }
    settings.checkLink(.link, link)
    if settings.isWell, (file == nil) == (link == nil) {
      throw decoder.refusal("a logo is either a 'file' that goes along or a 'link' to one")
    }
    guard settings.isWell else { throw settings.faults }
  }
}

/// One of the brand's products, which templates show inside `{{#products}}…{{/products}}`.
public struct BrandProduct: Codable, Hashable, Sendable {
  /// What it is called.
  public let name: LocalText
  /// What is to be said of it.
  public let text: LocalText?
  /// What it costs, such as `EUR 129`.
  public let price: String?
  /// Its page on the web.
  public let link: String?

  private enum CodingKeys: String, CodingKey, CaseIterable { case name, text, price, link }

  /// Reads one entry of `products`.
  public init(from decoder: any Decoder) throws {
    var settings = try SettingsReader(decoder, CodingKeys.self)
    let name: LocalText? = settings.required(.name)
    text = settings.optional(.text)
    price = settings.optional(.price)
    link = settings.optional(.link)
    settings.checkLink(.link, link)
    guard let name, settings.isWell else { throw settings.faults }
    self.name = name
  }
}

/// What somebody else says or did, which templates show inside `{{#social_proof}}…{{/social_proof}}`.
public struct SocialProof: Codable, Hashable, Sendable {
  /// The words or the fact.
  public let quote: LocalText
  /// Who says so.
  public let source: LocalText?
  /// Where to read it.
  public let link: String?

  private enum CodingKeys: String, CodingKey, CaseIterable { case quote, source, link }

  /// Reads one entry of `socialProof`.
  public init(from decoder: any Decoder) throws {
    var settings = try SettingsReader(decoder, CodingKeys.self)
    let quote: LocalText? = settings.required(.quote)
    source = settings.optional(.source)
    link = settings.optional(.link)
    settings.checkLink(.link, link)
    guard let quote, settings.isWell else { throw settings.faults }
    self.quote = quote
  }
}

extension SettingsReader {
  /// Notes a link that a mail could not be read with.
  fileprivate mutating func checkLink(_ key: Key, _ link: String?) {
    guard let link else { return }
    let lower = link.lowercased()
    if !["https://", "http://"].contains(where: { lower.hasPrefix($0) && lower.count > $0.count }) {
      refuse(
        key, "'\(key.stringValue)' is an address on the web: write https:// and the rest of it")
    }
  }
}
