extension PolitenessStrategy {
  /// What makes a request harsher.
  static let sharpening: [PolitenessStrategy] = [
    // At the start "please" only dresses an order.
    .init(
      "please-start", -0.5, "\"please\" at the start",
      """
      ^ (please|pls|plz)
      """),
    // It calls the reader to account.
    .init(
      "why-start", -1.5, "a start with \"why\" or \"who\"",
      """
      ^ [and|but|so|or|well|also|then|ok|now|hmm|um|again|,] [,] (why|how come|what for|since \
      when|how dare|why's|who)
      """),
    // It asks for a defence.
    .init(
      "why", -1.25, "\"why\" or \"how could you\"",
      """
      (why|how come|on what basis|on what grounds|for what reason|how can you|how could you|\
      what makes you|what gives you|since when|what business|what right)
      """),
    // A question without any softener is quick to sound like an inquiry.
    .init(
      "bare-question", -0.25, "a bare question",
      """
      ^ [and|but|so|or|well|also|then|ok|now|hmm|um|again|,] [,] (what|what's|where|where's|\
      when|which|how|is|isn't|are|aren't|was|wasn't|does|doesn't|did|didn't|has|hasn't|have|\
      am)
      """),
    // The same, with "is this" or "what is".
    .init(
      "bare-fact", -0.25, "a bare question about a fact",
      """
      (is this|is it|is that|is there|are there|was it|was this|what is|what's|what are|who \
      is|am i|does it|does this|who are|what was)
      """),
    // A sentence that starts with the reader is mostly a judgement on them.
    .init(
      "you-start", -0.75, "a start with \"you\"",
      """
      ^ [and|but|so|or|well|also|then|ok|now|again|because|since] [,] (you|you're|you've|your|\
      yours|yourself|u)
      """),
    // It checks up on the reader.
    .init(
      "did-you", -0.5, "\"did you\", \"don't you\"",
      """
      (did|didn't|don't|aren't|have|haven't|won't|can't|couldn't|wouldn't|isn't|doesn't|\
      shouldn't|weren't) (you|you're|it|this|that|we|he|they|they|i)
      """),
    // It checks up on the reader, in the present.
    .init(
      "are-you", -0.25, "\"are you …\"",
      """
      are you [really|actually|just|even|seriously|suggesting|saying|trying|going|talking|\
      claiming|kidding]
      are you (really|actually|just|even|seriously|suggesting|saying|trying|talking|claiming|\
      kidding|blind|serious|sure|aware|implying|stupid)
      """),
    // "What do you mean" says that it made no sense.
    .init(
      "mean", -0.5, "doubt about what was meant",
      """
      (you|that|this) (mean|saying|talking about|claim|claiming|suggesting|implying)
      what (do|does|did) (you|that|this|it) mean
      (what|what's) ..2 (the point|your point|your problem|the problem|wrong|the deal|the big \
      deal|the issue|the reason|your reason|going on|makes you)
      """),
    // Really, actually, obviously: who says so expects to be disbelieved.
    .init(
      "factuality", -0.75, "insisting on facts",
      """
      (really|actually|in fact|the fact|honestly|surely|obviously|clearly|exactly|simply|\
      certainly|literally|of course|truth|indeed|the point|as well as|at all|even)
      """),
    // Words of fault, quarrel and undoing.
    .init(
      "negative", -0.75, "harsh words",
      """
      (wrong|bad|problem|problems|issue|issues|nonsense|silly|stupid|ridiculous|vandalism|\
      vandal|vandalize|vandalizing|revert|reverted|reverting|remove|removed|removing|delete|\
      deleted|deleting|deletion|blocked|block|ban|banned|attack|attacks|personal|hate|false|\
      lie|lies|lying|liar|idiot|fail|failed|fault|blame|bias|biased|pov|spam|junk|crap|damn|\
      hell|garbage|trash|absurd|pointless|worthless|useless|rubbish|pathetic|rude|insult|\
      insulting|offensive|violation|violate|violating|warring|war|disruptive|abuse|\
      abusive|accuse|accusing|accusation|threat|threaten|threatening|harass|harassment|\
      ignorant|ignore|ignored|ignoring|complain|complaining|destroy|mess|unacceptable|\
      inappropriate|dispute|unsourced|evidence|proof|censor|censorship|propaganda|racist|\
      troll|hypocrisy|hypocrite|arrogant|worse|worst|missing|pov|shut|excuse)
      """),
    // What is not, and was not done.
    .init(
      "negation", -0.5, "a negation",
      """
      (not|no|n't|never|nothing|nobody|none|don't|doesn't|didn't|isn't|wasn't|aren't|won't|\
      can't|cannot|shouldn't|wouldn't|haven't|hasn't|without|nor|couldn't)
      """),
    // They raise the voice.
    .init(
      "many-marks", -1, "several marks in a row",
      """
      ??
      !!
      (what|why|huh|who|how) ?
      """),
    // It sounds like the next round of a quarrel.
    .init(
      "and-start", -1, "a start with \"and\", \"but\" or \"so\"",
      """
      ^ (and|but|so|or|then|because|now|again|well)
      """),
    // Stop, don't ever, you should: it rules over the reader.
    .init(
      "stop", -1, "a rebuke",
      """
      (stop|quit|leave) (it|that|this|the|reverting|removing|adding|making|deleting|doing|me|\
      being|changing|editing|telling|trying|your|vandalizing)
      (don't|do not|never) (ever|do|be|you|edit|revert|remove|delete|change|touch|tell|add|\
      make|call|assume|put|use|try|bother)
      you (should|must|need to|have to|ought|shouldn't|better|can't|cannot|don't|didn't|\
      aren't|are not|do not|did not|never)
      (how about you|mind your own|get a life|get over|grow up|go away|whatever|so what|give \
      me a break|come on|learn to|get a grip|who cares|excuse me)
      """),
    // An imperative without anything around it.
    .init(
      "bare-start", -0.5, "a bare order",
      """
      ^ [so|and|then|now|just] (explain|tell|give|show|go|get|stop|look|read|see|do|don't|be|\
      let|leave|take|provide|prove|answer|cite|learn|try|check|consider|remember|define|\
      discuss|say|name|post|make|put|use|find|think)
      """),
    // Explain, justify, prove: it puts the reader on trial.
    .init(
      "justify", -0.5, "a demand for reasons",
      """
      (explain|justify|prove|answer|provide|reason|reasons|explanation|justification|\
      consensus|policy|rule|rules|supposed|allowed|consider|suppose|care|given|point out|the \
      same|makes sense|sense)
      """),
    // Who else did what is seldom said kindly.
    .init(
      "others", -0.25, "talk of other people",
      """
      (he|his|him|she|her|they|them|people|someone|editors|editor|person|one|guy|admin|admins|\
      others|everyone|anybody|nobody|someone else|yourself|who)
      """),
  ]
}
