import Scheduling

/// The window of one recipient, and what decided that it is this one.
struct WindowChoice: Hashable, Sendable {
  /// When the person may be written to.
  let window: SendWindow
  /// What holds instead in Ramadan.
  private(set) var ramadan: SendWindow?
  private let decider: String

  init(_ window: SendWindow, by decider: String) {
    self.window = window
    self.decider = decider
  }

  /// Chooses by what is nearest to the person: the contact, the market and kind, the market, the
  /// kind, the campaign, and at last the usual hours.
  ///
  /// A window that is not of one market is meant for weeks that end on Sunday: where Friday is of
  /// the week-end, it is left out.
  init(
    contact own: SendWindow?, kind: String, country: String?, windows: CampaignWindows,
    holidays: Holidays
  ) {
    if let own {
      self.init(own, by: "the contact's own")
      return
    }
    let weekend = country.map { holidays.weekend(country: $0) } ?? []
    let place = country ?? ""
    let known = ProspectKind(rawValue: kind)
    let market = country.flatMap { CountryCode($0) }.flatMap { windows.markets?.markets[$0] }
    if let window = known.flatMap({ market?.kinds[$0] }) {
      self.init(window, by: "the campaign's for \(kind) in \(place)")
    } else if let window = market?.standard {
      self.init(window, by: "the campaign's for \(place)")
    } else if let window = known.flatMap({ windows.kinds?.kinds[$0] }) {
      self = Self(window, by: "the campaign's for \(kind)").keeping(weekend, of: place)
    } else if let window = windows.standard {
      self = Self(window, by: "the campaign's").keeping(weekend, of: place)
    } else {
      self = Self.usual(kind: kind, country: place, weekend: weekend)
    }
    if let ramadan = windows.ramadan, Ramadan.markets.contains(place) {
      self.ramadan = ramadan.without(weekend) ?? ramadan
    }
  }

  /// Without the Friday where it is of the week-end, unless nothing would remain.
  private func keeping(_ weekend: [Weekday], of country: String) -> Self {
    guard weekend.contains(.friday), window.weekdays.contains(.friday),
      let rest = window.without([.friday])
    else { return self }
    return Self(rest, by: "\(decider) without Friday, which is of the week-end in \(country)")
  }

  /// The hours that are usual for a kind of prospect where a campaign says nothing.
  private static func usual(kind: String, country: String, weekend: [Weekday]) -> Self {
    if weekend.contains(.friday) {
      return Self(
        .usualWithoutFriday, by: "the usual one where Friday is of the week-end (\(country))")
    }
    guard kind == ProspectKind.media.rawValue else {
      return Self(.usual, by: "the usual one")
    }
    if let window = SendWindow.usualForMediaByMarket[country] {
      return Self(window, by: "the usual one for media in \(country)")
    }
    return Self(.usualForMedia, by: "the usual one for media")
  }

  /// Which window holds on a date and what decided it, as a sentence.
  func reason(on date: CivilDate) -> String {
    if let ramadan, Ramadan.contains(date) {
      return "The window is \(ramadan): the campaign's for Ramadan."
    }
    return "The window is \(window): \(decider)."
  }
}
