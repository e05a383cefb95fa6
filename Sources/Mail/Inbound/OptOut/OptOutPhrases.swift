/// How people say that they want no more mail, in the languages that we write in.
enum OptOutPhrases {
  /// Requests that speak of the writer; what only names the thing, as a topic, is not among them.
  static let requests = PhraseTable<Bool>(
    gap: 40,
    [
      (
        true,
        """
        unsubscribe me|unsubscribe us|unsubscribe my|unsubscribe this|unsubscribe from your|\
        unsubscribe from this|unsubscribe from these|unsubscribe from all|unsubscribe asap|\
        please unsubscribe|like to unsubscribe|want to unsubscribe|wish to unsubscribe|\
        unsubscribe please|unsubscribe, please|unsubscribe now|unsubscribe immediately|\
        take me off|take us off|take my ~ off|take this ~ off|take our ~ off|get me off|\
        remove me|remove us|remove my ~ from|remove our ~ from|remove my email|remove my e-mail|\
        remove my address|remove my name|remove my contact|remove this ~ from your|\
        remove from your ~ list|remove ~ from your mailing|remove ~ from your database|\
        remove ~ from your contact|remove ~ from your distribution|delete me from|\
        delete my email|delete my e-mail|delete my address|delete my data|delete my contact|\
        delete my personal|delete my information|delete our ~ from your|erase my|\
        stop emailing|stop e-mailing|stop contacting|stop mailing me|stop mailing us|stop spamming|\
        stop writing to|stop writing me|stop messaging|stop bothering|stop harassing|\
        stop sending me|stop sending us|stop sending emails|stop sending e-mails|stop sending these|\
        stop sending this|stop sending mails|stop the emails|stop these emails|stop these mails|\
        stop this spam|do not email|do not e-mail|don't email|don't e-mail|do not contact|\
        don't contact|dont contact|dont email|do not write to|don't write to|do not write me|\
        don't write me|do not send me|don't send me|do not send us|don't send us|do not mail me|\
        do not message|no more emails|no more e-mails|no more mails|no more messages|\
        no further emails|no further e-mails|no further messages|no further contact|\
        no further communication|cease ~ contact*|cease ~ communication*|cease and desist|\
        leave me alone|leave us alone|opt me out|opt us out|opt out of your|opt out of this|\
        opt out of these|opt out of all|opt out of any|opt out of receiving|opt out of future|\
        opt out please|please opt out|want to opt out|like to opt out|wish to opt out|opting out of|\
        never contact|never email|never write|not want to receive|don't want to receive|\
        don't want any more|do not want any more|don't want your|not wish to receive|\
        don't wish to receive|no longer wish to|no longer want to receive|not wish to be contacted|\
        not want to be contacted|don't want to be contacted|don't want to hear from|\
        do not want to hear from|not interested in receiving|lose my number|lose my email|\
        report you ~ spam|reporting you|blacklist me|suppress my|take me out of|block you|\
        from ~ mailing list please|off your list|off this list|off the list|off your mailing
        """
      ),
      (
        true,
        """
        tragen sie mich ~ aus|trag mich ~ aus|tragt mich ~ aus|mich ~ austragen|uns ~ austragen|\
        bitte austragen|bitte abmelden|mich ~ abmelden|melden sie mich ~ ab|meldet mich ~ ab|\
        melde mich ~ ab|mochte mich abmelden|newsletter abbestellen|bestelle ich ~ ab|\
        abbestellen bitte|bitte abbestellen|aus ihrem verteiler|aus eurem verteiler|\
        aus deinem verteiler|aus dem verteiler|aus der liste|aus ihrer liste|aus eurer liste|\
        aus ihrer datenbank|vom verteiler|nehmen sie mich ~ verteiler|nehmen sie uns ~ verteiler|\
        streichen sie mich|streichen sie uns|loschen sie mich|loschen sie meine|loschen sie unsere|\
        losch* meine|keine weiteren mails|keine weiteren e-mails|keine weiteren emails|\
        keine weiteren nachrichten|keine mails mehr|keine e-mails mehr|keine emails mehr|\
        keine nachrichten mehr|keine werbung|keine weitere kontaktaufnahme|\
        nicht mehr kontaktieren|nicht mehr zu kontaktieren|nicht mehr anschreiben|\
        nicht mehr an|schreiben sie mir nicht mehr|schreib mir nicht mehr|\
        kontaktieren sie mich nicht|kontaktieren sie uns nicht|horen sie auf|hor auf mir|\
        lassen sie mich in ruhe|widerspreche ~ der|unterlassen sie|keinen kontakt
        """
      ),
      (
        true,
        """
        darme de baja|dadme de baja|darnos de baja|dame de baja|denme de baja|deme de baja|\
        dar de baja|denos de baja|quiero la baja|solicito la baja|borrarme de|borreme|borrenme|\
        borrame|borradme|eliminarme|eliminenme|elimineme|eliminame|eliminen mi|elimine mi|\
        elimina mi|eliminad mi|quitenme|quiteme|quitame|quitadme|quitarme|saquenme|sacame|\
        no me escrib*|no me envi*|no me contact*|no nos escrib*|no nos envi*|no nos contact*|\
        dejen de|deje de enviar*|deja de enviar*|dejad de|deje de escribir*|deja de escribir*|\
        no deseo recibir|no quiero recibir|no quiero mas|no deseo mas|no mas correos|no mas emails|\
        no mas mensajes|cancelar mi suscripcion|cancelar la suscripcion|cancelen mi|\
        anular mi suscripcion|desuscribirme|desuscribanme|desuscribir|no volver a contactar*|\
        no vuelvan a|no vuelva a escrib*
        """
      ),
      (
        true,
        """
        me desinscrire|me desabonner|nous desabonner|desinscrivez|desabonnez|desabonnement|\
        desinscription|me retirer de|retirez-moi|retirez moi|retirez nous|retirez-nous|\
        retirer mon adresse|retirer mes|enlevez-moi|enlevez moi|enlever de votre|supprimez-moi|\
        supprimez mon|supprimez mes|supprimer mon adresse|supprimer mes|rayez-moi|rayer de|\
        ne plus m'envoyer|ne plus me contacter|ne plus nous contacter|ne plus nous envoyer|\
        ne plus m'ecrire|ne plus recevoir|ne m'envoyez plus|ne me contactez plus|ne m'ecrivez plus|\
        ne nous contactez plus|ne nous envoyez plus|ne nous ecrivez plus|arretez de|arrete de m*|\
        cessez de|cesser de m*|de votre liste|de vos listes|de votre base|plus aucun mail|\
        plus aucun e-mail|plus de mails|plus d'e-mails|laissez-moi tranquille|\
        m'oppose a|merci de me retirer|merci de me supprimer
        """
      ),
      (
        true,
        """
        cancellatemi|cancellami|mi cancelli|cancellarmi|cancellate il mio|cancellate la mia|\
        cancellare il mio|cancellare la mia|cancellare i miei|cancellazione dalla|\
        disiscrivetemi|disiscrivimi|disiscrivermi|disiscrivere|disiscrizione|disinscrivetemi|\
        annullare l'iscrizione|rimuovetemi|rimuovimi|mi rimuova|rimuovermi|rimuovere il mio|\
        rimuovete il mio|toglietemi|toglimi|mi tolga|togliermi|non scrivetemi|non mi scriv*|\
        non contattatemi|non mi contatt*|non contattarmi|non contattateci|non inviatemi|\
        non mi inviate|non mandatemi|non desidero ricevere|non voglio ricevere|non voglio piu|\
        non desidero piu|non inviate piu|smettetela di|smettete di|smetta di|smettila di|\
        basta email|basta mail|basta con|nessun'altra mail|dalla vostra lista|dalla tua lista|\
        dalla mailing list|dal vostro database|dalla lista
        """
      ),
      (
        true,
        """
        me descadastr*|descadastrar|descadastre|descadastro|me remov*|remova-me|removam-me|\
        remova meu|remova o meu|removam o meu|remover meu|remover o meu|remover-me|\
        retire meu|retire-me|retirem-me|retirem o meu|tire meu|tirem meu|me tire|me tirem|\
        me exclua|me excluam|exclua meu|excluir meu|excluam meu|apague meu|apaguem os meus|\
        eliminem os meus|cancelar ~ inscricao|cancelar ~ assinatura|cancelar ~ subscricao|\
        anular ~ subscricao|nao me envi*|nao me mand*|nao me escrev*|nao me contact*|\
        nao nos envi*|nao nos contact*|nao quero receber|nao quero mais|nao desejo receber|\
        nao desejo mais|nao pretendo receber|pare de|parem de|deixem de|deixe de me|\
        da sua lista|da vossa lista|sem mais emails|sem mais e-mails
        """
      ),
      (
        true,
        """
        graag uitschrijven|uitschrijven graag|uitschrijven aub|uitschrijven svp|mij uitschrijven|\
        me uitschrijven|ons uitschrijven|uitschrijven a.u.b|schrijf mij ~ uit|schrijf me ~ uit|\
        schrijf ons ~ uit|mij afmelden|me afmelden|graag afmelden|afmelden graag|meld mij ~ af|\
        meld me ~ af|haal mij|haal me|haal ons|verwijder mij|verwijder me|verwijder ons|\
        verwijder mijn|mij verwijderen|me verwijderen|mijn ~ verwijderen|\
        geen mails meer|geen e-mails meer|geen emails meer|geen mail meer|geen berichten meer|\
        geen verdere mails|geen verdere e-mails|niet meer mailen|niet meer benaderen|\
        niet meer contacteren|niet meer contact|niet meer schrijven|niet langer ontvangen|\
        niet meer ontvangen|mail mij niet|mail me niet|stuur mij geen|stuur me geen|\
        stop met mailen|stop met het sturen|stop met sturen|houd op met|hou op met|\
        van uw lijst|van je lijst|van jullie lijst|uit uw bestand|uit jullie bestand|laat me met rust
        """
      ),
      (
        true,
        """
        请退订|我要退订|退订我|帮我退订|取消订阅|請退訂|我要退訂|取消訂閱|不要再发|不要再给我|别再发|别再给我|\
        请勿再|请不要再|不要再联系|别再联系|停止发送|停止联系|从名单中|从列表中|移除我|移出|将我删除|把我删除|\
        删除我的|请删除|不想再收到|不想收到|不再接收|不希望收到|請不要再|不要再寄|請勿再|停止寄送|\
        不想再收|把我從|將我從|拒收|配信停止|配信を停止|配信の停止|配信を止め|配信解除|登録解除|購読解除|\
        メールを送らないで|送らないでくだ|送信しないでくだ|連絡しないでくだ|送信を停止|停止してくだ|\
        リストから削除|リストから外し|削除してくだ|今後の連絡は|今後のご連絡は|メールは不要|案内は不要|\
        수신거부|수신 거부|구독취소|구독 취소|구독해지|구독 해지|보내지 마|보내지마|연락하지 마|연락하지마|\
        삭제해 주|삭제해주|목록에서|그만 보내|메일을 받고 싶지|\
        wypisz*|wypisac|usunac moj*|usuncie|prosze o usuniecie|nie chce otrzymywac|\
        nie wysylac|prosze nie pisac|отпишите|отписать*|удалите ~ адрес|не пишите|не присылайте|\
        больше не пиш*|больше не присыл*|уберите меня|beni listeden|listenizden cikar*|abonelikten
        """
      ),
    ])

