import Templating
import Testing

@testable import Liaison

@Suite("ColumnMapping")
struct ColumnMappingTests {
  static let headers: [(String, ImportField?)] = [
    ("email", .email), ("Email", .email), ("E-Mail", .email), ("e mail address", .email),
    ("EMAIL_ADDRESS", .email), ("邮箱", .email), ("电子邮箱", .email), ("first name", .firstName),
    ("FirstName", .firstName), ("first-name", .firstName), ("Given Name", .firstName),
    ("名", .firstName),
    ("Last Name", .lastName), ("surname", .lastName), ("姓", .lastName), ("Name", .fullName),
    ("full name", .fullName), ("姓名", .fullName), ("联系人", .fullName), ("Salutation", .salutation),
    ("称呼", .salutation), ("Company", .prospect), ("Organisation", .prospect),
    ("organization", .prospect), ("Channel owner", .prospect), ("公司", .prospect), ("kind", .kind),
    ("类型", .kind), ("Website", .website), ("URL", .website), ("网站", .website),
    ("Country", .country),
    ("Country/Region", .country), ("国家", .country), ("language", .language), ("语言", .language),
    ("timezone", .timeZone), ("Time Zone", .timeZone), ("time_zone", .timeZone), ("时区", .timeZone),
    ("source", .source), ("来源", .source), ("Tags", .tags), ("标签", .tags), ("audience", .audience),
    ("Followers", .audience), ("粉丝数", .audience), ("Channel", .channel), ("频道", .channel),
    ("Notes", .notes), ("备注", .notes), ("Recent work", nil),
    ("City", .city), ("城市", .city), ("State/Province", .region), ("省", .region), ("Phone", .phone),
    ("电话", .phone), ("mobile", nil), ("", nil),
  ]

  @Test("Headers are known in English and Chinese, however they are written", arguments: headers)
  func header(_ header: String, _ expected: ImportField?) {
    #expect(ImportField(header: header) == expected)
  }

  @Test("No header stands for two fields")
  func fieldNames() {
    for field in ImportField.allCases { #expect(ImportField(header: field.rawValue) == field) }
  }

  static let ownNames: [(String, String)] = [
    ("Recent work", "recent_work"), ("recent-work", "recent_work"),
    ("  Recent  Work! ", "recent_work"),
    ("2025 Sales (USD)", "2025_sales_usd"), ("Fan-Ökologie", "fan_ökologie"), ("粉丝 画像", "粉丝_画像"),
    ("最近作品", "最近作品"), ("Last\nvideo", "last_video"), ("हिन्दी", "हिन्दी"), ("brand", "contact_brand"),
    ("Sender Name", "contact_sender_name"), ("", "column_2"), ("???", "column_2"),
    ("{{x}}", "x"), ("a.b", "a_b"),
  ]

  @Test("Any other column gets a name that a template can use", arguments: ownNames)
  func own(_ header: String, _ name: String) throws {
    let mapping = try ColumnMapping(header: ["email", header])
    #expect(mapping.targets == [.field(.email), .own(name)])
    #expect(mapping.ownFields == [name])
    #expect(throws: Never.self) {
      _ = try MessageTemplate(SourceText(path: "x.md", text: "---\nsubject: s\n---\n{{\(name)}}"))
    }
  }

  @Test("Names that are taken get a number")
  func numbered() throws {
    let mapping = try ColumnMapping(header: ["email", "Work", "work", "WORK", "work 2"])
    #expect(mapping.ownFields == ["work", "work_2", "work_3", "work_2_2"])
  }

  @Test("What is said of a column goes before its header")
  func assignments() throws {
    let mapping = try ColumnMapping(
      header: ["Email", "Kontakt", "Name", "Type", "Secret", "Firma"],
      assignments: [
        try ColumnAssignment("kontakt=email"), try ColumnAssignment("Type=keep"),
        try ColumnAssignment("5=ignore"), try ColumnAssignment("FIRMA=company"),
      ])
    #expect(
      mapping.targets == [
        .own("contact_email"), .field(.email), .field(.fullName), .own("type"), .ignored,
        .field(.prospect),
      ])
  }

  @Test("An equals sign may be part of a header")
  func equalsSign() throws {
    let mapping = try ColumnMapping(
      header: ["a=b"], assignments: [try ColumnAssignment("a=b=email")])
    #expect(mapping.targets == [.field(.email)])
  }

  static let malformed = ["", "=", "email", "=email", "Firma=", "Firma=emial", "Firma=field"]

  @Test("An assignment that says nothing is refused", arguments: malformed)
  func malformedAssignment(_ text: String) throws {
    let error = #expect(throws: ColumnMappingError.self) { try ColumnAssignment(text) }
    #expect(error?.isUsage == true)
    #expect(error?.description.hasPrefix("--map") == true)
  }

  static let faults: [([String], [String], ColumnMappingError)] = [
    (["Name", "Land"], [], .noEmail(headers: ["Name", "Land"])),
    (["maya@a.example", "Maya"], [], .noHeader(headers: ["maya@a.example", "Maya"])),
    (["Email", "E-Mail"], [], .twoColumns(.email, headers: ["Email", "E-Mail"])),
    (["email", "company", "", "公司"], [], .twoColumns(.prospect, headers: ["company", "公司"])),
    (["email", "x"], ["y=name"], .unknownColumn("y", headers: ["email", "x"])),
    (["email", "x"], ["3=name"], .unknownColumn("3", headers: ["email", "x"])),
    (["email", "x"], ["0=name"], .unknownColumn("0", headers: ["email", "x"])),
    (["a", "b"], ["a=email", "b=email"], .twoColumns(.email, headers: ["a", "b"])),
    (["email"], ["email=ignore"], .noEmail(headers: ["email"])),
  ]

  @Test("Columns that are not clear are an error that names them", arguments: faults)
  func fault(_ header: [String], _ maps: [String], _ expected: ColumnMappingError) throws {
    let assignments = try maps.map { try ColumnAssignment($0) }
    #expect(throws: expected) { try ColumnMapping(header: header, assignments: assignments) }
    for name in header.prefix(2) where !name.isEmpty && !expected.isUsage {
      if case .twoColumns = expected { continue }
      #expect(expected.description.contains(name))
    }
    #expect(expected.description.contains("--map") || expected == .noHeader(headers: header))
  }

  @Test("The columns that a rejects file adds are left out")
  func rejects() throws {
    let mapping = try ColumnMapping(header: ["email", "x", "reject_row", "Reject Reason"])
    #expect(mapping.targets == [.field(.email), .own("x"), .ignored, .ignored])
  }

  @Test("Headers are put on one line")
  func cleaned() throws {
    let mapping = try ColumnMapping(header: [" Email\r\naddress ", "a\u{1B}[31mb"])
    #expect(mapping.headers == ["Email address", "a[31mb"])
  }
}
