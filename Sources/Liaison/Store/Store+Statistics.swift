import SQLite

extension Store {
  /// What each launched campaign has come to, by name; only `names` where there are any.
  public func statistics(campaigns names: [String] = []) throws -> [CampaignStatistics] {
    try connection.read {
      try campaigns().filter { names.isEmpty || names.contains($0.name) }.map(statistics)
    }
  }

  private func statistics(of campaign: CampaignRecord) throws -> CampaignStatistics {
    let id = Value.text(campaign.id)
    let people = try connection.all(
      "SELECT state, count(*) FROM enrollment WHERE campaign_id = $1 GROUP BY state", [id]
    ) { ($0.text(0), $0.int(1)) }
    return CampaignStatistics(
      campaign: campaign.name, state: campaign.state,
      people: Dictionary(uniqueKeysWithValues: people),
      unknown: Int(
        try connection.integer(
          "SELECT count(*) FROM attempt WHERE campaign_id = $1 AND state = 'unknown'", [id])),
      total: try counts(id, by: nil).first
        ?? ReplyCounts(
          label: "all", sent: 0, bounced: 0, replied: 0, interested: 0, accepted: 0, optedOut: 0),
      bySteps: try counts(id, by: "a.step"),
      byEmphasis: try counts(id, by: "a.emphasis"))
  }

  /// Counts people, grouped by a column of the attempt; the column is ours, never a user's text.
  private func counts(_ campaignID: Value, by column: String?) throws -> [ReplyCounts] {
    try connection.all(
      """
      SELECT \(column ?? "'all'"), count(DISTINCT a.contact_id),
        count(DISTINCT CASE WHEN i.kind = 'bounce' THEN a.contact_id END),
        count(DISTINCT CASE WHEN i.kind = 'reply' THEN a.contact_id END),
        count(DISTINCT CASE WHEN i.kind = 'reply' AND i.outcome IN ('interested', 'accepted')
          THEN a.contact_id END),
        count(DISTINCT CASE WHEN i.kind = 'reply' AND i.outcome = 'accepted'
          THEN a.contact_id END),
        count(DISTINCT CASE WHEN i.kind = 'opt-out' THEN a.contact_id END)
      FROM attempt a LEFT JOIN inbound i ON i.attempt_id = a.id
      WHERE a.campaign_id = $1 AND a.state = 'sent'
      GROUP BY 1 ORDER BY min(a.step)
      """, [campaignID]
    ) { row in
      ReplyCounts(
        label: row.text(0), sent: row.int(1), bounced: row.int(2), replied: row.int(3),
        interested: row.int(4), accepted: row.int(5), optedOut: row.int(6))
    }.filter { $0.sent > 0 }
  }
}
