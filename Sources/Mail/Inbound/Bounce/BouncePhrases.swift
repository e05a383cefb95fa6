/// What servers say when they refuse a message, in families of phrasing.
enum BouncePhrases {
  /// A kind, and how much its phrases are worth: of several kinds in a text the lowest rank counts.
  struct Meaning: Sendable {
    let kind: BounceKind
    let rank: Int
  }

  /// Ranks from here on are weaker than a code that says something.
  static let weak = 100

  /// The rank of what filters say as well as servers.
  static let unknownUser = 60

  /// Ranks from here on tell how delivery ended rather than why.
  static let ending = 70

  static let table = PhraseTable<Meaning>([
    // What is said of the sender comes first: it speaks of addresses and domains too.
    (
      Meaning(kind: .senderRejected, rank: 10),
      """
      sender address rejected|sender rejected|domain of sender|sender domain|sender verify failed|\
      sender verification|invalid sender|unresolvable sender|sender address has been|sender denied|\
      sender unknown|bad sender|sender is not|sender not allowed|from address ~ rejected|\
      bad envelope sender|envelope sender|purported responsible address|return path ~ does not|\
      your domain ~ does not|sender's domain|sender ~ does not exist|mail from ~ rejected|\
      can't determine purported|not authorized to send from|backscatter|callout verification|\
      sender's address|no valid sender|sender id|my name was rejected|invalid domain name|\
      unauthenticated senders not allowed|to/from an address|sending address
      """
    ),
    (
      Meaning(kind: .mailboxFull, rank: 20),
      """
      mailbox full|mailbox is full|mailbox was full|inbox is full|mailbox has exceeded|over quota|\
      overquota|over his quota|over their quota|over its quota|quota exceeded|quotaexceeded|\
      exceeded ~ quota|exceeds ~ quota|exceeded storage|exceeded its storage|quota ~ exceeded|\
      quota has been|storage quota|disk quota|mail quota|out of storage|storage limit|\
      insufficient storage|insufficient system storage|not enough storage|mailfolder is full|\
      maildir is full|maildir over|mailbox size|mailbox limit|mailbox quota|full mailbox|\
      mailbox too large|account is full|user is over|user over|has too many messages|\
      too much mail data|mail box full|mailbox exceeded|over the maximum allowed|\
      no space left|is full|postfach ~ voll|speicherplatz|boite ~ pleine|casella ~ piena|\
      buzon ~ lleno|bandeja ~ llena|caixa ~ cheia|sobrepasa|容量|已满|空间不足|いっぱい|超過|переполнен|\
      превышен|over the allowed quota|not enough space|out of space|space exceeded|\
      too many messages ~ mailbox|usage of ~ exceeded|recipient storage full|storage full
      """
    ),
    (
      Meaning(kind: .virus, rank: 28),
      """
      virus|infected|malware|trojan|worm|dangerous attachment|prohibited attachment|executable
      """
    ),
    (
      Meaning(kind: .tooLarge, rank: 29),
      """
      message too large|message too big|message is too large|message is too big|\
      message size exceeds|exceeds ~ size|size limit|message length exceeds|message file too big|\
      exceeds maximum|exceeding ~ size|exceeded ~ size|maximum message size|recipsizelimit|\
      too large|line too long|nachricht zu gros|message exceeds
      """
    ),
    (
      Meaning(kind: .authentication, rank: 30),
      """
      spf|dkim|dmarc|unauthenticated|sender ~ authenticate|not authenticated|reverse dns|\
      reverse name|rdns|ptr record|no ptr|ptr|reverse lookup|cannot find your reverse|\
      authentication required|authentication check|auth required|authrequired|\
      does not have a ~ record|client ip ~ mismatch*|mismatches client ip|cannot find your hostname|\
      sender policy framework|domain keys|helo ~ rejected|invalid helo|bad helo|starttls|\
      tls required|encryption required|must issue a starttls|encrypt*|not support tls
      """
    ),
    (
      Meaning(kind: .reputation, rank: 32),
      """
      blacklist*|black list*|blocklist*|block list*|blocked using|client host blocked|\
      listed in|listed at|listed by|dnsbl|rbl|dynamic ip|reputation|banned|\
      spamhaus|spamcop|sorbs|barracuda|client host rejected|blocked by|has been blocked|is blocked|\
      are blocked|temporarily blocked|open relay|mail server ~ rejected|invalid ip|your ip|your server|\
      host network not allowed|no access from mail server|access denied ~ ip|sending ip|poor|\
      not accepting mail from|refused by|connection refused by|connection rejected|\
      rejected because ~ in a|we do not accept mail from|do not accept mail|not accepting connections|\
      bad host|denied due to|blocked for|block ip|blocked ip|ip ~ blocked|not allowed to connect|\
      service unavailable; client|transaction failed ~ ip|weren't sent|unexpected volume
      """
    ),
    (
      Meaning(kind: .spam, rank: 34),
      """
      spam|unsolicited|ube|uce|junk mail|bulk mail|bulk email|bulk e-mail|phishing|\
      considered ~ spam|suspicious|垃圾
      """
    ),
    (
      Meaning(kind: .rateLimited, rank: 36),
      """
      too many connections|too many concurrent|too many messages|too many recipients|\
      too many emails|too many mails|too many sessions|too frequently|frequency limited|\
      rate limit*|rate-limit*|limit exceeded|receiving mail at a rate|receiving mail too quickly|\
      exceeded the rate|throttl*|greylist*|graylist*|grey-list*|postgrey|slow down|too fast|\
      temporarily deferred|sending limit|daily limit|hourly limit|exceeded ~ limit|frequency|\
      message submission rate|maximum ~ connections|try again in|connections ~ exceeded|domain limit
      """
    ),
    (
      Meaning(kind: .relayDenied, rank: 38),
      """
      relay access denied|relaying denied|relaying not|not permitted to relay|no relaying|\
      relay not permitted|unable to relay|cannot relay|we do not relay|relay denied|relaying is|\
      not allowed to relay|rcpthosts|that domain isn't in my list|not a gateway|\
      relaying prohibited|relay operation|relaying mail|open relay
      """
    ),
    (
      Meaning(kind: .policy, rank: 40),
      """
      google groups|policy|policies|security polic*|security reason*|for security|not permitted|prohibited|not accepted|administrative prohibition|\
      administratively|rule imposed|blocked|message rejected|message was rejected|message refused|\
      mail rejected|email rejected|rejected by ~ filter|filter|not compliant|rfc 5322|rfc5322|\
      rfc 2822|complain*|you are not allowed|not authorized|not authorised|unauthorized|\
      transport rules|restricted|don't have permission|permission|moderat*|\
      duplicate header|duplicated|header ~ missing|messages missing|banned content
      """
    ),
    (
      Meaning(kind: .content, rank: 42),
      """
      content rejected|message content|8-bit data|8bit|improper use|malformed message|\
      malformed header|bad header|header error|invalid header|bare lf|bare newline|\
      no message body
      """
    ),
    (
      Meaning(kind: .disabled, rank: 50),
      """
      account disabled|account is disabled|account ~ disabled|disabled recipient|mailbox disabled|\
      mailbox is disabled|mailbox ~ disabled|user ~ disabled|is disabled|is inactive|inactive|\
      not active|suspend*|is locked|account is locked|temporary locked|temporarily locked|\
      temporarily disabled|temporarily unavailable|frozen|deactivated|account has been ~ locked|\
      expired account|account expired|account ~ expired|discontinued|not enabled|\
      out of service|dormant|hibernat*|on hold|blocked account|account blocked|account is blocked|\
      user is blocked|mailbox is blocked|mailbox blocked|停用|冻结|禁用|locked
      """
    ),
    (
      Meaning(kind: .system, rank: 45),
      "procmail|maildrop|couldn't create|can't create|cannot create|command died|permission denied"
    ),
    // Carriers answer so where a person's filter refuses; an unknown one is named before the colon.
    (
      Meaning(kind: .filtered, rank: 52), "550 : user unknown|550: : user unknown|550: user unknown"
    ),
    (
      Meaning(kind: .moved, rank: 54),
      """
      has moved|mailbox has moved|no forwarding address|user has moved|address has changed|\
      changed ~ address|new address|please use ~ instead|user not local|moved to|has left
      """
    ),
    (
      Meaning(kind: .network, rank: 56),
      """
      host not found, try again|temporary lookup failure|try again ~ lookup|\
      domain ~ temporarily|dns timeout|servfail|temporary dns|name server timeout|\
      host name lookup failure|mx lookup failed temporarily|too many hops|mail loop*|\
      loops back|routing loop|loop detected|loop alert|forwarding loop
      """
    ),
    (
      Meaning(kind: .domainUnknown, rank: 58),
      """
      host unknown|unknown host|no such domain|no such host|domain does not exist|\
      domain doesn't exist|domain ~ does not exist|domain not found|host not found|nxdomain|\
      domain name not found|domain ~ not found|name or service not known|unknown domain|\
      domain unknown|domain is unknown|illegal host|invalid domain|domain invalid|bad domain|\
      bad destination host|no mx record*|no mx|null mx|no smtp service|doesn't receive email|\
      does not receive mail|does not receive email|doesn't accept mail|does not accept mail|\
      does not accept email|not accept any mail|domain is not reachable|domain not reachable|\
      unrouteable mail domain|couldn't find any host|could not find any host|\
      cannot find any host|no route to domain|could not be resolved|cannot resolve|\
      unable to resolve|host ~ not found|no valid mx|no valid hosts|not accepting network messages|\
      name service error|domain ~ no longer|no records found|no mail hosts|non-existent host*|\
      nonexistent domain|non-existent domain|无法解析|域名不存在
      """
    ),
    (Meaning(kind: .userUnknown, rank: unknownUser), "user unknown|unknown user|no such user"),
    (
      Meaning(kind: .userUnknown, rank: 61),
      """
      no such mailbox|no such account|no such recipient|no such person|\
      no such address|no such email|no such local|no such id|no such member|no such customer|\
      no mailbox|no account|no user|no recipient|no valid recipient*|unknown mailbox|\
      unknown recipient|unknown account|unknown local|unknown e-mail address|unknown or illegal|\
      unknown email address|recipient unknown|recipient ~ unknown|mailbox unknown|address unknown|\
      account unknown|addressee unknown|recipient not found|recipnotfound|recipientnotfound|\
      user not found|user ~ not found|mailbox not found|account not found|address not found|\
      address ~ not found|address ~ could not be found|wasn't found|couldn't be found|\
      recipient ~ not found|mailbox ~ does not exist|account ~ does not exist|\
      user ~ does not exist|recipient ~ does not exist|address ~ does not exist|\
      mailbox doesn't exist|account doesn't exist|user doesn't exist|user ~ doesn't exist|\
      address doesn't exist|recipient doesn't exist|@ does not exist|does not exist here|\
      email account that you tried to reach|doesn't have a ~ account|does not have a ~ account|\
      doesn't have an account|not have an account|not a valid|isn't a valid|not valid|\
      invalid recipient*|invalid mailbox|invalid address|invalid user|invalid account|\
      invalid local|invalid final delivery userid|invalid email address|mailbox is invalid|\
      recipient is invalid|recipient invalid|mailbox not allowed|mailbox name not|\
      not a registered|not registered|not listed in|not in our|not on our|not a known|not known|\
      not known here|not recognized|not recognised|recipient name is not|no longer valid|\
      no longer exists|no longer exist|no longer available|no longer in use|no longer on server|\
      no longer with|no longer a|no longer employed|account closed|account is closed|\
      account has been closed|account deleted|account ~ deleted|mailbox ~ deleted|\
      account ~ removed|bad destination mailbox|bad destination email|bad destination address|\
      bad recipient|bad address|bad mailbox|unrouteable address|unroutable address|\
      undeliverable address|cannot be found|could not find|cannot find ~ user|does not live here|\
      doesn't live here|recipient address rejected: access denied|non-existent|nonexistent|\
      nonexist|non existent|user invalid|not our customer|not our user|invalid username|\
      no one here|nobody here|nobody by that name|not a local|malformed recipient|\
      badly formatted|syntax error in ~ address|adresse ~ invalide|n'existe pas|existiert nicht|\
      nicht bekannt|unbekannt*|nicht gefunden|nicht vorhanden|inconnu*|introuvable|sconosciut*|\
      non esiste|inesistente|desconocid*|no existe|inexistente|desconhecid*|nao existe|onbekend*|\
      bestaat niet|nieznany|nie istnieje|не существует|не найден|нет такого|неизвест*|不存在|查无此|\
      无此用户|没有此用户|存在しな*|存在しません|見つかりま*|見つからな*|宛先不明|존재하지|없는 사용자
      """
    ),
    (
      Meaning(kind: .expired, rank: 70),
      """
      message expired|delivery time expired|retry timeout exceeded|could not deliver for the last|\
      cannot send message for|could not send message for|message timed out|queue too long|\
      too long in the queue|maximum retries|retries exceeded|delivery expired|not delivered within|\
      will be retried|has been delayed|still being retried|could not be delivered for|\
      delivery attempts|unable to deliver in
      """
    ),
    (
      Meaning(kind: .network, rank: 72),
      """
      timed out|timeout|time out|connection refused|connection reset|connection ~ closed|\
      lost connection|network error|network is unreachable|no route to host|unreachable|\
      did not respond|not responding|socket error|could not connect|couldn't connect|\
      unable to connect|connection failed|connection lost|did not accept our requests to connect|\
      connection dropped|conversation with
      """
    ),
    (
      Meaning(kind: .system, rank: 74),
      """
      try again later|try later|temporary failure|temporarily|local error|system error|\
      configuration error|config error|internal error|server error|insufficient disk space|\
      resources|mailer error|command failed|service unavailable|out of memory|\
      could not load|not available
      """
    ),
    // Said of so much that anything clearer counts more.
    (
      Meaning(kind: .userUnknown, rank: weak),
      """
      recipient address rejected|address rejected|mailbox unavailable|rejected recipient|\
      rejected address|recipient rejected|recipients rejected|\
      unable to deliver message to
      """
    ),
  ])
}
