import Mail
import Testing

struct AutoReplyTests {
  private static func autoReply(_ message: InboundMessage) -> AutoReply? {
    guard case .autoReply(let reply) = InboundClassifier().classify(message) else { return nil }
    return reply
  }

  /// Sent on Monday, 16 November 2026.
  @Test(arguments: [
    ("I am out of the office until 30 November.", "2026-12-01"),
    ("I'm on leave until November 30th, 2026.", "2026-12-01"),
    ("I am away and will be back on Monday, 30 November.", "2026-11-30"),
    ("I will return to the office on 12/15/2026.", "2026-12-15"),
    ("I'm on vacation through January 4.", "2027-01-05"),
    ("I am travelling from 18 to 25 November.", "2026-11-26"),
    ("I am out of office and back on Thursday.", "2026-11-19"),
    ("Ich bin bis zum 30.11. nicht im Büro.", "2026-12-01"),
    ("Ich bin bis einschließlich 4. Januar 2027 im Urlaub.", "2027-01-05"),
    ("Ich bin ab dem 2. Dezember wieder erreichbar.", "2026-12-02"),
    ("Je suis absent jusqu'au 2 décembre 2026 inclus.", "2026-12-03"),
    ("Je serai de retour le 1er décembre.", "2026-12-01"),
    ("Estaré de vacaciones hasta el 30 de noviembre.", "2026-12-01"),
    ("Estoy fuera de la oficina y regreso el 1 de diciembre.", "2026-12-01"),
    ("Estarei ausente até 30 de novembro de 2026.", "2026-12-01"),
    ("Sono in ferie fino al 30 novembre.", "2026-12-01"),
    ("Rientrerò il 1 dicembre.", "2026-12-01"),
    ("Ik ben afwezig tot en met 30 november.", "2026-12-01"),
    ("Vanaf 1 december ben ik weer aanwezig.", "2026-12-01"),
    ("11月30日まで不在にしております。", "2026-12-01"),
    ("12月1日に出社いたします。12月1日から出社します。", "2026-12-01"),
    ("我正在休假，2026年11月30日返回。", "2026-11-30"),
    ("本人外出至11月30日。", "2026-12-01"),
    ("11월 30일까지 부재중입니다.", "2026-12-01"),
    ("I am out until 2026-11-30.", "2026-12-01"),
  ])
  func `the day of the return is read`(text: String, wanted: String) {
    let reply = Self.autoReply(inbound(header: ["Auto-Submitted: auto-replied"], body: text))
    #expect(reply?.kind == .absence)
    #expect(reply?.backOn?.description == wanted, "\(text)")
  }

  @Test(arguments: [
    "Thank you for your message. I am out of the office and have limited access to my email.",
    "Vielen Dank für Ihre Nachricht. Ich bin derzeit nicht im Büro. In dringenden Fällen wenden Sie sich an Eva.",
    "Merci pour votre message. Je suis absente du bureau. En cas d'urgence, veuillez contacter Eva.",
    "Gracias por su mensaje. Estoy fuera de la oficina. En caso de urgencia escriba a Eva.",
    "Grazie per la tua email. Sono in ferie. Per urgenze contattare Eva.",
    "Obrigado pelo seu contacto. Estou de férias. Em caso de urgência fale com a Eva.",
    "Bedankt voor uw bericht. Ik ben momenteel niet op kantoor. Voor dringende zaken kunt u Eva mailen.",
    "感谢您的来信。我正在休假，如有紧急事宜请联系同事。",
    "お世話になっております。現在休暇中です。お急ぎの場合は下記までお願いします。",
    "메일 주셔서 감사합니다. 현재 부재중입니다. 급한 용무는 동료에게 연락 바랍니다.",
  ])
  func `the text alone gives an absence away`(text: String) {
    #expect(Self.autoReply(inbound(body: text))?.kind == .absence, "\(text)")
  }

  @Test(arguments: [
    "I'm out of the office next week, but can we talk on Thursday?",
    "I was on vacation, sorry for the delay. Please send the details.",
    "Thank you for your email. We would love to hear more!",
    "Vielen Dank für Ihre Nachricht, das klingt spannend.",
    "We rent out vacation homes and our offices are in Rome.",
    "Merci pour votre message, quel est le tarif ?",
    "Gracias por tu mensaje. ¿Podemos hablar el lunes?",
    "メールありがとうございます。詳しく教えてください。",
  ])
  func `a person is no machine`(text: String) {
    #expect(InboundClassifier().classify(inbound(body: text)).isFromPerson, "\(text)")
  }

  @Test(arguments: [
    "Automatic reply: Hello", "Out of Office: Hello", "Abwesenheitsnotiz: Hallo",
    "Réponse automatique : Bonjour", "Respuesta automática: Hola", "自动回复: 你好", "자동 회신: 안녕",
    "Hello (Automatic reply)", "Automatisch antwoord: Hallo", "Risposta automatica: Ciao",
  ])
  func `a subject alone gives a machine away`(subject: String) {
    let words = "=?utf-8?Q?\(subject.utf8.map { "=" + hex($0) }.joined())?="
    #expect(Self.autoReply(inbound(subject: words, body: "Hello.")) != nil)
    // A person answers to one.
    let answer = inbound(subject: "Re: \(subject)", body: "Sorry, when can we talk?")
    #expect(InboundClassifier().classify(answer).isFromPerson || subject.hasSuffix(")"))
  }

  private func hex(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }

  @Test func `who left is gone for good, and names who is there`() {
    let text =
      "Bob is no longer with Prospect until 1 December. Please write to eva@prospect.example."
    let reply = Self.autoReply(inbound(header: ["Auto-Submitted: auto-replied"], body: text))
    #expect(reply?.kind == .leftCompany)
    #expect(reply?.backOn == nil)
    #expect(reply?.otherAddresses == ["eva@prospect.example"])
  }
}
