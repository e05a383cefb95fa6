import Scheduling

/// The room that is left on a day while attempts are claimed one after the other.
///
/// What others have claimed counts as sent. A first touch leaves room for the follow-ups that wait
/// for the rest of the day.
struct DayRoom {
  private let day: SendingDay
  private let rules: SendingRules
  private let store: Store
  private var allowances: [String: Int] = [:]
  private var left: [String: Int] = [:]
  private var claimed: [String: Int] = [:]
  private var claimedKeys: [String: String] = [:]
  private var followUps: [String: Int]?

  init(day: SendingDay, rules: SendingRules, store: Store) {
    self.day = day
    self.rules = rules
    self.store = store
  }

  /// Counts the claims of other workers that still hold.
  mutating func count(_ claims: [LiveClaim]) throws {
    for claim in claims {
      claimed[claim.sender, default: 0] += 1
      guard claim.step == 1, let keys = try store.newContactKeys(contactID: claim.contactID) else {
        continue
      }
      for (key, _) in keys.all { claimedKeys[key] = claim.id }
    }
  }

  /// Takes room for an attempt, or says what is full.
  mutating func take(
    _ attempt: String, step: Int, sender: String, contactID: String
  ) throws -> SendCap? {
    let room = try room(sender)
    let allowance = allowances[sender, default: 0]
    if step > 1 {
      guard room > 0 else { return .sender(daily: allowance) }
      followUps?[sender, default: 1] -= 1
    } else {
      // Asked for once, and only where there is a first touch that could be in the way.
      let waiting = try followUps ?? store.waitingFollowUps(until: day.end)
      followUps = waiting
      guard room - max(0, waiting[sender, default: 0]) > 0 else {
        return .sender(daily: allowance)
      }
      if let keys = try store.newContactKeys(contactID: contactID) {
        if let cap = try store.taken(keys, on: day.date, besides: attempt) { return cap }
        for (key, cap) in keys.all where claimedKeys[key, default: attempt] != attempt {
          return cap
        }
        for (key, _) in keys.all { claimedKeys[key] = attempt }
      }
    }
    left[sender] = room - 1
    return nil
  }

  private mutating func room(_ sender: String) throws -> Int {
    if let known = left[sender] { return known }
    let allowance = try store.allowance(of: sender, on: day.date, by: rules)
    let used = try store.sent(by: sender, on: day.date)
    allowances[sender] = allowance
    return allowance - used - claimed[sender, default: 0]
  }
}
