/// What people have their mail programs say while they are away, in ten languages.
enum AutoReplyPhrases {
  enum Sign: Int, Sendable {
    /// Away, now or from a day on.
    case absence
    /// Without mail, back on a day, somebody else for what cannot wait: what surrounds an absence.
    case formula
    /// Said by machines only.
    case machine
    case left
  }

  /// A text of this score is a machine's, whatever its headers.
  static let enough = 2

  /// What a text says, counted.
  struct Finding {
    let signs: Set<Sign>
    /// How many different formulas stand in it.
    let formulas: Int
    let asks: Bool

    init(_ text: [UInt8]) {
      let head = text.prefix(2500)
      var signs: Set<Sign> = []
      var formulas: Set<Int> = []
      for match in table.matches(in: head) {
        signs.insert(match.meaning)
        if match.meaning == .formula { formulas.insert(match.order) }
      }
      self.signs = signs
      self.formulas = formulas.count
      asks = head.contains(UInt8(ascii: "?"))
    }

    /// What speaks for a machine; a text that asks something is less likely one.
    var score: Int {
      if signs.contains(.machine) { return 3 }
      guard signs.contains(.absence) || signs.contains(.left) else { return 0 }
      let score = min(formulas, 2) + (signs.contains(.absence) ? 1 : 0) - (asks ? 1 : 0)
      return formulas == 0 ? min(score, 1) : score
    }
  }

