extension PolitenessStrategy {
  /// What makes a request gentler.
  static let softening: [PolitenessStrategy] = [
    // Thanks, before or after the request, are the strongest sign of respect in the raters' eyes.
    .init(
      "gratitude", 2.5, "thanks",
      """
      (thanks|thank you|thankyou|thx|cheers|grateful|thankful|gratitude|obliged|kudos)
      (i|we|i'd|we'd|really|much|greatly) [would|do] [really|greatly|much|very much|also] \
      (appreciate|appreciated)
      [much|greatly|is|be|would be] appreciated
      """),
    // Thanks that name what they are for are no mere formula.
    .init(
      "thanks-for", 1, "thanks for something named",
      """
      (thanks|thank you|thankful|grateful|thx) [so much|very much|a lot|again|a bunch|in \
      advance] (for|in advance)
      """),
    // A greeting treats the reader as a person before anything is asked.
    .init(
      "greeting", 1.5, "a greeting",
      """
      ^ (hi|hello|hey|hiya|greetings|good morning|good afternoon|good evening|good day|dear)
      """),
    // An apology admits that a request costs the reader time.
    .init(
      "apology", 1.5, "an apology",
      """
      [i'm|i am|so|very|really|my] (sorry|apologies|apologise|apologize|forgive me|pardon me|\
      excuse me|my bad|my mistake)
      """),
    // Praise of something done raises the reader rather than the writer.
    .init(
      "deference", 1, "praise of the reader's work",
      """
      (good|great|nice|excellent|fine|wonderful|fantastic|awesome|brilliant|impressive|\
      amazing|superb|lovely|hard|terrific|outstanding) (work|job|question|idea|point|start|\
      suggestion|catch|stuff|find|effort|article|edit|edits|article|articles|addition|\
      additions|image|images|photo|photos|picture|pictures|contribution|contributions|list|\
      page|review|improvement|improvements|research|read|video|videos|series|piece)
      (well done|congratulations|congrats|keep up|you've done|you have done|looks good|looks \
      great|looks nice|look great|look good|looking good)
      (i|we) [really|also|very much] (admire|like|love|liked|loved|enjoy|enjoyed|respect|\
      value) (your|the way you|what you|how you)
      (interesting|helpful|useful|valuable|kind of you|nice of you|generous of you)
      """),
    // Asking what the reader is interested in leaves them the choice.
    .init(
      "interest", 1, "an invitation",
      """
      (are|be|you're|were|if you're|if you are) [you] [at all|perhaps|maybe|still|also] \
      (interested|keen|game|up for)
      (would|might) (be of interest|interest you)
      you might (like|enjoy|find|want|be)
      would you [like|care|love] to
      """),
    // The conditional asks; it does not presume.
    .init(
      "could-you", 1, "\"could\" or \"would\"",
      """
      (could|would) (you|someone|anyone|somebody|anybody|u)
      (could|would) ..3 (you|someone|anyone|somebody|anybody)
      (could|would) (i|we) [just|also|possibly|perhaps|please|maybe|ever]
      you (could|would|might)
      """),
    // "Can you" asks too, a little more directly than "could you".
    .init(
      "can-you", 0.5, "\"can\" or \"may\"",
      """
      (can|will) (you|someone|anyone|u|somebody|anybody)
      (can|may|might) (i|we)
      you (can|may)
      """),
    // Inside a question "please" softens it.
    .init(
      "please-inside", 0.75, "\"please\" inside the sentence",
      """
      * (please|pls|plz)
      """),
    // It names the imposition, and so makes it smaller.
    .init(
      "mind", 1, "\"would you mind\"",
      """
      (would|do|if|don't) you mind [me] (if|taking|giving|having|looking|telling|helping|\
      doing|making|checking|explaining|adding|sharing|providing|sending|fixing|moving|\
      reviewing|clarifying|letting|keeping|showing|pointing|mind)
      (do|would|if|don't|wouldn't) you (mind|be so kind|be kind enough)
      """),
    // Willing, able, when you have time: the reader may decline and keep face.
    .init(
      "willing", 0.75, "leave to say no",
      """
      [be|you] (willing|able|happy|kind enough|so kind|free|available|good enough) to
      (have|had|find|get|got) [some|the|a|any] (time|chance|moment|minute|opportunity)
      (when|whenever|if) you (get|have|find|can|could|like|want|wish|prefer) [a|the|some|any] \
      [chance|time|moment|minute|spare|free]
      (no rush|no hurry|at your convenience|at your leisure|up to you)
      """),
    // It supposes that the answer may be no.
    .init(
      "any-chance", 1, "\"any chance\", \"if possible\"",
      """
      (any|a) (chance|possibility|way) [that|of|you|to|we]
      (if|is it|would it be|as) (possible|feasible|ok|okay|alright|all right)
      """),
    // Asking for help puts the writer below the reader.
    .init(
      "help", 1, "a request for help or a view",
      """
      (help|assist|assistance|helping|a hand|advise|advice|input|guidance|feedback|opinion|\
      insight|expertise|second opinion|thoughts)
      (take|have|taking|having|takes) (a|another) [quick|closer|second|brief|further|good] \
      (look|peek|glance|read)
      """),
    // "I was wondering" puts the question one step away.
    .init(
      "wonder", 1, "an indirect question",
      """
      (i|we) [was|am|were|are|'ve been|just|been] [just|also] (wonder|wondering|curious|\
      hoping)
      (i'm|we're|i've been|just) [just|also] (wondering|curious|hoping)
      (wondering|wonder) (if|whether|how|what|about|why)
      (let me know|tell me|drop me|give me a shout|point me)
      """),
    // A wish rather than a demand.
    .init(
      "would-like", 0.75, "\"I would like\"",
      """
      (i|we) (would|'d) [really|also|just|very much] (like|love|be happy|be glad|be grateful|\
      suggest|appreciate|prefer|be interested|be willing)
      (i'd|we'd) [really|also|just|very much] (like|love|be happy|be glad|be grateful|suggest|\
      appreciate|prefer|be interested|be willing)
      (happy|glad|pleased|delighted|love) to *
      """),
    // A hope asks for nothing.
    .init(
      "hope", 0.75, "a hope",
      """
      (hope|hoping|hopefully)
      hopefully
      """),
    // Perhaps, it seems: the writer may be wrong.
    .init(
      "hedge", 0.25, "a hedge",
      """
      (perhaps|maybe|possibly|might|seem|seems|seemed|apparently|somewhat|sort of|kind of|\
      probably|likely|suppose|guess|a bit|a little|rather|roughly|around|about whether|as far \
      as i|not sure|unsure|unclear|appear|appears)
      """),
    // "I think" claims no more than it is.
    .init(
      "i-think", 0.25, "an own opinion marked as one",
      """
      (i|we) [just|also|really|still|'d|do|would|don't|had] (think|thought|believe|feel|felt|\
      figured|imagine|assume|reckon)
      (in my opinion|imo|imho|to me|it seems to me|from what i)
      """),
    // What the reader thinks matters.
    .init(
      "what-think", 1, "a question for the reader's opinion",
      """
      (do|would|did|what|how) you (think|feel|prefer|suggest|recommend|say)
      what do you (think|say|suggest|recommend|reckon)
      (any|your) (thoughts|opinion|opinions|ideas|suggestions|comments|views|suggestion|\
      advice|objections|recommendations|view|take|preference)
      do you (have|know|happen|want|need|remember|recall) [any|of|if|where|how|to|a|an]
      """),
    // It offers work instead of asking for it.
    .init(
      "should-i", 1, "a question what the writer should do",
      """
      (should|shall) (i|we|it|this|the|that|there)
      (what|where|how) (can|should|could) (i|we)
      """),
    // Mentioned in passing, a request weighs less.
    .init(
      "btw", 0.75, "\"by the way\"",
      """
      (by the way|btw|incidentally|on another note|one more thing|quick question|small \
      question|a question)
      """),
    // Starting from oneself leaves the reader's ground alone.
    .init(
      "i-start", 0.5, "a start with \"I\"",
      """
      ^ (i|i'm|i've|i'd|i'll|we|we're|we've|we'd|we'll|my|our)
      """),
    // Telling what one saw gives the reason for writing.
    .init(
      "noticed", 0.5, "what the writer saw or did",
      """
      (i|we) [just|have|also|'ve|recently|first|happened to] (see|saw|noticed|notice|found|\
      came across|read|looked|checked|seen|added|tried|made|started|created|put|moved|changed|\
      fixed|updated|left|worked)
      (i've|we've|i'm|we're) [just|also|recently|been|now] (seen|noticed|found|added|tried|\
      made|started|created|put|moved|changed|fixed|updated|left|worked|done|working|trying|\
      looking|planning|thinking)
      """),
    // Who admits not to know does not accuse.
    .init(
      "confess", 0.5, "not knowing, admitted",
      """
      (i'm|i am|we're|we are|i was) [still|a bit|a little|just|really|also] [not] (new|unsure|\
      confused|not sure|not certain|afraid|stuck|not familiar|lost|no expert|not an expert|\
      unfamiliar)
      (i|we) (don't|do not|can't|cannot|couldn't|didn't|am not|have no) [really|quite|seem to|\
      seem|actually] (know|find|remember|understand|figure|familiar|sure|want to|wish to|idea|\
      mean to)
      """),
    // Words of liking and improvement.
    .init(
      "positive", 0.75, "warm words",
      """
      (good|great|nice|better|best|welcome|useful|helpful|interesting|fun|cool|enjoy|like|\
      love|support|improve|improved|improving|perfect|ready|happy|glad|kind|smile|excellent|\
      fair|useful|easier|win|worthwhile|beautiful|friendly|success|successful|promising)
      """),
    // A single one reads as warmth.
    .init(
      "one-bang", 0.5, "one exclamation mark",
      """
      !
      """),
    // Ok, sure, haha: an easy voice.
    .init(
      "easy-words", 0.5, "easy words",
      """
      (smile|haha|lol|ha|hehe|ok|okay|cool|yeah|yep|yes|sure)
      """),
    // Quick, a little: the imposition kept small.
    .init(
      "small", 0.25, "a small request called small",
      """
      (just|quick|quickly|small|minor|few|couple|little|bit|tad|slight|slightly|short|brief)
      """),
    // "If you" leaves a way out.
    .init(
      "condition", 0.25, "a condition",
      """
      (if|whether|in case|unless|otherwise) (you|you're|you'd|you've|it's|it|that's|possible|\
      so|not|i|we)
      (though|although|however|either way)
      """),
    // "For you", "for your": there is a gift or a reason.
    .init(
      "for-you", 0.5, "something done for someone",
      """
      for (your|you|me|us|the)
      """),
    // It asks for no more than there is.
    .init(
      "any", 0.25, "\"any\" or \"some\"",
      """
      (any|some|anything|something else|anywhere|anyone)
      """),
    // A thing to add or look at is easier to hear than a question of motive.
    .init(
      "task", 0.25, "a task that can be done",
      """
      (add|list|fix|clarify|update|expand|move|improve|include|comment|reply|respond|review|\
      check|upload|create|copyedit|check out)
      """),
  ]
}
