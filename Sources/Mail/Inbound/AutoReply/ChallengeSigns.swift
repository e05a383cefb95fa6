/// Messages that ask the sender to prove to be a person before anybody reads the mail.
enum ChallengeSigns {
  static func areIn(_ text: [UInt8]) -> Bool { table.first(in: Array(text.prefix(4000))) != nil }

  private static let table = PhraseTable<Bool>([
    (
      true,
      """
      to have your address added|your address added to ~ allowed list|verify that you are ~ human|\
      verify you are a real|prove that you are human|to ensure delivery of your|sender verification|\
      waiting for you to verify|is protected by a spam|account is protected by|boxbe|spam arrest|\
      spamarrest|click ~ link ~ deliver your|confirm ~ your email ~ be delivered|\
      message ~ is being held|you only have to do this once|add you to my approved|\
      add yourself to the guest list|guest list|approved senders list|whitelist your|antispam uol|\
      challenge-response|challenge/response|mailblocks|qurb|verify your email address so that|\
      to release your message|email verification ~ required ~ deliver|um sicherzustellen ~ mensch|\
      pour prouver que vous n'etes pas un robot|confirme que no es un robot
      """
    )
  ])
}
