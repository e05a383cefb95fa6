/// A type that an argument or an option can have.
package protocol ParameterValue {
  /// Reads a value as it was typed.
  init(parameter: String) throws(ParameterError)

  /// The values there are, where they can be listed; they appear in help, errors and completion.
  static var choices: [String] { get }

  /// What stands for the value in a usage line.
  static var valueName: String { get }

  /// The value as it would be typed.
  var parameter: String { get }
}

/// Why what was typed is not a value of its type.
package enum ParameterError: Error, Equatable, Sendable {
  /// It should have been something else: "a whole number", "skip, update or fail".
  case expected(String)
  /// It looks right and is not: "there is no @ in it".
  case invalid(String)
}

extension ParameterValue {
  package static var choices: [String] { [] }
  package static var valueName: String {
    choices.isEmpty ? "VALUE" : choices.joined(separator: "|")
  }
  package var parameter: String { String(describing: self) }
}

extension ParameterValue where Self: CaseIterable & RawRepresentable, RawValue == String {
  package static var choices: [String] { allCases.map(\.rawValue) }
  package var parameter: String { rawValue }

  package init(parameter: String) throws(ParameterError) {
    guard let value = Self(rawValue: parameter) else {
      throw .expected(listed(Self.choices, conjunction: "or"))
    }
    self = value
  }
}

extension String: ParameterValue {
  package init(parameter: String) throws(ParameterError) {
    self = parameter
  }
}

extension Int: ParameterValue {
  package static var valueName: String { "NUMBER" }

  package init(parameter: String) throws(ParameterError) {
    guard let value = Int(parameter) else { throw .expected("a whole number") }
    self = value
  }
}

extension Double: ParameterValue {
  package static var valueName: String { "NUMBER" }

  package init(parameter: String) throws(ParameterError) {
    guard let value = Double(parameter), value.isFinite else { throw .expected("a number") }
    self = value
  }
}

/// "a", "a or b", "a, b or c".
func listed(_ words: [String], conjunction: String) -> String {
  guard let last = words.last, words.count > 1 else { return words.first ?? "" }
  return words.dropLast().joined(separator: ", ") + " \(conjunction) " + last
}
