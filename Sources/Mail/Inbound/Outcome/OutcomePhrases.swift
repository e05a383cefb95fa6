/// What people say when they want something, want it later, want its price, or do not want it.
enum OutcomePhrases {
  enum Sign: Sendable { case elsewhere, refusal, later, price, interest }

  static let table = PhraseTable<Sign>([
    (
      .elsewhere,
      """
      not the right person|not the right contact|wrong person|wrong contact|wrong address|\
      not the best person|right person to contact|please contact|please reach out to|\
      better to contact|best person to speak|forwarded your|forwarding your|forwarded this to|\
      i've forwarded|cc'ing|looping in|copying in|copying my colleague|get in touch with my|\
      my colleague ~ handles|responsible for this is|is responsible for|no longer responsible|\
      i no longer work|i don't handle|i do not handle|not responsible for|handled by|\
      nicht zustandig|nicht der richtige|nicht die richtige|falsche ansprechpartner*|\
      falscher ansprechpartner|wenden sie sich|zustandig ist|weitergeleitet|leite ~ weiter|\
      pas la bonne personne|pas le bon interlocuteur|pas le bon contact|veuillez contacter|\
      merci de contacter|je transmets|j'ai transmis|je transfere|no soy la persona|\
      persona indicada|persona adecuada|persona correcta|contacte con|contacta con|\
      escriba a|he reenviado|reenvio su|non sono la persona|persona giusta|contatti|\
      ho inoltrato|inoltro la|nao sou a pessoa|pessoa certa|pessoa indicada|entre em contato com|\
      entre em contacto com|encaminhei|encaminhando|niet de juiste persoon|juiste contactpersoon|\
      neem contact op met|doorgestuurd|stuur ~ door|我不负责|不是负责|请联系|請聯繫|转给|转发给|轉給|\
      担当ではな|担当外|担当者に|担当者へ|転送いたし|담당자가 아|담당자에게|담당이 아|전달했|전달하
      """
    ),
    (
      .refusal,
      """
      not interested|no interest|not for us|not for me|not a fit|not a good fit|not the right fit|\
      not a match|no thanks|no thank you|no, thank you|no, thanks|we'll pass|we will pass|\
      i'll pass|i will pass|have to pass|going to pass|pass on this|must decline|have to decline|\
      politely decline|respectfully decline|decline your|we decline|don't do collaborations|\
      do not do collaborations|don't accept|do not accept|don't take on|don't work with|\
      do not work with|doesn't work for us|not something we|not looking for|not relevant|\
      can't help|cannot help|unable to participate|not able to participate|\
      kein interesse|nicht interessiert|kein bedarf|passt nicht zu|nein danke|nein, danke|\
      leider absagen|mussen ~ absagen|mochten wir nicht|lehnen ~ ab|kommt ~ nicht in frage|\
      pas interesse*|pas interesse|non merci|ne correspond pas|pas pour nous|decliner|\
      nous ne souhaitons pas|je ne souhaite pas|no me interesa|no nos interesa|no estoy interesad*|\
      no estamos interesad*|no, gracias|no gracias|no encaja|declinar|rechazar|\
      non sono interessat*|non siamo interessat*|non ci interessa|non mi interessa|no grazie|\
      no, grazie|non fa per noi|declinare|nao tenho interesse|nao temos interesse|\
      nao estou interessad*|nao estamos interessad*|nao obrigad*|nao, obrigad*|recusar|\
      geen interesse|niet geinteresseerd|geen belangstelling|nee bedankt|nee, bedankt|nee dank|\
      past niet bij|niet voor ons|不感兴趣|没有兴趣|没兴趣|不需要|不合适|不适合|婉拒|不感興趣|沒有興趣|\
      興味がありません|興味はありません|興味ありません|見送らせ|見送り|お断り|遠慮させ|辞退|\
      관심이 없|관심 없|관심없|거절|사양|진행하지 않|어려울 것 같
      """
    ),
    (
      .later,
      """
      not right now|not now|not at the moment|not at this time|not at this point|maybe later|\
      perhaps later|next quarter|next year|next month|later this year|in the new year|\
      after the holidays|after the summer|at a later date|at a later time|another time|\
      get back to me in|reach out again|reach back out|contact me again|follow up in|\
      try again in|check back in|circle back|fully booked|booked until|too busy|\
      swamped|on hold|bad timing|timing isn't|revisit this|come back to us|come back to this|\
      derzeit nicht|aktuell nicht|momentan nicht|im moment nicht|zurzeit kein*|derzeit kein*|\
      aktuell kein*|spater noch|zu einem spateren|nachstes jahr|nachsten monat|nachstes quartal|\
      im neuen jahr|melden sie sich ~ wieder|ausgebucht|pas pour le moment|pas pour l'instant|\
      pas en ce moment|pas maintenant|plus tard|l'annee prochaine|le mois prochain|\
      recontactez|revenez vers|en este momento no|por el momento no|por ahora no|ahora no|\
      mas adelante|el proximo ano|el ano que viene|proximo mes|proximo trimestre|\
      non al momento|al momento non|per ora no|per il momento no|piu avanti|piu tardi|\
      l'anno prossimo|il prossimo mese|ricontatt*|no momento nao|por enquanto nao|agora nao|\
      neste momento nao|mais tarde|ano que vem|proximo ano|mais para frente|mais a frente|\
      op dit moment niet|momenteel niet|nu niet|voorlopig niet|later dit jaar|volgend jaar|\
      volgende maand|volgend kwartaal|暂时不|目前不|现在不|暂不|以后再|下个月再|明年再|过段时间|\
      暫時不|目前沒有|今は難し|今回は難し|現時点では|またの機会|来年|来月|後日改めて|落ち着いた|\
      지금은|현재는 어려|나중에|다음 달에|다음달에|내년에|추후에|다음 기회
      """
    ),
    (
      .price,
      """
      price|prices|pricing|my rate|my rates|our rate|our rates|rate card|your rate|rates start|\
      fee|fees|budget|how much|cost|costs|commission|compensation|payment|paid collaboration|\
      paid partnership|paid campaign|per post|per reel|per video|flat fee|charge|quote|invoice|\
      do you pay|what do you pay|remuneration|payout|preis|preise|preisliste|honorar|budget|\
      kosten|was zahlen|provision|vergutung|bezahl*|tarif|tarifs|prix|remuneration|remunere*|\
      combien|cout|forfait|devis|precio|precios|tarifa|tarifas|presupuesto|cuanto|pago|pagan|\
      comision|honorarios|remunerad*|prezzo|prezzi|tariffa|tariffe|compenso|quanto|\
      retribu*|commissione|preventivo|preco|precos|valores|orcamento|quanto|pagamento|comissao|\
      cache|remunerac*|prijs|prijzen|tarief|tarieven|vergoeding|hoeveel|commissie|betal*|\
      价格|报价|费用|预算|多少钱|佣金|收费|稿费|價格|報價|費用|預算|多少錢|料金|価格|費用|予算|報酬|単価|\
      見積|いくら|手数料|비용|가격|예산|단가|수수료|원고료|얼마|견적|보수
      """
    ),
    (
      .interest,
      """
      interested|sounds good|sounds great|sounds interesting|sounds like a|sounds fun|\
      sounds amazing|sounds lovely|love to|i'd love|we'd love|happy to|would be happy|\
      would be great|tell me more|more information|more details|more info|send me|send us|\
      send over|let's talk|let us talk|let's chat|let's do|let's set up|set up a call|\
      schedule a call|jump on a call|hop on a call|book a call|count me in|i'm in|we're in|\
      yes please|yes, please|excited|looking forward|great idea|good fit|works for me|works for us|\
      interesse|interessiert|klingt gut|klingt spannend|klingt interessant|hort sich gut|\
      gerne|sehr gerne|freue mich|freuen uns|mehr informationen|mehr erfahren|schicken sie mir|\
      interesse*|ca m'interesse|cela m'interesse|avec plaisir|volontiers|ravi*|en savoir plus|\
      plus d'informations|envoyez-moi|parlons|me interesa|nos interesa|interesad*|encantad*|\
      me encantaria|nos encantaria|me gustaria|suena bien|suena genial|mas informacion|\
      enviame|envieme|hablemos|con gusto|interessat*|mi interessa|ci interessa|volentieri|\
      mi piacerebbe|ci piacerebbe|con piacere|maggiori informazioni|piu informazioni|\
      mandami|parliamone|interessad*|tenho interesse|temos interesse|adoraria|adorariamos|\
      gostaria|gostariamos|com prazer|mais informacoes|mais detalhes|me envie|vamos conversar|\
      geinteresseerd|klinkt goed|klinkt leuk|klinkt interessant|graag|meer informatie|\
      stuur me|stuur mij|感兴趣|有兴趣|很乐意|可以合作|愿意|发我|发给我|详细|期待|感興趣|有興趣|願意|\
      興味があり|興味がござ|ぜひ|是非|喜んで|詳しく|詳細を|お話を|お願いいたし|관심이 있|관심 있|관심있|\
      좋습니다|좋아요|자세한|자세히|보내주세요|보내 주세요|기대
      """
    ),
  ])
}
