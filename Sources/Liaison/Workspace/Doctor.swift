import Glibc
import Scheduling

/// One thing that the doctor looked at.
public struct Diagnosis: Hashable, Sendable, Codable {
  /// How things are.
  public enum State: String, Sendable, Codable {
    /// As it should be.
    case good
    /// Works, but could be better.
    case advice
    /// Must be mended.
    case fault
  }

  /// What was looked at.
  public let subject: String
  /// How it is.
  public let state: State
  /// What was found, and what to do.
  public let detail: String
}

/// Looks a workspace over and names every fault at once.
public enum Doctor {
  /// Examines the workspace that `folder` is in; also one whose configuration is broken.
  ///
  /// - Parameter connects: Whether to log in to each sender's servers as well.
  public static func examine(
    folder: String, environment: [String: String], connects: Bool = false, at now: Instant
  ) -> [Diagnosis] {
    var found = [
      Diagnosis(subject: "SQLite", state: .good, detail: Store.libraryVersion),
      Diagnosis(subject: "libcurl", state: .good, detail: libcurl()),
    ]
    let workspace: Workspace
    do {
      let root = try Workspace.root(around: folder)
      found.append(Diagnosis(subject: "workspace", state: .good, detail: root))
      do {
        workspace = try Workspace(folder: root)
      } catch {
        let blank = Workspace(folder: root, configuration: .blank)
        return found + [zones(nil, now)] + configuration(error, in: blank) + [toneRules(blank)]
          + calendars(blank)
          + blank.campaignNames().flatMap { settings(ofCampaign: $0, in: blank) }
          + database(blank, now)
      }
    } catch {
      return found + [zones(nil, now), fault("workspace", error)]
    }
    found.append(zones(workspace.configuration.zoneinfo, now))
    if let zones = try? workspace.zoneDatabase() {
      found.append(
        attempt("our time zone") { "\(try workspace.homeZone(in: zones).name)" })
    }
    found += workspace.configuration.senders.flatMap { sender($0, environment, workspace) }
    if connects {
      found += workspace.configuration.senders.flatMap {
        $0.connections(environment: environment, workspace: workspace, at: now)
      }
    }
    found.append(toneRules(workspace))
    found += calendars(workspace)
    found += workspace.campaignNames().flatMap { campaign($0, in: workspace) }
    return found + database(workspace, now)
  }

  /// The versions that matter for mail: libcurl itself and its TLS library.
  private static func libcurl() -> String {
    SMTPTransport.libraryVersion.split(separator: " ").prefix(2).joined(separator: " ")
  }

  /// All the faults of a liaison.json5 that cannot be used.
  private static func configuration(_ error: any Error, in workspace: Workspace) -> [Diagnosis] {
    let path = WorkspaceConfiguration.fileName
    guard let bytes = try? workspace.bytes(of: path) else { return [fault(path, error)] }
    return faults(path) {
      _ = try ConfigurationFaults.decode(WorkspaceConfiguration.self, from: bytes, path: path)
    }
  }

  /// The faults of a campaign's own file, where nothing is known of the senders.
  private static func settings(ofCampaign name: String, in blank: Workspace) -> [Diagnosis] {
    let path = "campaigns/\(name).json5"
    return faults("campaign \(name)") {
      _ = try ConfigurationFaults.decode(
        CampaignDefinition.self, from: blank.bytes(of: path), path: path)
    }
  }

  /// The public holidays, and each of the team's calendars that cannot be read.
  private static func calendars(_ workspace: Workspace) -> [Diagnosis] {
    var daysOff = 0
    var faults: [Diagnosis] = []
    let paths = WorkspaceCalendars.paths(in: workspace)
    for path in paths {
      do {
        daysOff += try WorkspaceCalendars.file(path, in: workspace).days.count
      } catch {
        faults.append(fault(path, error))
      }
    }
    guard faults.isEmpty else { return faults }
    return [
      attempt("holidays") {
        let markets = try WorkspaceCalendars(of: workspace).holidays.countries.count
        let own = "\(daysOff) day\(daysOff == 1 ? "" : "s") off"
        let files = "\(paths.count) calendar\(paths.count == 1 ? "" : "s")"
        return "\(markets) markets by rule" + (paths.isEmpty ? "" : ", \(own) in \(files)")
      }
    ]
  }

  private static func toneRules(_ workspace: Workspace) -> Diagnosis {
    attempt("tone rules") { "\(try workspace.linter().rules.count) phrase rules" }
  }

