/// What the workspace's `liaison.json5` says: brand, senders and defaults.
public struct WorkspaceConfiguration: Codable, Hashable, Sendable {
  /// Who writes.
  public var brand: Brand
  /// The zone that `plan` shows as ours, and of the Date line.
  public var timeZone: String
  /// The country whose public holidays the team has, for meetings.
  public var country: CountryCode?
  /// The mailboxes to write from.
  public var senders: [SenderAccount]
  /// A folder of TZif files to use before the system's.
  public var zoneinfo: String?
  /// How much is written to one person.
  public var limits = OutreachLimits.standard
  /// When and with whom people are offered to talk.
  public var meetings = MeetingSettings.standard

  /// The file's name in a workspace.
  public static let fileName = "liaison.json5"

  /// What stands in for a file that cannot be read, so that the rest can still be looked at.
  static var blank: WorkspaceConfiguration {
    WorkspaceConfiguration(brand: Brand(name: ""), timeZone: "UTC", senders: [])
  }

  private init(brand: Brand, timeZone: String, senders: [SenderAccount]) {
    self.brand = brand
    self.timeZone = timeZone
    self.senders = senders
  }

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case brand, timeZone, country, senders, zoneinfo, limits, meetings
  }

  /// Reads the whole file; an unknown key is an error.
  public init(from decoder: any Decoder) throws {
    var settings = try SettingsReader(decoder, CodingKeys.self)
    let brand: Brand? = settings.required(.brand)
    let timeZone = settings.text(.timeZone)
    country = settings.optional(.country)
    let senders: [SenderAccount]? = settings.list(.senders)
    zoneinfo = settings.optional(.zoneinfo)
    limits = settings.optional(.limits) ?? .standard
    if let senders, Set(senders.map(\.id)).count < senders.count {
      settings.refuse(.senders, "two senders have the same id")
    }
    meetings = settings.optional(.meetings) ?? .standard
    if let senders, let host = meetings.sender, !senders.contains(where: { $0.id == host }) {
      settings.refuse(
        .meetings,
        "'sender' is '\(host)', who is none of the senders; there are: "
          + senders.map(\.id).joined(separator: ", "))
    }
    guard let brand, let timeZone, let senders, settings.isWell else { throw settings.faults }
    self.brand = brand
    self.timeZone = timeZone
    self.senders = senders
  }

  /// The sender with an id, as campaigns name it.
  public func sender(_ id: String) -> SenderAccount? { senders.first { $0.id == id } }
}
