/// What shows that a message is a notice of a mail system, where nothing declares it.
enum BounceSigns {
  /// Whether the message is a bounce by its sender, its envelope and its words.
  static func areIn(_ message: InboundMessage) -> Bool {
    let header = message.header
    if header.has("x-failed-recipients") { return true }
    let subject = FoldedText(message.subject, limit: 400).bytes
    // A person answering or forwarding a bounce is a person.
    let isNotice = isFromSystem(message)
    let isNull = message.returnPath?.isEmpty == true
    guard isNotice || isNull || isUnmanned(message) else { return false }
    if AutoReplySigns.subjects.first(in: subject) != nil { return false }
    if subjects.first(in: subject) != nil { return true }
    let words = FoldedText(message.texts.first?.plain ?? "", limit: 6000).bytes
    return bodies.first(in: words) != nil
  }

  /// Whether nobody reads answers to it; machines of all kinds write so, mail systems among them.
  private static func isUnmanned(_ message: InboundMessage) -> Bool {
    guard let local = message.from.first?.localPart.filter(\.isLetter) else { return false }
    return local.hasPrefix("noreply") || local.hasPrefix("donotreply")
  }

  /// Whether it is a bounce even where no recipient can be found in it.
  static func areClear(in message: InboundMessage) -> Bool {
    isFromSystem(message)
      && subjects.first(in: FoldedText(message.subject, limit: 400).bytes) != nil
  }

  /// Whether the message speaks of a delay, and delivery is still being tried.
  static func isDelay(subject: String, words: String) -> Bool {
    delays.first(in: FoldedText(subject, limit: 400).bytes) != nil
      || delays.first(in: FoldedText(words, limit: 3000).bytes) != nil
  }

  static func isFromSystem(_ message: InboundMessage) -> Bool {
    guard let from = message.from.first else { return true }
    if from.address.isEmpty { return true }
    let local = from.localPart
    let plain = local.filter(\.isLetter)
    if local.hasSuffix("-admin") || local.hasPrefix("owner-") { return true }
    if systemNames.contains(where: { plain.hasPrefix($0) || plain.hasSuffix($0) }) { return true }
    let name = FoldedText(from.name, limit: 200).bytes
    return senders.first(in: name) != nil
  }

  private static let systemNames = [
    "mailerdaemon", "postmaster", "mailerdemon", "maildaemon", "maildelivery", "mdaemon",
    "mailsystem", "deliverysystem", "bounce", "mailsubsystem", "mailadmin", "deliverysubsystem",
    "mailer", "undeliverable", "poostmaster",
  ]

  private static let senders = PhraseTable<Bool>([
    (
      true,
      """
      mail delivery sub*|mail delivery system|mail delivery service|mailer-daemon|mailer daemon|\
      postmaster|system administrator|mail administrator|delivery subsystem|mail system|\
      content-filter|mail deliver system|microsoft outlook|internet mail delivery
      """
    )
  ])

  private static let subjects = PhraseTable<Bool>([
    (
      true,
      """
      undeliver*|delivery status notification|delivery notification|failure notice|returned mail|\
      mail delivery fail*|delivery fail*|delivery has failed|failure delivery|mail failure|\
      mail system error|delivery error|delivery report|message delivery has failed|\
      mail could not be delivered|could not be delivered|not delivered|non-delivery|nondelivery|\
      delivery unsuccessful|delivery problem*|message delayed|delivery delay*|delayed mail|\
      could not send message|returning message|returned to sender|returned message|mail returned|\
      error sending your mail|mail delivery status|rejected mail|mail rejected|email rejected|\
      message rejected|failed delivery|failed mail|mail status report|mta-blocked|considered ~ bulk|\
      unable to deliver|cannot send message|loop alert|aws notification message|postmaster notify|\
      delivery status|bounce|bounced|mail error|failure report|permanent error|\
      unzustellbar|nicht zustellbar|zustellung fehlgeschlagen|nicht zugestellt|fehlgeschlagen|\
      non remis|echec de la remise|non distribue|non delivre|notification d'etat|\
      no se puede entregar|no entregado|no se pudo entregar|error de entrega|\
      impossibile recapitare|non recapitabile|mancata consegna|nao entregue|falha na entrega|\
      nao foi possivel entregar|onbestelbaar|niet bezorgd|kan niet worden bezorgd|\
      nie mozna dostarczyc|niedostarczon*|не доставлен*|недоставлен*|не может быть доставлен*|\
      无法投递|未能投递|退信|投递失败|系统退信|配信不能|送信できません|配信エラー|送信エラー|返信エラー|\
      エラーメール|未配信|배달 실패|전송 실패|반송|발송 실패
      """
    )
  ])

  private static let bodies = PhraseTable<Bool>([
    (
      true,
      """
      could not be delivered|couldn't be delivered|can not be delivered|cannot be delivered|\
      was not delivered|has not been delivered|unable to deliver|not able to deliver|\
      wasn't able to deliver|permanent fatal errors|had delivery errors|delivery failed|\
      failed permanently|delivery ~ failed|delivery ~ delayed|did not reach the following|\
      error delivering your mail|error occurred while ~ deliver|failed to deliver|\
      following address* failed|recipient* was rejected|rejected by a remote|\
      transcript of session|undeliverable|final delivery|failure reasons|delivery error|\
      was undeliverable|no such user|user unknown|invalid user address|mailbox is full|trouble delivering|could not deliver|duplicated message-id|\
      you are not ~ member|not permitted to post|may not have permission to post|\
      nicht zugestellt|nicht ausgeliefert|n'a pas pu etre|no se pudo entregar|non e stato possibile|\
      送信できません|配信できません|届けることができ*|送信に失敗|не может быть доставлен*|无法投递|无法送达|\
      mail delivery failed|not be delivered|550 5|550-5|554 5
      """
    )
  ])

  private static let delays = PhraseTable<Bool>([
    (
      true,
      """
      delivery status notification (delay)|message delayed|delivery delay*|delayed mail|\
      has been delayed|warning message only|will be retried|still being retried|\
      could not send message for past|do not need to resend|not yet been delivered|\
      delivery attempts will continue|we will keep trying|will continue to try|will keep trying
      """
    )
  ])
}
