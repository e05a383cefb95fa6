/// How large the HTML part of a mail may be: Gmail cuts what is above 102 KB.
enum MailSize {
  /// In bytes.
  static let maximum = 102_000
  static let warning = 80_000

  static func sentence(_ bytes: Int) -> String {
    "the HTML part has \(bytes / 1000) KB, and mailboxes cut it at 102: shorten the text or its values."
  }
}
