import Templating

/// Who writes: the brand's story and facts, as the workspace's `liaison.json5` gives them.
public struct Brand: Codable, Hashable, Sendable {
  /// The name as recipients know it.
  public var name: String
  /// The brand's own site.
  public var website: String?
  /// One or two sentences that a template may quote as `{{brand_story}}`.
  public var story: String?
  /// The postal address for the footer; many countries' laws ask for one.
  public var postalAddress: String?
  /// Who answers when somebody writes back.
  public var contactPerson: String?
  /// Where a recipient writes to be left alone; the sender's own address where there is none.
  public var optOutAddress: String?
  /// What goes with the first touch.
  public var kit: BrandKit?
  /// The colours and typefaces of mails.
  public var style: BrandStyle?
  /// The logo.
  public var logo: BrandLogo?
  /// What the brand sells.
  public var products: [BrandProduct]?
  /// Facts about the brand's own audience, a line each.
  public var audience: [LocalText]?
  /// What others say or did.
  public var socialProof: [SocialProof]?

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case name, website, story, postalAddress, contactPerson, optOutAddress, kit
    case style, logo, products, audience, socialProof
  }

  init(name: String) { self.name = name }

  /// Reads the `brand` object; an unknown key is an error.
  public init(from decoder: any Decoder) throws {
    var settings = try SettingsReader(decoder, CodingKeys.self)
    let name = settings.text(.name)
    website = settings.optional(.website)
    story = settings.optional(.story)
    postalAddress = settings.optional(.postalAddress)
    contactPerson = settings.optional(.contactPerson)
    optOutAddress = settings.optional(.optOutAddress)
    kit = settings.optional(.kit)
    style = settings.optional(.style)
    logo = settings.optional(.logo)
    products = settings.optionalList(.products)
    audience = settings.optionalList(.audience)
    socialProof = settings.optionalList(.socialProof)
    guard let name, settings.isWell else { throw settings.faults }
    self.name = name
  }
}

/// The brand kit: a file that step 1 may carry, and a page that it may link.
public struct BrandKit: Codable, Hashable, Sendable {
  /// The file to attach, relative to the workspace.
  public var file: String?
  /// The address of the kit on the web.
  public var link: String?

  private enum CodingKeys: String, CodingKey, CaseIterable { case file, link }

  /// Reads the `kit` object; an unknown key is an error.
  public init(from decoder: any Decoder) throws {
    var settings = try SettingsReader(decoder, CodingKeys.self)
    file = settings.optional(.file)
    link = settings.optional(.link)
    guard settings.isWell else { throw settings.faults }
  }
}
