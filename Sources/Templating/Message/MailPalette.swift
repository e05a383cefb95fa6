/// All colours of a mail in light or dark mode.
struct MailPalette: Sendable {
  let page: MailColour
  let background: MailColour
  let text: MailColour
  let link: MailColour
  let button: MailColour
  let buttonText: MailColour

  /// Lines beside quotes and between parts.
  var line: MailColour { background.mixed(with: text, percent: 22) }
  /// What stands behind code.
  var ground: MailColour { background.mixed(with: text, percent: 6) }
  /// Quoted text.
  var quiet: MailColour { text.mixed(with: background, percent: 22) }

  static func light(_ style: MailStyle) -> MailPalette {
    let accent = MailColour(style.accent) ?? .black
    return MailPalette(
      page: MailColour(style.page) ?? .white, background: MailColour(style.background) ?? .white,
      text: MailColour(style.text) ?? .black, link: accent, button: accent,
      buttonText: accent.readable)
  }

  /// The same brand in the dark.
  static func dark(_ style: MailStyle) -> MailPalette {
    let accent = MailColour(style.accent) ?? .white
    let background = MailColour.black.mixed(with: .white, percent: 11)
    let link = accent.lightened(on: background)
    let hasFrame = MailColour(style.page) != MailColour(style.background)
    return MailPalette(
      page: hasFrame ? .black.mixed(with: .white, percent: 6) : background, background: background,
      text: .black.mixed(with: .white, percent: 91), link: link, button: link,
      buttonText: link.readable)
  }
}
