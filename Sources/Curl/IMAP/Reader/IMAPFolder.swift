/// A folder of a mailbox as LIST tells of it (RFC 3501, section 7.2.2).
package struct IMAPFolder: Hashable, Sendable {
  package let name: IMAPFolderName
  /// What separates the levels of the name; nil in a flat mailbox.
  package let delimiter: String?
  /// The attributes in lower case, backslash included, such as `\noselect`.
  package let attributes: Set<String>

  /// What a folder is for (RFC 6154).
  package enum Use: String, Hashable, Sendable, CaseIterable {
    case all = "\\all"
    case archive = "\\archive"
    case drafts = "\\drafts"
    case flagged = "\\flagged"
    case junk = "\\junk"
    case sent = "\\sent"
    case trash = "\\trash"
  }

  package var uses: Set<Use> { Set(attributes.compactMap(Use.init)) }

  /// Whether it can be opened and may hold messages.
  package var isSelectable: Bool {
    !attributes.contains("\\noselect") && !attributes.contains("\\nonexistent")
  }
}
