import SQLite

extension Store {
  /// The sender who last wrote to a contact, or is about to; nil where nobody is.
  func sender(of contactID: String) throws -> String? {
    try connection.first(
      """
      SELECT e.sender FROM enrollment e
      LEFT JOIN attempt a ON a.contact_id = e.contact_id AND a.enrollment_id = e.id
        AND a.state = 'sent'
      WHERE e.contact_id = $1
      ORDER BY a.sent_at IS NULL, a.sent_at DESC, e.id DESC
      LIMIT 1
      """, [.text(contactID)]
    ) { $0.text(0) }
  }
}
