import Scheduling

/// How a campaign will go if so many people answer: what `liaison simulate` shows.
public struct CampaignSimulation: Sendable, Codable {
  /// One sender's share.
  public struct Sender: Sendable, Codable {
    /// The sender's id.
    public let id: String
    /// How many messages it sends in all.
    public let messages: Int
    /// The most that its settings allow a day.
    public let cap: Int
    /// The most that it sends on one of our days.
    public let busiest: Int
    /// The first such day.
    public let busiestDay: String
    /// The daily cap with which nobody would have to wait for a day with room.
    public let capNeeded: Int
  }

  /// What goes on one of our days.
  public struct Day: Sendable, Codable {
    /// The day, such as `2026-11-24`.
    public let date: String
    /// How many messages go from each sender.
    public let messages: [String: Int]
  }

  /// The campaign's name.
  public let campaign: String
  /// The share of people who are taken to answer at some time.
  public let replyRate: Double
  /// How many people are written to.
  public let people: Int
  /// How many are held until something is mended.
  public let held: Int
  /// How many messages go.
  public let messages: Int
  /// How many sequences are cut short, since no day was found for the next message.
  public let withoutDay: Int
  /// How many people answer.
  public let replies: Int
  /// The first day on which a message goes, by our calendar.
  public let begins: String?
  /// The last one.
  public let through: String?
  /// The last day if there were no caps.
  public let throughWithoutCaps: String?
  /// The senders.
  public let senders: [Sender]
  /// The days, in order.
  public let days: [Day]
}

/// A person of a simulation: where the sequence stands, and how far it gets.
struct SimulatedPerson {
  let contactID: String
  let zone: Zone
  let schedule: CampaignSchedule
  let sender: String
  let touch: CapacityPlanner.Touch
  /// The step that is next and when it is planned.
  let step: Int
  let next: PlannedSend
  /// The last step that goes, since the person answers it or it is the last of all.
  let lastStep: Int
}

/// Runs people through the days by the planner that launches and sends.
struct SimulationRun {
  private let home: Zone
  private(set) var counts: [CivilDate: [String: Int]] = [:]
  private(set) var withoutDay = 0

  init(home: Zone) { self.home = home }

  /// Places everybody, follow-ups of those who are under way first; `book` nil knows no caps.
  mutating func run(_ people: [SimulatedPerson], in book: inout CapacityBook?) {
    let order = people.sorted {
      ($0.step > 1 ? 0 : 1, $0.next.instant, $0.contactID)
        < ($1.step > 1 ? 0 : 1, $1.next.instant, $1.contactID)
    }
    for person in order { place(person, in: &book) }
  }

  private mutating func place(_ person: SimulatedPerson, in book: inout CapacityBook?) {
    var planned: PlannedSend? = person.next
    for step in person.step...max(person.step, person.lastStep) {
      guard let wanted = planned else { return withoutDay += 1 }
      let placed =
        book == nil
        ? wanted
        : book?.place(
          wanted, sender: person.sender, touch: step == 1 ? person.touch : .followUp,
          again: {
            person.schedule.again(
              step: step, contactID: person.contactID, zone: person.zone, from: $0)
          })
      guard let placed else { return withoutDay += 1 }
      counts[LocalTime(placed.instant, in: home).date, default: [:]][person.sender, default: 0] += 1
      guard step < person.lastStep else { return }
      planned = person.schedule.followUp(
        step: step + 1, contactID: person.contactID, zone: person.zone, after: placed.instant)
    }
  }
}

extension CampaignSimulation {
  init(
    campaign: String, replyRate: Double, people: Int, held: Int, replies: Int,
    _ capped: SimulationRun, _ free: SimulationRun, rules: SendingRules
  ) {
    self.campaign = campaign
    self.replyRate = replyRate
    self.people = people
    self.held = held
    self.replies = replies
    withoutDay = capped.withoutDay
    messages = capped.counts.values.reduce(0) { $0 + $1.values.reduce(0, +) }
    begins = capped.counts.keys.min().map { "\($0)" }
    through = capped.counts.keys.max().map { "\($0)" }
    throughWithoutCaps = free.counts.keys.max().map { "\($0)" }
    days = capped.counts.sorted { $0.key < $1.key }.map {
      Day(date: "\($0.key)", messages: $0.value)
    }
    let ids = Set(capped.counts.values.flatMap(\.keys)).sorted()
    senders = ids.map { id in
      let own = capped.counts.compactMap { day, counts in counts[id].map { (day, $0) } }
      let most = own.map(\.1).max() ?? 0
      return Sender(
        id: id, messages: own.reduce(0) { $0 + $1.1 }, cap: rules.cap(of: id).daily,
        busiest: most,
        busiestDay: own.filter { $0.1 == most }.map(\.0).min().map { "\($0)" } ?? "",
        capNeeded: free.counts.values.compactMap { $0[id] }.max() ?? 0)
    }
  }
}
