/// The rhythm of a sequence: one to four steps, 3 to 5 days apart, each with its own emphasis.
public struct Cadence: Hashable, Sendable {
  /// A person is written to at most so often in one campaign.
  public static let maximumSteps = 4

  /// One message of a sequence.
  public struct Step: Hashable, Sendable {
    /// What the message stresses.
    public let emphasis: Emphasis

    /// The days after the message before; in a ``Cadence`` only the first step has none.
    public let gap: Gap?

    /// Makes a step; without a gap a later step gets ``Gap/standard``.
    public init(emphasis: Emphasis, gap: Gap? = nil) {
      self.emphasis = emphasis
      self.gap = gap
    }
  }

  /// The steps in their order.
  public let steps: [Step]

  /// Checks the steps: one to four, the first without a gap, no emphasis twice.
  ///
  /// Throws ``CadenceError``.
  public init(steps: [Step]) throws(CadenceError) {
    guard let first = steps.first else { throw .noSteps }
    guard steps.count <= Self.maximumSteps else { throw .tooManySteps(steps.count) }
    if let gap = first.gap { throw .gapBeforeFirstStep(gap) }
    for (index, step) in steps.enumerated() {
      if let other = steps[..<index].firstIndex(where: { $0.emphasis == step.emphasis }) {
        throw .emphasisTwice(step.emphasis, first: other + 1, second: index + 1)
      }
    }
    self.steps =
      [first] + steps.dropFirst().map { Step(emphasis: $0.emphasis, gap: $0.gap ?? .standard) }
  }
}

/// Why steps do not make a cadence.
public enum CadenceError: Error, Hashable, Sendable, CustomStringConvertible {
  /// There is no step.
  case noSteps
  /// There are more than four steps.
  case tooManySteps(Int)
  /// The first step has a gap, though nothing comes before it.
  case gapBeforeFirstStep(Gap)
  /// Two steps, counted from 1, stress the same.
  case emphasisTwice(Emphasis, first: Int, second: Int)

  /// What is wrong and what to do.
  public var description: String {
    switch self {
    case .noSteps:
      "The sequence has no step. Give it one to four."
    case .tooManySteps(let count):
      "The sequence has \(count) steps. Nobody is written to more than \(Cadence.maximumSteps) "
        + "times: leave out \(count - Cadence.maximumSteps)."
    case .gapBeforeFirstStep(let gap):
      "The first step has a gap (\(gap)), but nothing comes before it. Leave the gap out."
    case .emphasisTwice(let emphasis, let first, let second):
      "Steps \(first) and \(second) have the same emphasis, \(emphasis). "
        + "Each message needs something new to say: give one of them another."
    }
  }
}
