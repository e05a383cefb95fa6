import FoundationEssentials
import FoundationInternationalization

/// Numbers, money, dates and lists as a locale writes them.
///
/// The only file that needs ICU.
struct LocaleFormats: Sendable {
  /// The language with its region, such as `de-CH`.
  let language: LanguageTag

  private var locale: Locale { Locale(identifier: language.description) }

  func number(_ number: NumberText, decimals: Int?) -> String {
    // Formatting an Int takes a fifth of the time of a Decimal.
    if let whole = number.whole, decimals ?? 0 == 0 {
      return whole.formatted(IntegerFormatStyle<Int>(locale: locale))
    }
    var style = Decimal.FormatStyle.number.locale(locale)
    style = style.precision(.fractionLength(decimals ?? number.decimals))
    return number.value.formatted(style)
  }

  /// With a word or letter for thousands and millions: `1.2M`, `123万`.
  func compact(_ number: NumberText) -> String {
    number.value.formatted(.number.notation(.compactName).locale(locale))
  }

  func currency(_ number: NumberText, code: String, decimals: Int?) -> String {
    var style = Decimal.FormatStyle.Currency(code: code, locale: locale)
    if let decimals { style = style.precision(.fractionLength(decimals)) }
    return number.value.formatted(style)
  }

  /// A share: 0.15 is 15 %.
  func percent(_ number: NumberText, decimals: Int?) -> String {
    var style = Decimal.FormatStyle.Percent(locale: locale)
    style = style.precision(.fractionLength(decimals ?? max(0, number.decimals - 2)))
    return number.value.formatted(style)
  }

  func list(_ items: [String], _ form: ListForm) -> String {
    items.formatted(.list(type: form == .and ? .and : .or).locale(locale))
  }

  func date(_ date: DateText, _ form: DateForm) -> String {
    let moment = Date(timeIntervalSince1970: Double(date.secondsInUTC))
    switch form {
    case .short: return moment.formatted(style(.numeric))
    case .medium: return moment.formatted(style(.abbreviated))
    case .long: return moment.formatted(style(.long))
    case .full: return moment.formatted(style(.complete))
    case .day: return moment.formatted(style(nil).day().month(.wide))
    case .month: return moment.formatted(style(nil).month(.wide).year())
    case .weekday: return moment.formatted(style(nil).weekday(.wide))
    case .time: return moment.formatted(style(nil, time: .shortened))
    }
  }

  /// Day of the week, day, month and time, as `Tuesday, December 1 at 3:00 PM`; the seconds are
  /// those of the local time as if it were UTC.
  func moment(secondsInUTC seconds: Int64) -> String {
    Date(timeIntervalSince1970: Double(seconds)).formatted(
      style(nil).weekday(.wide).day().month(.wide).hour().minute())
  }

  /// The city that a time zone is named after, in the language; nil where Foundation has no such
  /// zone.
  func city(ofZone name: String) -> String? {
    guard let zone = TimeZone(identifier: name) else { return nil }
    var style = style(nil)
    style.timeZone = zone
    return Date(timeIntervalSince1970: 0).formatted(style.timeZone(.exemplarLocation))
  }

  private func style(
    _ date: Date.FormatStyle.DateStyle?, time: Date.FormatStyle.TimeStyle? = nil
  ) -> Date.FormatStyle {
    // The calendar is that of the language (Thai years, Persian months), never the machine's.
    // Without a date style the fields that are asked for are written, and no others.
    let locale = locale
    return Date.FormatStyle(
      date: date, time: time, locale: locale, calendar: locale.calendar, timeZone: .gmt)
  }
}
