/// What creators and editors ask of a brand before they say yes.
public enum BrandQuestion: String, CaseIterable, Sendable, Codable {
  case customers, ageAndGender, favourite, story, fee, commission, samples, attribution, payment
  case proof, markets, contactPerson, kit

  /// What it adds to the score; all of them together are 100.
  public var weight: Int {
    switch self {
    case .customers, .favourite, .story: 12
    case .proof: 10
    case .ageAndGender, .markets: 8
    case .fee, .commission, .samples: 6
    case .attribution, .payment, .contactPerson, .kit: 5
    }
  }

  /// The question as it is asked.
  public var question: String {
    switch self {
    case .customers: "Who buys from you?"
    case .ageAndGender: "How old are your customers, and how many are women and men?"
    case .favourite: "Which product do they love most, and why?"
    case .story: "What is your story?"
    case .fee: "Do you pay a fee, and for what?"
    case .commission: "What commission do you pay, and on what?"
    case .samples: "Does the creator get the product, and may they keep it?"
    case .attribution: "How long after a click does a sale count?"
    case .payment: "When and how are creators paid?"
    case .proof: "Who else trusts you?"
    case .markets: "How do customers of this market pay, and how does it get to them?"
    case .contactPerson: "Who answers?"
    case .kit: "Is everything in the brand kit?"
    }
  }

  /// Where the answer goes.
  public var place: String {
    switch self {
    case .story, .contactPerson: "liaison.json5, brand.\(rawValue)"
    case .proof: "liaison.json5, brand.socialProof"
    case .kit: "liaison.json5, brand.kit, products, logo, postalAddress, website"
    default: "\(BrandAnswers.path), \(rawValue)"
    }
  }

  /// How a good answer reads.
  public var example: String {
    switch self {
    case .customers: "People who cycle or walk to work, in cities where it rains"
    case .ageAndGender: "25 to 45; 55 % women, 45 % men"
    case .favourite: "The Drizzle jacket, since every zip and cuff can be replaced at home"
    case .story:
      "We began in a bike workshop, with a box of rain jackets that nobody came back for. Nearly all "
        + "had one broken zip."
    case .fee: "EUR 300 for one video of a minute or more; none for a story"
    case .commission: "12 % of the net price of every order by your link"
    case .samples: "One jacket of your choice, yours to keep whatever you say of it"
    case .attribution: "30 days after the last click"
    case .payment: "On the 15th of the month after, by bank transfer or PayPal"
    case .proof: #"{ quote: "Ten minutes at the kitchen table.", source: "Mara, Leeds" }"#
    case .markets: #"DE: { payment: "PayPal, Klarna", delivery: "3 days, free from EUR 60" }"#
    case .contactPerson: "Lina Berg"
    case .kit: "a file or a page, products with price and link, a logo, your address and site"
    }
  }
}
