/// How well a list fits a campaign: what would make many of its messages a waste.
struct ListFit {
  /// Kinds of prospect that pay for sales they did not make, in many brands' experience.
  private static let vouchers: Set<String> = Set(
    [ProspectKind.coupon, .cashback, .loyalty, .cardLinked].map(\.rawValue))
  /// With fewer people a share says little.
  private static let leastPeople = 10

  private var people = 0
  private var kinds: [String: Int] = [:]
  private var platformDefaults = 0

  /// Counts a person whom the campaign would write to.
  mutating func count(_ contact: ContactRecord) {
    people += 1
    kinds[contact.kind, default: 0] += 1
    if contact.source == ContactSource.platformDefault.rawValue { platformDefaults += 1 }
  }

  /// What to think over before the launch, a sentence each.
  func advice(_ segment: Segment) -> [String] {
    var found: [String] = []
    let asksForAny = segment.kinds.isEmpty && segment.filter == nil
    if people >= Self.leastPeople {
      for (kind, count) in kinds.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
        let isVoucher = Self.vouchers.contains(kind) && count * 10 >= people * 6
        guard isVoucher || asksForAny && count * 10 >= people * 9 else { continue }
        found.append(
          "\(count) of \(people) people are at prospects of the kind \(kind); is that the list you "
            + "want? A 'segment' with 'kinds' leaves others out")
      }
    }
    if platformDefaults > 0 {
      found.append(
        "\(platformDefaults) of \(people) addresses are what a platform gives by default; a named "
          + "person answers more often")
    }
    return found
  }
}
