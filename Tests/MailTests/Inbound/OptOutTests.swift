import Mail
import Testing

struct OptOutTests {
  private static func isOptOut(_ message: InboundMessage, footers: [String] = []) -> Bool {
    guard case .optOut = InboundClassifier(footers: footers).classify(message) else { return false }
    return true
  }

  @Test(arguments: [
    "Unsubscribe", "unsubscrbe", "STOP", "Please remove me from your list.", "remove",
    "Stop emailing me.", "Please don't contact me again.", "No more emails please.",
    "Hi Ann,\n\nplease take us off your mailing list.\n\nBob", "Opt out", "opt me out",
    "I do not wish to receive these messages.", "Lose my email address.",
    "Bitte abmelden", "Bitte löschen Sie meine Daten.", "Keine weiteren E-Mails bitte!",
    "Nehmen Sie mich bitte aus dem Verteiler.", "Bitte kontaktieren Sie mich nicht mehr",
    "Merci de me retirer de votre liste.", "Désinscription", "Ne m'écrivez plus.",
    "Je souhaite me désabonner.", "Por favor, no me escriban más.", "Quiero darme de baja",
    "Elimínenme de su lista.", "BAJA", "Vi prego di cancellarmi dalla vostra lista.",
    "Non scrivetemi più.", "Disiscrizione", "Por favor, remova meu email da sua lista.",
    "Não quero receber mais mensagens.", "descadastrar",
    "Gelieve mij uit te schrijven. Haal mij van uw lijst.",
    "Graag afmelden", "Stuur me geen mails meer.", "退订", "请不要再给我发邮件。", "取消订阅",
    "配信停止をお願いします。", "今後のご連絡は不要です。", "수신거부", "더 이상 메일 보내지 마세요.",
  ])
  func `a request is found`(text: String) {
    #expect(Self.isOptOut(inbound(body: text)), "\(text)")
  }

  @Test(arguments: [
    "Can you stop by on Monday?", "Could you remove the logo from the banner?",
    "How do your customers unsubscribe?", "We have 4,000 people on our mailing list.",
    "Our newsletter has an unsubscribe rate of 1 %.",
    "Please stop the campaign with the old product.",
    "I'd like to cancel our call on Monday. Can we move it to Thursday?",
    "Please don't remove me from the list, I am interested!",
    "Wie viele Abmeldungen haben Sie?", "Nous avons une liste de 3000 abonnés.",
    "Quiero más información sobre la lista de precios.", "Wat is jullie afmeldpercentage?",
    "我们的退订率很低，可以合作。", "Yes", "No", "I want to end the discussion on price: 500 euros.",
    "Not interested, thanks.", "Kein Interesse.", "Pas intéressé, merci.",
  ])
  func `what only sounds so is none`(text: String) {
    #expect(!Self.isOptOut(inbound(body: text)), "\(text)")
  }

  @Test func `our own footer is not the person's request`() {
    let footer = "If this is not for you, reply with stop and I will not write again."
    let text = "Sounds good, Thursday at ten.\n\nHello Bob,\nour offer.\n\(footer)"
    #expect(!Self.isOptOut(inbound(body: text), footers: [footer]))
    #expect(Self.isOptOut(inbound(body: "Stop writing to me.\n\n\(footer)"), footers: [footer]))
  }

  @Test func `a mail program's request has it in the subject`() {
    #expect(Self.isOptOut(inbound(subject: "unsubscribe", body: "")))
    #expect(!Self.isOptOut(inbound(subject: "Re: Unsubscribe rates", body: "They are low.")))
  }
}