  /// Where the zone data is from and which release it is; old data knows nothing of new rules.
  private static func zones(_ folder: String?, _ now: Instant) -> Diagnosis {
    let subject = "time zones"
    let zones: ZoneDatabase
    do {
      zones = try ZoneDatabase(folder: folder)
    } catch {
      return fault(subject, error)
    }
    let found = "version \(zones.version ?? "unknown") from \(zones.source)"
    guard zones.source != .foundation else {
      return Diagnosis(
        subject: subject, state: .advice,
        detail: "\(found), which is built in and cannot be updated; install the package tzdata")
    }
    guard let version = zones.version else {
      return Diagnosis(
        subject: subject, state: .good, detail: "\(found), so nobody can tell how old it is")
    }
    guard let release = ZoneRelease(version), release.isOlderThanAYear(at: now) else {
      return Diagnosis(subject: subject, state: .good, detail: found)
    }
    return Diagnosis(
      subject: subject, state: .advice,
      detail: "\(found), a release of \(release.year) and more than a year old; clocks may have "
        + "new rules since, so update the package tzdata or the folder")
  }

  private static func sender(
    _ sender: SenderAccount, _ environment: [String: String], _ workspace: Workspace
  ) -> [Diagnosis] {
    let subject = "sender \(sender.id)"
    var found = sender.faults(environment: environment, workspace: workspace)
      .map { fault(subject, $0) }
    if found.isEmpty, let smtp = sender.smtp {
      found.append(
        Diagnosis(
          subject: subject, state: .good, detail: "\(sender.address) by \(smtp.host):\(smtp.port)"))
    }
    if sender.address.isFreeMail {
      found.append(
        Diagnosis(
          subject: subject, state: .advice,
          detail: "\(sender.address.domain) is a free-mail domain; a company mailbox is trusted "
            + "more"))
    }
    return found
  }

  private static func campaign(_ name: String, in workspace: Workspace) -> [Diagnosis] {
    let subject = "campaign \(name)"
    var detail = ""
    let found = faults(subject) {
      let content = try CampaignContent(of: workspace.definition(of: name), in: workspace)
      let compiled = try CompiledCampaign(name: name, content: content)
      let languages = compiled.languages.map(\.description).joined(separator: ", ")
      detail = "\(compiled.steps.count) steps in \(languages)"
    }
    return found.isEmpty ? [Diagnosis(subject: subject, state: .good, detail: detail)] : found
  }

  private static func database(_ workspace: Workspace, _ now: Instant) -> [Diagnosis] {
    let store: Store
    do throws(StoreError) {
      store = try workspace.openStore(.read)
    } catch {
      return [fault("database", error)]
    }
    var found = [
      attempt("database") {
        "schema \(try store.schemaVersion()) of \(Store.newestSchemaVersion), "
          + "\(try store.contactCount()) contacts"
      }
    ]
    var info = stat()
    if stat(workspace.databasePath, &info) == 0, info.st_mode & 0o077 != 0 {
      found.append(
        Diagnosis(
          subject: "database", state: .fault,
          detail: "others can read it; run: chmod 600 \(workspace.databasePath)"))
    }
    do {
      if let restored = try store.restored() { found.append(fault("database", restored)) }
    } catch {
      found.append(fault("database", error))
    }
    for hold in (try? store.heldSenders(at: now)) ?? [] {
      found.append(
        Diagnosis(
          subject: "sender \(hold.sender)", state: .fault,
          detail: "held: \(hold.reason); see 'liaison sender list'"))
    }
    let unknown = (try? store.unknownAttempts(at: now).count) ?? 0
    if unknown > 0 {
      found.append(
        Diagnosis(
          subject: "attempts", state: .fault,
          detail: "\(unknown) may or may not have been sent; see 'liaison resolve'"))
    }
    return found
  }

  private static func attempt(_ subject: String, _ look: () throws -> String) -> Diagnosis {
    do {
      return Diagnosis(subject: subject, state: .good, detail: try look())
    } catch {
      return fault(subject, error)
    }
  }

  /// Each fault that a look finds; nothing where all is well.
  private static func faults(_ subject: String, _ look: () throws -> Void) -> [Diagnosis] {
    do {
      try look()
      return []
    } catch let error as ConfigurationFaults {
      return error.faults.map { fault(subject, $0) }
    } catch let error as ContentFaults {
      return error.faults.map { fault(subject, $0) }
    } catch {
      return [fault(subject, error)]
    }
  }

  private static func fault(_ subject: String, _ error: any Error) -> Diagnosis {
    Diagnosis(subject: subject, state: .fault, detail: "\(error)")
  }
}
