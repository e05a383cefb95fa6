import Mail
import Scheduling
import Templating

/// Turns a row's cells into a contact, or names everything that is wrong with them at once.
///
/// Countries, languages, zones and the like come a few hundred different in a million rows, so each
/// column remembers what its spellings were read as.
struct RowInterpreter {
  /// What a cell was read as, or why it could not be.
  private enum Reading<Value> {
    case value(Value)
    case fault(String)
  }

  private let mapping: ColumnMapping
  private let zones: ZoneDatabase
  private let emailColumn: Int
  private var kinds = ValueCache<Reading<ProspectKind>>()
  private var sources = ValueCache<Reading<ContactSource>>()
  private var countries = ValueCache<Reading<CountryCode>>()
  private var languages = ValueCache<Reading<LanguageTag>>()
  private var timeZones = ValueCache<Reading<TimeZoneName>>()
  private var windows = ValueCache<Reading<SendWindow>>()
  private var tagLists = ValueCache<Reading<[String]>>()

  init(mapping: ColumnMapping, zones: ZoneDatabase) {
    self.mapping = mapping
    self.zones = zones
    emailColumn = mapping.targets.firstIndex(of: .field(.email)) ?? 0
  }

  mutating func interpret(_ row: CSVRow) -> ImportedRow {
    var problems = lengthProblems(row)
    let mapping = self.mapping
    var contact = row.withField(emailColumn) { [emailColumn] bytes -> ImportedContact? in
      let cell = Cell.trimmed(bytes)
      do throws(EmailAddressError) {
        return ImportedContact(address: try EmailAddress(Cell.text(cell)))
      } catch {
        let column = mapping.name(emailColumn)
        problems.append(Self.problem(row, column, cell, error.description))
        return nil
      }
    }
    var handles: [(ProfileColumn, String)] = []
    let mayHoldControls = row.hasControls || !row.isASCII
    for (index, target) in mapping.targets.enumerated() where index != emailColumn {
      if case .ignored = target { continue }
      row.withField(index) { bytes in
        let cell = Cell.trimmed(bytes)
        if cell.isEmpty { return }
        if mayHoldControls,
          let fault = Cell.controlFault(cell, allowingLines: target.mayHoldLines)
        {
          problems.append(Self.problem(row, mapping.name(index), cell, fault))
          return
        }
        let fault: String?
        switch target {
        case .field(let field): fault = read(cell, as: field, into: &contact)
        case .own(let name):
          contact?.fields[name] = Cell.text(cell)
          fault = nil
        case .profile(let column, let name):
          let text = Cell.text(cell)
          contact?.fields[name] = text
          handles.append((column, text))
          fault = nil
        case .ignored: fault = nil
        }
        if let fault { problems.append(Self.problem(row, mapping.name(index), cell, fault)) }
      }
    }
    guard var contact, problems.isEmpty else { return .problem(problems, row) }
    Self.addProfiles(handles, to: &contact)
    return .contact(contact, row)
  }

  /// Notes where the prospect publishes, once the whole row has told its channel.
  private static func addProfiles(
    _ columns: [(ProfileColumn, String)], to contact: inout ImportedContact
  ) {
    guard contact.channel != nil || !columns.isEmpty else { return }
    let channel = contact.channel.flatMap { ProfilePlatform($0) }
    var links = contact.profiles + columns.flatMap { $0.links(in: $1, channel: channel) }
    if let link = contact.channel.flatMap({ ProfileLink($0) }) { links.append(link) }
    contact.profiles = []
    for link in links where !contact.profiles.contains(link) { contact.profiles.append(link) }
  }

  /// The row's length against the header's.
  private func lengthProblems(_ row: CSVRow) -> [RowProblem] {
    let width = mapping.targets.count
    if row.count == width { return [] }
    let hasMore = row.count > width
    // Trailing delimiters add nothing.
    if hasMore,
      (width..<row.count).allSatisfy({ row.withField($0) { Cell.trimmed($0).isEmpty } })
    {
      return []
    }
    let reason =
      "The row has \(row.count) \(row.count == 1 ? "field" : "fields") and the header \(width). "
      + (hasMore
        ? "Quote a value that holds a delimiter." : "A field, delimiter or quote is missing.")
    return [RowProblem(row, column: nil, value: "", reason: reason)]
  }

