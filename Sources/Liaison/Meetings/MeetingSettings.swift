import Scheduling

/// When and with whom people are offered to talk: `meetings` in `liaison.json5`.
public struct MeetingSettings: Codable, Hashable, Sendable {
  /// Our hours for meetings, in our time zone.
  public let hours: SendWindow
  /// How long a meeting is, in minutes.
  public let minutes: Int
  /// How many times a message offers, each on a day of its own.
  public let slots: Int
  /// The id of the sender who takes the meetings; without one it is whoever writes.
  public let sender: String?

  private enum CodingKeys: String, CodingKey, CaseIterable { case hours, minutes, slots, sender }

  /// What holds where nothing is said: half an hour, three times, Mon-Fri 09:00-17:00.
  public static let standard = MeetingSettings(
    hours: SendWindow.officeHours, minutes: 30, slots: 3, sender: nil)

  private init(hours: SendWindow, minutes: Int, slots: Int, sender: String?) {
    self.hours = hours
    self.minutes = minutes
    self.slots = slots
    self.sender = sender
  }

  /// Reads the `meetings` object; an unknown key is an error.
  public init(from decoder: any Decoder) throws {
    var settings = try SettingsReader(decoder, CodingKeys.self)
    hours = settings.optional(.hours) ?? Self.standard.hours
    minutes = settings.optional(.minutes) ?? Self.standard.minutes
    slots = settings.optional(.slots) ?? Self.standard.slots
    sender = settings.optional(.sender)
    if !(5...480).contains(minutes) {
      settings.refuse(.minutes, "'minutes' is how long a meeting is, from 5 to 480")
    } else if !hours.hours.contains(where: { $0.count >= minutes }) {
      settings.refuse(.minutes, "a meeting of \(minutes) minutes does not fit into \(hours)")
    }
    if !(1...9).contains(slots) {
      settings.refuse(.slots, "'slots' is how many times are offered, from 1 to 9")
    }
    guard settings.isWell else { throw settings.faults }
  }
}