  /// Words that are a request where they are the whole message, politeness aside.
  static let words: Set<String> = [
    "unsubscribe", "unsub", "stop", "remove", "optout", "opt-out", "opt out", "cancel", "quit",
    "end", "stopall", "abmelden", "abmeldung", "austragen", "abbestellen", "loschen", "stopp",
    "baja", "desuscribir", "desuscribirme", "cancelar", "darse de baja", "desinscription",
    "desinscrire", "desabonner", "desabonnement", "stop pub", "arret", "cancellami",
    "cancellazione", "disiscrivi", "disiscrizione", "disiscrivimi", "basta", "rimuovere",
    "rimuovi", "remover", "descadastrar", "descadastro", "sair", "parar", "cancelamento",
    "uitschrijven", "afmelden", "uitschrijving", "退订", "退訂", "td", "t", "取消订阅", "取消訂閱",
    "拒收", "配信停止", "解除", "停止", "수신거부", "수신 거부", "구독취소", "거부", "wypisz", "rezygnuje",
    "отписаться", "отписка", "remove me", "take me off",
  ]

  /// Around such a word, and no more of a request.
  static let polite: Set<String> = [
    "please", "pls", "plz", "thanks", "thank", "you", "thx", "hi", "hello", "hallo", "bitte",
    "danke",
    "por", "favor", "gracias", "hola", "merci", "svp", "bonjour", "s'il", "vous", "plait", "per",
    "favore", "grazie", "ciao", "obrigado", "obrigada", "aub", "graag", "bedankt", "me", "us",
    "now", "it", "this", "all", "emails", "mails", "mail", "email", "from", "list", "kindly", "sir",
    "mich", "mij", "immediately", "asap", "ok", "no", "and", "je", "veux", "quiero", "i", "want",
    "to",
    "请", "請", "谢谢", "謝謝", "您好", "你好", "request", "yes",
  ]

  /// What tells somebody how to opt out; nobody who opts out writes so.
  static let instructions = PhraseTable<Bool>(
    gap: 40,
    [
      (
        true,
        """
        reply ~ unsubscribe|reply with ~ stop|reply stop|click here to unsubscribe|to unsubscribe|\
        unsubscribe from these emails, |unsubscribe here|unsubscribe link|unsubscribe button|\
        if you do not want to|if you don't want to|if you no longer wish|if you prefer not|\
        if you'd rather not|wenn sie keine|falls sie keine|si no desea|si vous ne souhaitez|\
        se non desideri|se non desidera|se nao deseja|als u geen|如果您不想|如不想|不希望再收到请
        """
      )
    ])
}
