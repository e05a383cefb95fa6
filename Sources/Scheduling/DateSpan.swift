/// One date or several in a row, written `2026-12-24` or `2026-12-20..2027-01-06`.
public struct DateSpan: Hashable, Sendable {
  /// The longest span, in days.
  public static let maximumDays = 366

  /// The first date.
  public let first: CivilDate

  /// The last date, which belongs to the span.
  public let last: CivilDate

  /// Reads a span; the error says what is wrong with it.
  public init(_ text: String) throws(DateSpanError) {
    let dates = text.split(separator: "..", omittingEmptySubsequences: false)
      .map { CivilDate(String($0)) }
    guard (1...2).contains(dates.count), let first = dates[0], let last = dates[dates.count - 1]
    else { throw .shape(text) }
    guard first <= last else { throw .backwards(text) }
    guard last.dayNumber - first.dayNumber < Self.maximumDays else { throw .tooLong(text) }
    self.first = first
    self.last = last
  }
}

/// What is wrong with a written span of dates.
public enum DateSpanError: Error, Hashable, Sendable, CustomStringConvertible {
  /// It is not one date or two.
  case shape(String)
  /// It ends before it begins.
  case backwards(String)
  /// It is longer than ``DateSpan/maximumDays``.
  case tooLong(String)

  /// What is wrong and what to write instead.
  public var description: String {
    switch self {
    case .shape(let text):
      "“\(text)” is not a date or a span of dates such as 2026-12-24 or 2026-12-20..2027-01-06"
    case .backwards(let text): "“\(text)” ends before it begins"
    case .tooLong(let text): "“\(text)” is longer than \(DateSpan.maximumDays) days"
    }
  }
}

extension DateSpan: CustomStringConvertible {
  /// The span as it is written.
  public var description: String { first == last ? "\(first)" : "\(first)..\(last)" }
}

extension DateSpan: Codable {
  /// Reads a span from its written form.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    do {
      self = try DateSpan(text)
    } catch {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: error.description)
    }
  }

  /// Writes the span as it is written.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
