import Templating

extension Brand {
  /// The names by which templates show what the brand says of itself.
  static let factNames: Set<String> = [
    "logo.image", "logo.alt", "logo.width", "products.name", "products.text", "products.price",
    "products.link", "audience", "social_proof.quote", "social_proof.source", "social_proof.link",
  ]

  /// What the brand says of itself, in a language; lists that are empty are absent.
  ///
  /// Everything here is part of the approved content, so it is not kept with each message.
  ///
  /// - Parameters:
  ///   - own: The campaign's language, for texts that are in none near the reader's.
  ///   - logoID: The content id of a logo that goes along.
  func facts(
    in language: LanguageTag, default own: LanguageTag, logoID: String?
  ) -> [String: TemplateValue] {
    func value(_ text: LocalText?) -> TemplateValue {
      // A blank one and not none: a name that is missing would be looked for outside of the list.
      .string(text?.text(in: language, default: own) ?? "")
    }
    var facts: [String: TemplateValue] = [:]
    if let logo, let image = logoID.map({ "cid:\($0)" }) ?? logo.link {
      facts["logo"] = [
        "image": .string(image), "alt": .string(logo.alt ?? name),
        "width": .string("\(logo.width ?? 160)"),
      ]
    }
    facts["products"] = products.map { products in
      .list(
        products.map {
          [
            "name": value($0.name), "text": value($0.text), "price": .string($0.price ?? ""),
            "link": .string($0.link ?? ""),
          ]
        })
    }
    facts["audience"] = audience.map { .list($0.map(value)) }
    facts["social_proof"] = socialProof.map { proofs in
      .list(
        proofs.map {
          ["quote": value($0.quote), "source": value($0.source), "link": .string($0.link ?? "")]
        })
    }
    return facts
  }
}
