import Scheduling

/// How much the team writes to one person; every bound can be made tighter, none looser.
public struct OutreachLimits: Codable, Hashable, Sendable {
  /// The fewest days between a campaign's last message to a person and another campaign's first.
  public static let leastCoolingOff = 90

  /// The days for which a person is left alone by other campaigns; 90 or more.
  public let coolingOff: Int
  /// How often one campaign may write to a person; 1 to 4.
  public let attempts: Int

  private enum CodingKeys: String, CodingKey, CaseIterable { case coolingOff, attempts }

  /// The bounds where nothing else is said: 90 days and four attempts.
  public static let standard = OutreachLimits(
    coolingOff: leastCoolingOff, attempts: Cadence.maximumSteps)

  private init(coolingOff: Int, attempts: Int) {
    self.coolingOff = coolingOff
    self.attempts = attempts
  }

  /// Reads `limits`; an unknown key, or a bound looser than the standard, is an error.
  public init(from decoder: any Decoder) throws {
    var settings = try SettingsReader(decoder, CodingKeys.self)
    coolingOff = settings.optional(.coolingOff) ?? Self.leastCoolingOff
    attempts = settings.optional(.attempts) ?? Cadence.maximumSteps
    if !(Self.leastCoolingOff...36_500).contains(coolingOff) {
      settings.refuse(
        .coolingOff,
        "'coolingOff' is \(Self.leastCoolingOff) days or more; it can be made longer, not shorter")
    }
    if !(1...Cadence.maximumSteps).contains(attempts) {
      settings.refuse(
        .attempts,
        "'attempts' is 1 to \(Cadence.maximumSteps); nobody is written to more often by a campaign")
    }
    guard settings.isWell else { throw settings.faults }
  }

  /// The first instant at which another campaign may write to a person who got a message then.
  func end(after sent: Instant) -> Instant { sent.adding(seconds: Int64(coolingOff) * 86_400) }
}
