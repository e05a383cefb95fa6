import Testing

@testable import Tone

/// The shipped English rules on sentences that none of them quotes.
@Suite struct PhraseRuleTests {
  /// Each group finds these, at any severity.
  private static let blunt: [(group: String, lines: [String])] = [
    (
      "price",
      [
        "Honestly this is way too expensive for us.", "Your rates are too steep.",
        "Could you tell me your lowest price?", "Please reduce your fee.",
        "Hello Ana, your quote is ridiculous.", "You charge way too much.",
        "Other influencers would do it for free.", "We can't afford that much.",
        "Either you drop the price or we walk away.",
        "We only have free products, there is no budget.",
        "It's just a quick post, it shouldn't take that much.", "Your channel isn't worth that.",
      ]
    ),
    (
      "push",
      [
        "Get back to me ASAP.", "I expect an answer by tomorrow, reply today!",
        "Why are you not responding to us?", "Have you seen my last message?",
        "I've emailed you three times.", "As per my earlier email, we pay on Friday.",
        "I'm going to continue messaging you.", "Just wanted to bump this up.",
        "This is my final reminder.", "We still have not received your reply.",
      ]
    ),
    (
      "blame",
      [
        "You clearly misunderstood what we want.", "You forgot the link again.",
        "This was your mistake.", "You should have told us earlier.",
        "You were supposed to publish on Monday.", "You didn't follow the brief.",
      ]
    ),
    (
      "guilt",
      [
        "I am so disappointed in you.", "You keep ignoring my messages.",
        "After all we did for you, you say no.", "My manager is going to be mad.",
        "I could lose my job because of this.", "Please don't ignore me.",
      ]
    ),
    (
      "condescend",
      [
        "As you should know, links need a tag.", "Even for a small account like yours it pays.",
        "Your tiny audience could grow.", "It's so easy, just post it.",
        "You should be grateful that we asked.", "You have been selected from hundreds.",
        "As a real professional you must answer.", "That's very unprofessional of you.",
      ]
    ),
    (
      "command",
      [
        "Send over your rates.", "Give me your phone number.", "Then fill out the form.",
        "You must include our logo.", "You need to reply first.", "Never mention other brands.",
        "The video must be at least ten minutes.", "Do not edit the caption.",
      ]
    ),
    (
      "hype",
      [
        "Meet our revolutionary backpack.", "The best headphones in the world.",
        "Success is 100% guaranteed.", "We guarantee results.", "A truly mind-blowing app.",
        "The world's first smart cup.",
      ]
    ),
    (
      "spam",
      [
        "An incredible opportunity for you!", "Make money fast with our program.",
        "Act fast!", "Limited time offer.", "Click the link below.", "Don't miss out!",
        "Earn thousands of dollars every month.",
      ]
    ),
    (
      "urgency",
      ["Last call!", "Only three places left.", "Spots are limited.", "Final chance to join."]
    ),
    (
      "vague",
      [
        "We really love your work!", "I'm a huge fan of your channel.", "You make amazing content.",
        "Your feed is so beautiful!", "Let's work together!", "Interested in a collab?",
      ]
    ),
    (
      "benefit",
      [
        "We want you to advertise our shop.", "Please promote our new app.",
        "You will get a lot of exposure.", "It is a great way to grow your following.",
        "Help us increase our sales.",
      ]
    ),
    (
      "cta",
      [
        "Looking forward to our long-term partnership.", "Let's discuss potential opportunities.",
        "Visit our site, sign up, follow us and send your address.",
      ]
    ),
    (
      "esl",
      [
        "Dear blogger,", "Dear valued partner,", "Kindly confirm the date.",
        "Looking forward to your soonest reply.", "We are a leading factory of lamps.",
        "Any questions please let me know.", "We hope to have a cooperation with you.",
        "How do you think about it?", "Please be noted that we ship on Monday.",
        "Do you have any space for discount?", "Can you make it cheaper?",
      ]
    ),
    (
      "gender",
      [
        "Hey guys,", "Dear Sir,", "Great for businessmen.", "a cute pink one for girls",
        "Hello ladies!", "Easy enough for women.",
      ]
    ),
    (
      "region",
      [
        "Looking for foreign bloggers.", "We prefer Caucasian models.", "Only white people please.",
        "for third-world markets", "We want overseas influencers.",
      ]
    ),
  ]

