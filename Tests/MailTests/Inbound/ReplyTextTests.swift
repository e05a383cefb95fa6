import Mail
import Testing

struct ReplyTextTests {
  @Test(arguments: [
    "On Mon, Nov 16, 2026 at 9:00 AM Ann Sender <ann@brand.example> wrote:",
    "On 16 Nov 2026, at 09:00, Ann wrote:",
    "On Mon, Nov 16, 2026 at 9:00 AM Ann Sender\n<ann@brand.example> wrote:",
    "Am Mo., 16. Nov. 2026 um 09:00 Uhr schrieb Ann <ann@brand.example>:",
    "Am 16.11.26 um 09:00 schrieb Ann Sender:",
    "Le lun. 16 nov. 2026 à 09:00, Ann <ann@brand.example> a écrit :",
    "El lun, 16 nov 2026 a las 9:00, Ann (<ann@brand.example>) escribió:",
    "Em seg., 16 de nov. de 2026 às 09:00, Ann <ann@brand.example> escreveu:",
    "Il giorno lun 16 nov 2026 alle ore 09:00 Ann <ann@brand.example> ha scritto:",
    "Op ma 16 nov 2026 om 09:00 schreef Ann <ann@brand.example>:",
    "pon., 16 lis 2026 o 09:00 Ann <ann@brand.example> napisał(a):",
    "Den mån 16 nov. 2026 kl 09:00 skrev Ann <ann@brand.example>:",
    "пн, 16 нояб. 2026 г. в 09:00, Ann <ann@brand.example>:",
    "2026年11月16日(月) 9:00 Ann <ann@brand.example>:",
    "Ann <ann@brand.example> 于2026年11月16日周一 09:00写道：",
    "在 2026-11-16 09:00:00，\"Ann\" <ann@brand.example> 写道：",
    "2026년 11월 16일 (월) 오전 9:00, Ann <ann@brand.example>님이 작성:",
    "-----Original Message-----", "-----Ursprüngliche Nachricht-----", "-------- 原始邮件 --------",
    "---------- Forwarded message ---------", "Begin forwarded message:",
    "From: Ann <ann@brand.example>\nSent: Monday, 16 November 2026 09:00\nTo: Bob\nSubject: Hello",
    "Von: Ann\nGesendet: Montag, 16. November 2026 09:00\nAn: Bob\nBetreff: Hallo",
    "De : Ann\nEnvoyé : lundi 16 novembre 2026\nÀ : Bob\nObjet : Bonjour",
    "发件人: Ann\n发送时间: 2026年11月16日\n收件人: Bob\n主题: 你好",
    "________________________________\n*From:* Ann\n*Sent:* Monday\n*To:* Bob\n*Subject:* Hello",
  ])
  func `what was answered is taken off`(head: String) {
    for mark in ["> ", ""] {
      let quote = ["Hello Bob,", "", "would you like to work with us?"].map { mark + $0 }
      let text =
        "Yes, Thursday works.\nAnd thank you!\n\n\(head)\n\n\(quote.joined(separator: "\n"))"
      #expect(ReplyText(text).text == "Yes, Thursday works.\nAnd thank you!", "\(head)")
    }
  }

  @Test(arguments: [
    "On Monday we can talk. On Thursday I wrote: nothing.\nSee you",
    "Here is what we need:\n- a brief\n- a date\n\n2026-11-20 is our deadline:\nplease keep it",
    "From: our side it is fine.\nTo: discuss next week.",
    "My rates:\n\nReel: 500 EUR\nStory: 200 EUR\n\nBest\nBob",
    "Price -- as discussed -- is 500.",
  ])
  func `the person's own text stays`(text: String) {
    #expect(ReplyText(text).text == text)
  }

  @Test func `answers below and between the quotes stay, without the quotes`() {
    let head = "On Mon, 16 Nov 2026 at 09:00, Ann <ann@brand.example> wrote:"
    let below = "\(head)\n> Would you?\n\nYes, gladly."
    #expect(ReplyText(below).text == "Yes, gladly.")
    let between =
      "Hi Ann,\n\n\(head)\n> When?\n\nNext week is best for us.\n\n> What for?\n\nFor 500 euros."
    let words = ReplyText(between).text
    #expect(words.contains("Next week is best for us."))
    #expect(words.contains("For 500 euros."))
    #expect(!words.contains("When?"))
  }

  @Test func `signatures and device notes are taken off`() {
    let text = "Yes.\n\n-- \nBob\n+49 30 123"
    #expect(ReplyText(text).text == "Yes.")
    for note in [
      "Sent from my iPhone", "Von meinem iPhone gesendet", "Envoyé de mon iPhone", "发自我的 iPhone",
    ] {
      #expect(ReplyText("Yes, let us talk.\n\n\(note)").text == "Yes, let us talk.", "\(note)")
    }
  }

  @Test(arguments: [
    ("Sounds great, tell me more.", OutcomeGuess.interested),
    ("Klingt spannend, gerne!", .interested),
    ("What do you pay per post?", .price),
    ("Combien payez-vous ?", .price),
    ("Which countries do you ship to?", .question),
    ("Not right now, maybe next quarter.", .notNow),
    ("We are not interested, thanks.", .notInterested),
    ("No nos interesa, gracias.", .notInterested),
    (
      "I am not the right person, please contact eva@prospect.example.",
      .wrongPerson(address: "eva@prospect.example")
    ),
    ("Ich bin dafür nicht zuständig.", .wrongPerson(address: nil)),
    ("不感兴趣，谢谢", .notInterested),
    ("興味があります。詳しく教えてください。", .interested),
  ])
  func `an outcome is suggested`(text: String, wanted: OutcomeGuess) {
    guard case .reply(_, let guess) = InboundClassifier().classify(inbound(body: text)) else {
      Issue.record("no reply: \(text)")
      return
    }
    #expect(guess == wanted, "\(text)")
  }
}
