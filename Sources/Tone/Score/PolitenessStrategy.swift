/// A way in which a sentence is made gentler or harsher, with its weight.
///
/// The strategies follow the politeness theory of Brown and Levinson and the list of
/// Danescu-Niculescu-Mizil et al., "A computational approach to politeness with application to
/// social factors" (ACL 2013), with some more. The weights are set by hand, in steps of a quarter:
/// about .25 for a shade, .5 to 1 for what most readers notice, 1.5 and more for what decides a
/// sentence. They belong to the strategy: no word has a weight of its own.
///
/// Nothing here weighs numbers, limits or dates: firm is not rude.
struct PolitenessStrategy: Sendable {
  let name: String
  /// What one of its finds adds to the score; below 0 where it makes the sentence harsher.
  let weight: Double
  /// What is found, as a cause that a person can read.
  let cause: String
  /// Its patterns, in the pattern language, one a line.
  let patterns: String

  init(_ name: String, _ weight: Double, _ cause: String, _ patterns: String) {
    self.name = name
    self.weight = weight
    self.cause = cause
    self.patterns = patterns
  }

  /// All of them, the gentle ones first.
  static let all = softening + sharpening
}
