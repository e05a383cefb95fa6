/// The form of a language tag, as far as rules and file names need it (BCP 47).
enum LocaleTag {
  /// Two or three letters, then subtags of one to eight letters and digits.
  static func isValid(_ tag: String) -> Bool {
    let parts = tag.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard let language = parts.first, (2...3).contains(language.count),
      language.allSatisfy(ASCII.isLetter)
    else { return false }
    return parts.dropFirst().allSatisfy {
      (1...8).contains($0.count) && $0.allSatisfy(ASCII.isAlphanumeric)
    }
  }

  /// The language in a file's name, as in `1-brand-story.pt-BR.md`; two-letter languages only,
  /// so that `notes.old.md` is none.
  static func inFileName(_ path: String) -> String? {
    let name = path.utf8.split(separator: UInt8(ascii: "/")).last ?? path.utf8[...]
    let parts = name.split(separator: UInt8(ascii: "."))
    guard parts.count >= 3 else { return nil }
    let tag = String(decoding: parts[parts.count - 2], as: UTF8.self)
    let language = tag.utf8.prefix { $0 != UInt8(ascii: "-") }
    return language.count == 2 && isValid(tag) ? tag : nil
  }
}
