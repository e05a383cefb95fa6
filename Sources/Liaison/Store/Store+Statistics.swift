import SQLite

extension Store {
  /// What each launched campaign has come to, by name; only `names` where there are any, and only the
  /// people whom a filter holds for.
  public func statistics(
    campaigns names: [String] = [], people filter: (filter: Filter, clock: FilterClock)? = nil
  ) throws -> [CampaignStatistics] {
    try connection.read {
      try campaigns().filter { names.isEmpty || names.contains($0.name) }.map {
        try statistics(
          of: $0,
          PeopleCondition(campaignID: $0.id, filter: filter?.filter, clock: filter?.clock))
      }
    }
  }

  /// The people that are counted, as the end of a condition on their `contact_id`.
  private struct PeopleCondition {
    var text = ""
    var values: [Value]

    init(campaignID: String, filter: Filter?, clock: FilterClock?) {
      values = [.text(campaignID)]
      guard let filter, let clock else { return }
      let query = FilterQuery(filter, of: .contacts, clock: clock, after: values)
      let tables = FilterQuery.Grain.contacts.tables
      text = "IN (SELECT k.id FROM \(tables) WHERE \(query.condition))"
      values = query.values
    }

    /// Limits a column to those people.
    func on(_ column: String) -> String { text.isEmpty ? "" : " AND \(column) \(text)" }
  }

  private func statistics(
    of campaign: CampaignRecord, _ counted: PeopleCondition
  ) throws -> CampaignStatistics {
    let people = try connection.all(
      """
      SELECT state, count(*) FROM enrollment
      WHERE campaign_id = $1\(counted.on("contact_id")) GROUP BY state
      """, counted.values
    ) { ($0.text(0), $0.int(1)) }
    return CampaignStatistics(
      campaign: campaign.name, state: campaign.state,
      people: Dictionary(uniqueKeysWithValues: people),
      unknown: Int(
        try connection.integer(
          """
          SELECT count(*) FROM attempt
          WHERE campaign_id = $1 AND state = 'unknown'\(counted.on("contact_id"))
          """, counted.values)),
      total: try counts(counted, by: nil).first
        ?? ReplyCounts(
          label: "all", sent: 0, bounced: 0, replied: 0, interested: 0, accepted: 0, optedOut: 0),
      bySteps: try counts(counted, by: "a.step"),
      byEmphasis: try counts(counted, by: "a.emphasis"))
  }

  /// Counts people, grouped by a column of the attempt; the column is ours, never a user's text.
  private func counts(_ counted: PeopleCondition, by column: String?) throws -> [ReplyCounts] {
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
      WHERE a.campaign_id = $1 AND a.state = 'sent'\(counted.on("a.contact_id"))
      GROUP BY 1 ORDER BY min(a.step)
      """, counted.values
    ) { row in
      ReplyCounts(
        label: row.text(0), sent: row.int(1), bounced: row.int(2), replied: row.int(3),
        interested: row.int(4), accepted: row.int(5), optedOut: row.int(6))
    }.filter { $0.sent > 0 }
  }
}
