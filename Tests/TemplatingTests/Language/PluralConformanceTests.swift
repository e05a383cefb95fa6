import FoundationEssentials
import Testing

@testable import Templating

private let folder = Conformance.folder("locale", suite: "plurals-cardinal, plurals-ordinal")

@Suite(.enabled(if: folder != nil)) struct PluralConformance {
  @Test(arguments: ["cardinal", "ordinal"])
  func `categories are those of CLDR`(kind: String) throws {
    let data = try Conformance.data("\(try #require(folder))/plurals-\(kind).tsv")
    let rows = String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline).dropFirst()
    var passed = 0
    var faults: [String] = []
    for row in rows {
      let columns = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      let tag = try LanguageTag(columns[0])
      let category = PluralOperands(columns[1]).map {
        kind == "cardinal" ? tag.cardinalCategory($0) : tag.ordinalCategory($0)
      }
      if category?.rawValue == columns[2] {
        passed += 1
      } else {
        faults.append("\(row): \(category?.rawValue ?? "no number")")
      }
    }
    print("conformance plurals-\(kind): \(passed) of \(rows.count)")
    #expect(faults.prefix(20).isEmpty, "\(faults.prefix(20).joined(separator: "\n"))")
    #expect(passed == rows.count && passed > 0)
  }
}
