/// A text to be linted: a message, a plain draft or a template of Liaison.
///
/// Findings are placed in `text`. Quoted lines (`> `) and fenced code are not read, nor are
/// phrases in a signature (from a line `-- ` on).
public struct Draft: Sendable {
  /// The text that findings are placed in.
  public let text: String
  /// Where it came from, if from a file.
  public let path: String?
  /// The language it is in, as a BCP-47 tag.
  public let locale: String
  /// The step of the sequence it belongs to, from 1, where that is known.
  public let step: Int?
  /// Whether it is a template, so that its `{{tags}}` will be filled in.
  public let isTemplate: Bool

  let bytes: [UInt8]
  let regions: [Region]

  /// A file: a template with front matter, of which `subject:` and `preheader:` are read, or a
  /// plain draft, of which a first line `Subject: …` is read as the subject.
  ///
  /// The language is `locale`, else that in the file's name (`1-brand-story.de.md`), else `en`.
  /// `isTemplate` says of a file without front matter, such as a block, that it is one too.
  public init(
    text: String, path: String, locale: String? = nil, step: Int? = nil, isTemplate: Bool = false
  ) {
    let bytes = Array(text.utf8)
    let head = DraftHead(bytes)
    self.text = text
    self.path = path
    self.locale = locale ?? LocaleTag.inFileName(path) ?? "en"
    self.step = step
    self.isTemplate = isTemplate || head.isFrontMatter
    self.bytes = bytes
    self.regions =
      head.regions + BodyScanner.regions(in: bytes, range: head.bodyStart..<bytes.count)
  }

  /// A rendered message, or plain text.
  ///
  /// `text` is the body, after the subject and a blank line where there is one: findings in the
  /// body then count from line 3.
  public init(subject: String?, body: String, locale: String = "en", step: Int? = nil) {
    let head = subject.map { Array($0.utf8) }
    let start = head.map { $0.count + 2 } ?? 0
    self.text = (subject.map { $0 + "\n\n" } ?? "") + body
    self.path = nil
    self.locale = locale
    self.step = step
    self.isTemplate = false
    let bytes = Array(text.utf8)
    self.bytes = bytes
    self.regions =
      (head.map { [Region(kind: .subject, range: 0..<$0.count)] } ?? [])
      + BodyScanner.regions(in: bytes, range: start..<bytes.count)
  }

  /// A part of the text that rules read.
  struct Region: Equatable, Sendable {
    enum Kind: Sendable { case subject, body, signature }
    var kind: Kind
    var range: Range<Int>
  }
}