  private static func problem(
    _ row: CSVRow, _ column: String, _ cell: Cell.Bytes, _ reason: String
  ) -> RowProblem {
    // A value is only shown by its beginning, so a long one is not decoded whole.
    let start = Cell.Bytes(rebasing: cell.prefix(400))
    return RowProblem(row, column: column, value: Cell.text(start), reason: reason)
  }

  /// Reads a cell into the contact; gives the reason where it cannot.
  ///
  /// Without a contact (the address was bad) the cell is still looked at, so that every problem of a
  /// row is named in one go.
  private mutating func read(
    _ cell: Cell.Bytes, as field: ImportField, into contact: inout ImportedContact?
  ) -> String? {
    switch field {
    case .email: return nil
    case .firstName: contact?.firstName = Cell.text(cell)
    case .lastName: contact?.lastName = Cell.text(cell)
    case .fullName: contact?.fullName = Cell.text(cell)
    case .salutation: contact?.salutation = Cell.text(cell)
    case .prospect: contact?.prospectName = Cell.text(cell)
    case .city: contact?.city = Cell.text(cell)
    case .region: contact?.region = Cell.text(cell)
    case .phone: contact?.phone = Cell.text(cell)
    case .channel: contact?.channel = Cell.text(cell)
    case .notes: contact?.notes = Cell.text(cell)
    case .owner: contact?.owner = Cell.text(cell)
    case .profiles:
      var profiles: [ProfileLink] = []
      for part in Cell.text(cell).split(whereSeparator: { $0.isWhitespace || ",;|".contains($0) }) {
        guard let link = ProfileLink(part) else {
          return "This is no link to a profile. Write it like https://youtube.com/@name."
        }
        if !profiles.contains(link) { profiles.append(link) }
      }
      contact?.profiles = profiles
    case .niche:
      let niche = Cell.text(cell)
      contact?.niche = niche
      // Templates write it as {{niche}}.
      contact?.fields["niche"] = niche
    case .website:
      guard Cell.isWebsite(cell) else {
        return "This is no web address. Write it like https://example.com."
      }
      contact?.website = Cell.text(cell)
    case .audience:
      guard let size = AudienceSize.parse(cell) else {
        return "This is no number of people. Write it like 12500, 12,500, 12.5k or 3万."
      }
      contact?.audience = size
    case .kind:
      let reading = kinds.value(for: cell) { text in
        ProspectKind(text).map { .value($0) }
          ?? .fault("This is no kind of prospect. Write one of \(ProspectKind.names).")
      }
      return take(reading) { contact?.kind = $0 }
    case .source:
      let reading = sources.value(for: cell) { text in
        ContactSource(text).map { .value($0) }
          ?? .fault("This is no source of an address. Write one of \(ContactSource.names).")
      }
      return take(reading) { contact?.source = $0 }
    case .country:
      let reading = countries.value(for: cell) { text in
        CountryCode(text).map { .value($0) }
          ?? .fault("This country is not known. Write its ISO code, like DE, or its English name.")
      }
      return take(reading) { contact?.country = $0 }
    case .language:
      let reading = languages.value(for: cell) { Self.language($0) }
      return take(reading) { contact?.language = $0 }
    case .timeZone:
      let zones = self.zones
      let reading = timeZones.value(for: cell) { text in
        do throws(TimeZoneNameError) {
          return .value(try TimeZoneName(text, in: zones))
        } catch {
          return .fault(error.description)
        }
      }
      return take(reading) { contact?.timeZone = $0 }
    case .window:
      let reading = windows.value(for: cell) { text in
        do throws(SendWindowError) {
          return .value(try SendWindow(text))
        } catch {
          return .fault(error.description)
        }
      }
      return take(reading) { contact?.window = $0 }
    case .tags:
      let reading = tagLists.value(for: cell) { .value(Cell.list($0)) }
      return take(reading) { contact?.tags = $0 }
    }
    return nil
  }

  private func take<Value>(_ reading: Reading<Value>, _ set: (Value) -> Void) -> String? {
    switch reading {
    case .value(let value):
      set(value)
      return nil
    case .fault(let reason): return reason
    }
  }

  private static func language(_ text: String) -> Reading<LanguageTag> {
    if let meant = LanguageNames.mistakenCode(text) {
      return .fault("“\(text)” is a country, not a language. Write \(meant).")
    }
    do throws(LanguageTagError) {
      return .value(try LanguageTag(LanguageNames.tag(for: text) ?? text))
    } catch {
      return .fault("This is no language. Write its BCP 47 tag, like en, pt-BR or zh-Hans.")
    }
  }
}
