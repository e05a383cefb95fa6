/// What one step of a sequence stresses, such as `brand-story`.
///
/// A team may use its own: lower-case words joined by hyphens. Encoded as that text.
public struct Emphasis: Hashable, Sendable {
  /// The words, such as `brand-story`.
  public let rawValue: String

  /// Who the brand is and why it exists.
  public static let brandStory = Emphasis(unchecked: "brand-story")
  /// Why the recipient's audience and the brand belong together.
  public static let audienceFit = Emphasis(unchecked: "audience-fit")
  /// What the recipient gains.
  public static let partnerBenefit = Emphasis(unchecked: "partner-benefit")
  /// Who works with the brand already, and with what success.
  public static let socialProof = Emphasis(unchecked: "social-proof")
  /// One product and what is special about it.
  public static let product = Emphasis(unchecked: "product")
  /// What ties the brand to the recipient's region.
  public static let localStory = Emphasis(unchecked: "local-story")
  /// An occasion to meet or to act.
  public static let event = Emphasis(unchecked: "event")
  /// A friendly last word that leaves the door open.
  public static let parting = Emphasis(unchecked: "parting")

  /// Checks an emphasis: words of `a` to `z` and digits, joined by hyphens, at most 40 characters.
  public init(_ text: String) throws(EmphasisError) {
    let words = text.split(separator: "-", omittingEmptySubsequences: false)
    let isValid = words.allSatisfy { word in
      !word.isEmpty
        && word.utf8.allSatisfy { $0.isASCIIDigit || ($0.isASCIILetter && !$0.isASCIIUppercase) }
    }
    guard isValid, text.utf8.count <= 40 else { throw EmphasisError(text: text) }
    rawValue = text
  }

  private init(unchecked text: String) {
    rawValue = text
  }
}

/// A text that is not an emphasis.
public struct EmphasisError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The text as it was given.
  public let text: String

  /// What is wrong and what to write instead.
  public var description: String {
    "“\(text)” is not an emphasis. "
      + "Write lower-case words joined by hyphens, such as brand-story, at most 40 characters."
  }
}

extension Emphasis: CustomStringConvertible {
  /// The words, such as `brand-story`.
  public var description: String { rawValue }
}

extension Emphasis: Codable {
  /// Reads and checks the text.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    do {
      self = try Emphasis(text)
    } catch {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: error.description)
    }
  }

  /// Writes the text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}
