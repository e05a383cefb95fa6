import Scheduling

@testable import Liaison

extension Office {
  /// The preview of a step, as `liaison preview` shows it.
  func preview(
    campaign: String = "spring", address: String = Office.address(0), step: Int,
    at instant: Instant? = nil
  ) throws -> Preview {
    try PreviewDesk(workspace: workspace, store: store, zones: zones, linter: linter)
      .preview(campaign: campaign, address: address, step: step, at: instant, now: now)
  }
}