  /// Nothing here is more than a note: firm is not rude.
  private static let fine = [
    "We can pay up to $400, and no more than that.",
    "The contract ends on 30 June; after that we cannot extend it.",
    "Our limit is two revisions.", "We don't work with affiliates below 18.",
    "I need to close the list on Friday at 17:00.", "Please let me know if Thursday works.",
    "Hi Maya,\n\nyour test of wet-weather tents in May is why I write.",
    "Is there room for negotiation on this rate?", "Could you send me your media kit?",
    "We pay $300 on delivery and 12% on each sale.", "The sample ships on Monday.",
    "Would Tuesday 10:00 suit you?", "If it is not a fit, a short no is fine.",
    "Our tents are made in a small hall near Ghent by nine people.",
    "Your viewers get 15% off until 31 July.", "I can send a sample this week.",
    "No hard feelings if the timing is wrong.", "It weighs 900 g and packs to 40 cm.",
    "What would one video cost?", "We would be glad to have you in the May round.",
    "Thank you for your honest reply.", "Best regards, Ana", "Kind regards,\nThe Northlight team",
    "Do you have a rate card?", "You can keep the lens either way.",
    "I wrote in May about the lamp; here is the test result you asked for.",
    "Our founder carried the first one over the pass in 1987.",
    "The brief is one page. You choose the angle.", "We ask for an #ad mark at the top.",
    "You need not reply if it is not for you.", "Is it too late for the June issue?",
    "We will not send more than four mails.", "The fee covers usage for 90 days.",
    "Did the sample arrive?", "Here is my number in case a call is easier: 555-0100.",
  ]

  @Test(arguments: blunt) func findsInItsGroup(_ group: String, _ lines: [String]) throws {
    for line in lines {
      let found =
        try ShippedRules.findings(line) + ShippedRules.findings("", subject: line)
      #expect(found.contains { $0.group == group }, "\(line)")
    }
  }

  @Test(arguments: fine) func leavesFirmAndFriendlySentencesAlone(_ line: String) throws {
    let found = try ShippedRules.findings(line).filter { $0.severity > .note }
    #expect(found.isEmpty, "\(found)")
  }

  @Test func aGoodFirstMessageHasNoFinding() throws {
    let body = """
      Hi Maya,

      Your video on the three-day walk along the Saar answered a question that our customers ask us
      each week: what to pack when it rains all the way. Section two, with the drying line, is why
      I'm writing.

      We make a 900 g tent in Ghent. Would you test it on a wet weekend before 14 June and tell your
      viewers what you found, good or bad? We pay $450 on publication, your viewers get 15% off,
      and you keep the tent.

      If yes, a one-line reply is enough and I'll ship it on Monday. If it isn't a fit, that is fine
      too.

      Warm regards,
      Ana Peeters
      -- 
      Northlight, Kade 4, 9000 Ghent
      """
    let found = try ShippedRules.findings(body, subject: "A wet-weather test for your Saar series")
    #expect(found.isEmpty, "\(found)")
  }

  @Test func everyGroupHasItsOwnFileAndEveryRuleItsSuggestion() throws {
    for file in ShippedRules.files {
      let rules = try RuleFile(json5: file.bytes, path: file.path)
      let name = file.path.split(separator: "/").last?.split(separator: ".").first.map(String.init)
      #expect(Set(rules.rules.map(\.group)) == Set([name]))
      #expect(file.path.hasPrefix("tone/\(rules.locale)/"))
      for rule in rules.rules {
        #expect(rule.replacement?.isEmpty == false && !rule.why.isEmpty, "\(rule.id)")
      }
    }
  }

  @Test func onlyThreePriceRulesAndThreatsAreErrors() throws {
    let errors = try ShippedRules.linter.get().rules.filter { $0.severity == .error }.map(\.id)
    #expect(
      Set(errors) == ["price.blunt", "price.ultimatum", "price.devalue", "push.threat"])
  }
}
