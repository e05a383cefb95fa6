import Scheduling

/// Finds the clock of each contact: in the zone that was written down, else in the one that is
/// inferred from what else is known.
final class ContactZones {
  private let zones: ZoneDatabase
  // Its tables are read when the first contact without a zone comes.
  private lazy var inference = Result { try ZoneInference(database: zones) }

  init(_ zones: ZoneDatabase) { self.zones = zones }

  /// The contact's zone, or why there is none; with alternatives where several come in question.
  func zone(of contact: ContactRecord) throws(CompositionError) -> Zone {
    let names = try finding(of: contact).zones
    do {
      let found = try names.map { try zones.zone(TimeZoneName($0, in: zones)) }
      if let zone = Zone(anyOf: found) { return zone }
    } catch {
      throw .faulty("\(error)")
    }
    throw .faulty(Self.noZone)
  }

  /// Where the contact's zone was found: written down, else inferred from what else is known.
  func finding(of contact: ContactRecord) throws(CompositionError) -> ZoneFinding {
    if let name = contact.timeZone {
      return ZoneFinding(zones: [name], source: .given, confidence: .certain, detail: "as given")
    }
    let found: ZoneFinding?
    do {
      found = try inference.get().find(ZoneClues(contact))
    } catch {
      throw .faulty("\(error)")
    }
    guard let found else { throw .faulty(Self.noZone) }
    return found
  }

  private static let noZone =
    "no time zone is known; import a 'timezone', 'country' or 'phone'"
}
