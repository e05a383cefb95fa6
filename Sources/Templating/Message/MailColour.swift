/// A colour of a mail, read from `#rgb` or `#rrggbb`.
struct MailColour: Hashable, Sendable, CustomStringConvertible {
  private let red: Int
  private let green: Int
  private let blue: Int

  static let white = MailColour(red: 255, green: 255, blue: 255)
  static let black = MailColour(red: 0, green: 0, blue: 0)

  private init(red: Int, green: Int, blue: Int) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// Nil for anything else.
  init?(_ text: String) {
    guard text.utf8.first == UInt8(ascii: "#") else { return nil }
    let digits = text.utf8.dropFirst().compactMap { ASCII.hexDigit($0).map(Int.init) }
    guard digits.count == text.utf8.count - 1 else { return nil }
    switch digits.count {
    case 3: self.init(red: digits[0] * 17, green: digits[1] * 17, blue: digits[2] * 17)
    case 6:
      self.init(
        red: digits[0] * 16 + digits[1], green: digits[2] * 16 + digits[3],
        blue: digits[4] * 16 + digits[5])
    default: return nil
    }
  }

  /// The colour as `#rrggbb`.
  var description: String {
    "#"
      + [red, green, blue].map { value in
        let digits = String(value, radix: 16)
        return digits.count == 1 ? "0\(digits)" : digits
      }.joined()
  }

  /// This colour with so many parts of a hundred of another one.
  func mixed(with other: MailColour, percent: Int) -> MailColour {
    func mix(_ one: Int, _ two: Int) -> Int { (one * (100 - percent) + two * percent + 50) / 100 }
    return MailColour(
      red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue))
  }

  /// How well the one can be read on the other: 1 to 21 (WCAG 2.2, "contrast ratio").
  func contrast(to other: MailColour) -> Double {
    let lighter = max(luminance, other.luminance)
    let darker = min(luminance, other.luminance)
    return (lighter + 0.05) / (darker + 0.05)
  }

  /// Black or white, whatever can be read better on this colour; white where both can.
  var readable: MailColour {
    contrast(to: .white) >= 4.5 || contrast(to: .white) >= contrast(to: .black) ? .white : .black
  }

  /// This colour made lighter until it can be read on a dark one.
  func lightened(on background: MailColour) -> MailColour {
    for percent in stride(from: 0, to: 100, by: 5) {
      let lighter = mixed(with: .white, percent: percent)
      if lighter.contrast(to: background) >= 5.5 { return lighter }
    }
    return .white
  }

  private var luminance: Double {
    func linear(_ value: Int) -> Double {
      let share = Double(value) / 255
      // The curve of sRGB to a thousandth (polynomial by Ian Taylor, "sRGB Approximations", 2012).
      return share * (share * (share * 0.305306011 + 0.682171111) + 0.012522878)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }
}
