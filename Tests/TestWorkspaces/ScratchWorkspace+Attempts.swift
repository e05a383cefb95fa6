/// People to write to, and the passing of time.
extension ScratchWorkspace {
  /// A list of English-speaking creators, each at a domain of their own, from
  /// ada1@studio1.example on.
  package static func creators(_ count: Int) -> String {
    let rows = (1...count).map {
      "ada\($0)@studio\($0).example,Ada\($0),Lovel,Studio \($0),creator,Studio \($0),GB,en,"
        + "Europe/London,A Week of Rain"
    }
    return
      (["email,first_name,last_name,prospect,kind,channel,country,language,timezone,recent_work"]
      + rows).joined(separator: "\n") + "\n"
  }

  /// Sets what waits, and what it follows, back to long ago, so that it is due now.
  package func makeDue() throws {
    try sql("UPDATE attempt SET due_at = 0 WHERE state = 'scheduled'")
    try sql("UPDATE attempt SET committed_at = committed_at - 6 * 86400000000 WHERE state = 'sent'")
  }

  /// Lets the leases of senders that died run out.
  package func endLeases() throws {
    try sql("UPDATE attempt SET lease_until = 1 WHERE lease_until IS NOT NULL")
  }
}