  static let table = PhraseTable<Sign>([
    (
      .machine,
      """
      this is an automatic|this is an automated|this is an auto|automatically generated|\
      automatically-generated|auto-generated|do not reply to this|please do not respond to this|\
      type your reply above this line|ihre nachricht wird nicht weitergeleitet|\
      dies ist eine automatische|automatisch erstellt|automatisch generiert|\
      ceci est une reponse automatique|ceci est un message automatique|\
      este es un mensaje automatico|respuesta automatica|mensaje automatico|\
      questo e un messaggio automatico|risposta automatica|esta e uma resposta automatica|\
      mensagem automatica|resposta automatica|dit is een automatisch|automatisch gegenereerd|\
      wiadomosc wygenerowana automatycznie|自动回复|自动发送|系统自动|自動返信|自動送信|自動的に送信|\
      자동으로 발송|자동 응답|자동 회신
      """
    ),
    (
      .absence,
      """
      i am out of office|i am out of the office|i'm out of office|i'm out of the office|\
      i am currently out|i'm currently out|i am currently away|i'm currently away|i am away|\
      i'm away|i will be out of|i'll be out of|i will be away|i'll be away|currently on leave|\
      i am on leave|i'm on leave|i am on vacation|i'm on vacation|i am on holiday|i'm on holiday|\
      i am on annual leave|i'm on annual leave|on parental leave|on maternity leave|\
      on paternity leave|on sabbatical|currently out of|am travelling|am traveling|\
      will be traveling|will be travelling|i am not in the office|i'm not in the office|\
      our office is closed|our offices are closed|office will be closed|out of office until|\
      out of the office until|out of the office from|away until|currently unavailable|\
      ich bin ~ nicht im buro|ich bin ~ nicht im hause|ich bin ~ nicht im haus|ich bin ~ abwesend|\
      ich bin ~ im urlaub|bin ich nicht im|bin ich ~ abwesend|bin ich im urlaub|derzeit abwesend|\
      zurzeit nicht|zur zeit nicht im|momentan nicht im|ich befinde mich ~ urlaub|nicht im buro|\
      unser buro ist ~ geschlossen|in elternzeit|in mutterschutz|auf dienstreise|\
      je suis absent*|je suis actuellement absent*|je suis en conge*|actuellement en conge*|\
      je serai absent*|absent* du bureau|en deplacement|en vacances|nos bureaux ~ fermes|\
      je suis ~ conges|conge maternite|estoy fuera|me encuentro fuera|estare fuera|\
      fuera de la oficina|estoy de vacaciones|me encuentro de vacaciones|estare de vacaciones|\
      estoy ausente|me encuentro ausente|estare ausente|de baja|permiso de maternidad|\
      sono fuori|sono assente|sono in ferie|saro fuori|saro assente|saro in ferie|fuori ufficio|\
      fuori sede|gli uffici ~ chiusi|in maternita|estou fora|estou ausente|estou de ferias|\
      estarei fora|estarei ausente|estarei de ferias|fora do escritorio|encontro-me ausente|\
      encontro-me de ferias|em licenca|ik ben ~ afwezig|ik ben ~ niet op kantoor|ben ik afwezig|\
      niet aanwezig|ik ben ~ op vakantie|ik ben ~ met vakantie|ik ben ~ met verlof|\
      wegens vakantie|op vakantie|buiten kantoor|jestem poza biurem|przebywam na urlopie|\
      jestem na urlopie|jestem nieobecn*|bede nieobecn*|ofis disinda|izinde|\
      不在办公室|不在辦公室|正在休假|我在休假|休假中|正在出差|外出中|目前外出|年假|产假|放假期间|\
      不在にし|不在と|不在の|休暇を|休暇中|休暇のため|出張中|出張のため|産休|育休|\
      부재중|부재 중|휴가중|휴가 중|출장중|출장 중|자리를 비|휴가를
      """
    ),
    (
      .formula,
      """
      thank you for your email|thank you for your e-mail|thank you for your message|\
      thanks for your email|thanks for your e-mail|thanks for your message|\
      thank you for contacting|thank you for you e-mail|thank you for reaching out|\
      limited access|no access to|not have access to|intermittent access|without access|\
      limited email|not checking email|not be checking|not reading|for urgent|if urgent|\
      if it is urgent|if it's urgent|if your ~ urgent|in urgent cases|in case of urgency|urgent matters|\
      immediate assistance|in my absence|during my absence|while i am away|while i'm away|\
      upon my return|on my return|when i return|when i get back|when i am back|\
      as soon as i return|until i return|i will return|i'll return|i return on|\
      returning to the office|returning on|i will be back|i'll be back|back in the office|\
      will respond ~ return|endeavour to reply|not be forwarded|emails will not|\
      vielen dank fur ihre|danke fur ihre|vielen dank fur deine|in dringenden|dringende|\
      bei dringenden|ihre nachricht wird|ihre e-mail wird|ihre mail wird|wird nicht weitergeleitet|\
      nach meiner ruckkehr|ab dem ~ wieder|wieder erreichbar|wieder im buro|kein* zugriff|\
      wenden sie sich|bis einschlieslich|meine vertretung|in meiner abwesenheit|\
      merci pour votre|merci de votre|je vous remercie de votre|en cas d'urgence|pour toute urgence|\
      a mon retour|des mon retour|de retour le|je serai de retour|pas acces|acces limite|\
      en mon absence|pendant mon absence|veuillez contacter|gracias por su|gracias por tu|\
      gracias por contactar|en caso de urgencia|para asuntos urgentes|si es urgente|a mi regreso|\
      a mi vuelta|acceso limitado|sin acceso|en mi ausencia|grazie per|per urgenze|\
      in caso di urgenza|per questioni urgenti|al mio rientro|al mio ritorno|accesso limitato|\
      rientrero|saro di ritorno|in mia assenza|obrigad* pel*|em caso de urgencia|\
      para assuntos urgentes|assuntos urgentes|no meu regresso|no meu retorno|acesso limitado|\
      sem acesso|na minha ausencia|retornarei|regressarei|bedankt voor|dank voor uw|dank u voor|\
      voor dringende|bij dringende|in dringende|bij spoed|bij mijn terugkomst|na mijn terugkeer|\
      weer bereikbaar|weer aanwezig|weer op kantoor|beperkt* toegang|geen toegang|\
      tijdens mijn afwezigheid|dziekuje za|w pilnych|w sprawach pilnych|po powrocie|\
      感谢您的|谢谢您的|感謝您的|如有紧急|如有急事|紧急事宜|如需紧急|回来后|返回后|无法及时|尽快回复|\
      お急ぎの|緊急の|ご連絡いただき|メールをいただき|ご返信|戻り次第|出社後|ご了承|\
      급한|긴급|복귀|메일 주셔서|연락 주셔서|답변 드리|답변드리|회신 드리|회신드리
      """
    ),
    (
      .left,
      """
      no longer with|no longer work|no longer works|no longer working|no longer employed|\
      no longer at|no longer part of|has left the company|have left the company|left the company|\
      has left our|i have left|is not working here|not with the company|\
      nicht mehr im unternehmen|nicht mehr bei|nicht mehr fur ~ tatig|das unternehmen verlassen|\
      nicht mehr tatig|ne travaille plus|ne fait plus partie|a quitte|j'ai quitte|\
      ya no trabaja|ya no trabajo|ya no forma parte|dejado la empresa|non lavora piu|\
      non lavoro piu|ha lasciato|non fa piu parte|nao trabalha mais|nao trabalho mais|\
      ja nao trabalha|nao faz mais parte|deixou a empresa|werkt niet meer|niet meer werkzaam|\
      werk niet meer|uit dienst|nie pracuje|已离职|已經離職|不再任职|离开公司|退職|退社|퇴사|퇴직
      """
    ),
  ])
}
