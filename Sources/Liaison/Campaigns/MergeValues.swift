import Templating

/// The values that a message's tags are filled with: who is written to, who writes, and the
/// contact's own columns.
struct MergeValues: Hashable, Sendable {
  /// The names that every template may use, whatever the contact's own columns are.
  static let builtIn: Set<String> = Set([
    "first_name", "last_name", "full_name", "salutation", "prospect", "channel", "country",
    "city", "region", "phone",
    "brand", "sender_name", "brand_story", "website", "postal_address", "contact_person",
    "opt_out_address", "kit_link", "kit_attached",
  ]).union(Brand.factNames)

  /// The names that a template may use; those of a list stand behind its name and a dot.
  static let known = builtIn.union(MeetingOffer.names)

  /// The values by name; a value that is not known is absent.
  let values: [String: TemplateValue]

  init(
    contact: ContactRecord, brand: Brand, sender: SenderAccount, language: LanguageTag,
    formality: Formality, kit: CampaignDefinition.KitDelivery, isKitAttached: Bool,
    meetings: TemplateValue?
  ) {
    var named: [String: String?] = contact.fields.mapValues(Optional.some)
    named["first_name"] = contact.firstName
    named["last_name"] = contact.lastName
    named["full_name"] = contact.personName
    named["salutation"] = Salutation(
      firstName: contact.firstName, lastName: contact.lastName, fullName: contact.fullName,
      title: contact.fields["honorific"], override: contact.salutation,
      nameLanguage: contact.nameLanguage
    ).greeting(language: language, formality: formality)
    named["prospect"] = contact.prospect
    named["channel"] = contact.channel
    named["country"] = contact.country
    // A contact imported before these were columns of their own has them among its fields.
    if let city = contact.city { named["city"] = city }
    if let region = contact.region { named["region"] = region }
    if let phone = contact.phone { named["phone"] = phone }
    named["brand"] = brand.name
    named["sender_name"] = sender.name
    named["brand_story"] = brand.story
    named["website"] = brand.website
    named["postal_address"] = brand.postalAddress
    named["contact_person"] = brand.contactPerson ?? sender.name
    named["opt_out_address"] = brand.optOutAddress ?? sender.address.description
    named["kit_link"] = kit == .none ? nil : brand.kit?.link
    var values = named.compactMapValues { $0.map(TemplateValue.string) }
    values["kit_attached"] = .boolean(isKitAttached)
    if let meetings { values[MeetingOffer.name] = meetings }
    self.values = values
  }
}
