import Testing

@testable import Liaison

/// Whether the brand can answer what creators ask first.
struct BrandReadinessTests {
  private static let brand = """
    {
      brand: {
        name: 'Acme', website: 'https://acme.example', contactPerson: 'Lina Berg',
        postalAddress: 'Werkstattgasse 12', kit: { link: 'https://acme.example/kit' },
        story: 'We began in a bike workshop, with a box of jackets that nobody came back for. Nearly all had one broken zip.',
        logo: { link: 'https://acme.example/logo.png' },
        products: [{ name: 'Drizzle', price: 'EUR 189', link: 'https://acme.example/d' }],
        socialProof: [{ quote: 'Ten minutes.' }],
      },
      timeZone: 'Europe/Berlin',
      senders: [{ id: 'me', name: 'Lina Berg', address: 'me@acme.example' }],
    }
    """
  private static let answers = """
    {
      customers: 'People who cycle', ageAndGender: '25 to 45', favourite: 'Drizzle', fee: 'None',
      commission: '12 %', samples: 'One jacket', attribution: '30 days', payment: 'Monthly',
      markets: { DE: { payment: 'PayPal', delivery: '3 days' } },
    }
    """

  private func office(_ brand: String = brand, _ answers: String? = answers) throws -> Office {
    let office = try Office(
      rows: ["ann@one.example,Ann,creator,en,Europe/Berlin,DE"], header: Office.header + ",country")
    try office.folder.write(brand, to: "liaison.json5")
    try office.folder.write(answers ?? "{}", to: "brand/answers.json5")
    try office.reload()
    return office
  }

  @Test func `the weights of all questions are 100`() {
    #expect(BrandQuestion.allCases.reduce(0) { $0 + $1.weight } == 100)
    #expect(BrandQuestion.allCases.allSatisfy { !$0.example.isEmpty && !$0.place.isEmpty })
  }

  @Test func `whoever answers everything has all points and may launch`() throws {
    let office = try office()
    let readiness = try office.workspace.brandReadiness(for: office.store)
    #expect(readiness.gaps.map(\.question) == [])
    #expect(readiness.score == 100)
    #expect(try office.launch().enrolled == 1)
  }

  @Test(arguments: [
    (BrandQuestion.customers, "customers: 'People who cycle'", "customers: 'TODO'", 88),
    (.fee, "fee: 'None'", "fee: ' '", 94),
    (.markets, "DE: {", "FR: {", 92),
    (.markets, "delivery: '3 days'", "delivery: '…'", 92),
  ])
  func `a gap costs its points and is named`(
    question: BrandQuestion, text: String, other: String, score: Int
  ) throws {
    let office = try office(Self.brand, Self.answers.replacing(text, with: other))
    let readiness = try office.workspace.brandReadiness(for: office.store)
    #expect(readiness.gaps.map(\.question) == [question])
    #expect(readiness.score == score)
  }

  @Test(arguments: [
    (
      BrandQuestion.story,
      ", with a box of jackets that nobody came back for. Nearly all had one broken zip", "", 94
    ),
    (.proof, "socialProof: [{ quote: 'Ten minutes.' }],", "", 90),
    (.kit, "price: 'EUR 189', ", "", 99),
    (.contactPerson, "contactPerson: 'Lina Berg',", "", 95),
  ])
  func `what the settings lack is named, too`(
    question: BrandQuestion, text: String, other: String, score: Int
  ) throws {
    let office = try office(Self.brand.replacing(text, with: other))
    let readiness = try office.workspace.brandReadiness(for: office.store)
    #expect(readiness.gaps.map(\.question) == [question])
    #expect(readiness.score == score, "\(readiness.gaps)")
  }

  @Test func `below the bar no first touch is launched without a logged word`() throws {
    let office = try office(Office.configuration(["me"]), nil)
    let refusal = #expect(throws: LaunchRefusal.self) { try office.launch() }
    #expect(refusal?.description.contains("campaign.brand-readiness") == true)
    #expect(try office.desk.check("spring", at: office.now).blocking.count == 1)
    let report = try office.launch {
      $0.overrides = [BrandReadiness.rule]
      $0.reason = "the fair is tomorrow"
    }
    #expect(report.enrolled == 1)
    #expect(
      try office.text(
        "SELECT reason FROM campaign_override WHERE rule = 'campaign.brand-readiness'")
        == "the fair is tomorrow")
    // And it is not sent before, nor asked for again.
    #expect(try office.launch().enrolled == 0)
  }

  @Test(arguments: [
    ("{ bar: 101 }", "'bar' is a score from 0 to 100"),
    ("{ markets: { Gondwana: {} } }", "'Gondwana' is not a country"),
    ("{ costumers: 'x' }", "unknown setting 'costumers'"),
  ])
  func `faulty answers are told with their place`(text: String, message: String) throws {
    let office = try office(Self.brand, text)
    let error = #expect(throws: ConfigurationError.self) {
      try office.workspace.brandReadiness(for: office.store)
    }
    #expect(error?.message.contains(message) == true, "\(String(describing: error))")
    #expect(error?.place.hasPrefix("brand/answers.json5:1:") == true)
  }
}
