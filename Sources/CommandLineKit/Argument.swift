/// A parameter that is given by its place: `@Argument("campaign", help: "…") var name: String`.
///
/// A value without a default must be given; an optional one may be left out; an array takes all that
/// follow, and at least one where `atLeastOne` says so. A required argument cannot follow one that
/// may be left out, and a repeated one comes last (`Program.faults()` checks both).
@propertyWrapper
package struct Argument<Value>: DeclaredParameter {
  package let parameter: Parameter
  private var storage: ParameterStorage<Value>

  package var wrappedValue: Value {
    get {
      guard let value = storage.value else {
        fatalError("the argument \(parameter.label) was read before it was parsed")
      }
      return value
    }
    set { storage = storage.replacing(newValue) }
  }

  func accept(_ text: String) throws(ParameterError) {
    try storage.accept(text)
  }

  package init(
    _ name: String, help: String, completion: Parameter.Completion? = nil
  ) where Value: ParameterValue {
    parameter = Parameter(
      kind: .argument, name: name, valueName: name.uppercased(), help: help,
      choices: Value.choices, completion: completion, isRequired: true)
    storage = .single(nil)
  }

  package init(
    wrappedValue: Value, _ name: String, help: String, completion: Parameter.Completion? = nil
  ) where Value: ParameterValue {
    parameter = Parameter(
      kind: .argument, name: name, valueName: name.uppercased(), help: help,
      choices: Value.choices, completion: completion, defaultText: wrappedValue.parameter)
    storage = .single(wrappedValue)
  }

  package init<Element: ParameterValue>(
    wrappedValue: Value = nil, _ name: String, help: String,
    completion: Parameter.Completion? = nil
  ) where Value == Element? {
    parameter = Parameter(
      kind: .argument, name: name, valueName: name.uppercased(), help: help,
      choices: Element.choices, completion: completion, defaultText: wrappedValue?.parameter)
    storage = .optional(wrappedValue)
  }

  package init<Element: ParameterValue>(
    wrappedValue: Value = [], _ name: String, help: String,
    completion: Parameter.Completion? = nil, atLeastOne: Bool = false
  ) where Value == [Element] {
    parameter = Parameter(
      kind: .argument, name: name, valueName: name.uppercased(), help: help,
      choices: Element.choices, completion: completion, isRequired: atLeastOne, isRepeated: true,
      defaultText: Parameter.defaultText(of: wrappedValue))
    storage = .repeated(wrappedValue)
  }
}

extension Parameter {
  static func defaultText(of values: [some ParameterValue]) -> String? {
    values.isEmpty ? nil : values.map(\.parameter).joined(separator: " ")
  }
}
