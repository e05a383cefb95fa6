import Templating

/// A template's file and what its name says: `creators/1-brand-story.de.md`.
struct TemplateFile {
  let path: String
  let bytes: [UInt8]
  /// The folder's path, empty for none.
  let folder: String
  /// The file's name: `1-brand-story.de.md`.
  let name: String
  /// The name without language and ending: `1-brand-story`.
  let stem: String
  /// What stands for the language: `de`; nil for none.
  let suffix: String?

  init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    let slash = path.lastIndex(of: "/")
    folder = slash.map { String(path[..<$0]) } ?? ""
    name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    let whole = name.hasSuffix(".md") ? name.dropLast(3) : name[...]
    let dot = whole.lastIndex(of: ".")
    stem = String(dot.map { whole[..<$0] } ?? whole)
    suffix = dot.map { String(whole[whole.index(after: $0)...]) }
  }

  /// Whether other templates include it.
  var isBlock: Bool { folder == "blocks" || folder.hasSuffix("/blocks") }

  var source: SourceText { SourceText(path: path, text: String(decoding: bytes, as: UTF8.self)) }

  /// The first line that is not UTF-8, or nil.
  var invalidLine: Int? {
    if String(validating: bytes, as: UTF8.self) != nil, !bytes.contains(0) { return nil }
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let index = lines.firstIndex { $0.contains(0) || String(validating: $0, as: UTF8.self) == nil }
    return (index ?? 0) + 1
  }

  /// What is wrong with the language in the name, or nil.
  var languageFault: String? {
    guard let suffix else { return nil }
    let meant = LanguageNames.mistakenCode(suffix) ?? LanguageNames.tag(for: suffix)
    if let meant, meant != suffix.lowercased() {
      return "'\(suffix)' in the file's name is not a language: "
        + "did you mean \(stem).\(meant).md?"
    }
    do throws(LanguageTagError) {
      _ = try LanguageTag(suffix)
      return nil
    } catch {
      return "'\(suffix)' in the file's name is not a language: what stands between the last two "
        + "dots is one, such as de, pt-BR or zh-Hant"
    }
  }

  /// How far this file's language is from another's: 0 for the same.
  func distance(to other: TemplateFile) -> Int {
    if suffix?.lowercased() == other.suffix?.lowercased() { return 0 }
    guard let suffix else { return 2 }
    let language = suffix.prefix { $0 != "-" }.lowercased()
    return language == other.suffix?.prefix { $0 != "-" }.lowercased() ? 1 : 3
  }
}
