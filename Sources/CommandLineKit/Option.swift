/// A parameter that is given by its name with a value: `@Option("step", help: "…") var step = 1`.
///
/// Without a default it must be given, unless it is optional; an array collects every use.
@propertyWrapper
package struct Option<Value>: DeclaredParameter {
  package let parameter: Parameter
  private var storage: ParameterStorage<Value>

  package var wrappedValue: Value {
    get {
      guard let value = storage.value else {
        fatalError("the option \(parameter.label) was read before it was parsed")
      }
      return value
    }
    set { storage = storage.replacing(newValue) }
  }

  func accept(_ text: String) throws(ParameterError) {
    try storage.accept(text)
  }

  package init(
    _ name: String, short: Character? = nil, value: String? = nil, help: String,
    completion: Parameter.Completion? = nil
  ) where Value: ParameterValue {
    parameter = Parameter(
      kind: .option, name: name, short: short, valueName: value ?? Value.valueName, help: help,
      choices: Value.choices, completion: completion, isRequired: true)
    storage = .single(nil)
  }

  package init(
    wrappedValue: Value, _ name: String, short: Character? = nil, value: String? = nil,
    help: String, completion: Parameter.Completion? = nil
  ) where Value: ParameterValue {
    parameter = Parameter(
      kind: .option, name: name, short: short, valueName: value ?? Value.valueName, help: help,
      choices: Value.choices, completion: completion, defaultText: wrappedValue.parameter)
    storage = .single(wrappedValue)
  }

  package init<Element: ParameterValue>(
    wrappedValue: Value = nil, _ name: String, short: Character? = nil, value: String? = nil,
    help: String, completion: Parameter.Completion? = nil
  ) where Value == Element? {
    parameter = Parameter(
      kind: .option, name: name, short: short, valueName: value ?? Element.valueName, help: help,
      choices: Element.choices, completion: completion, defaultText: wrappedValue?.parameter)
    storage = .optional(wrappedValue)
  }

  package init<Element: ParameterValue>(
    wrappedValue: Value = [], _ name: String, short: Character? = nil, value: String? = nil,
    help: String, completion: Parameter.Completion? = nil
  ) where Value == [Element] {
    parameter = Parameter(
      kind: .option, name: name, short: short, valueName: value ?? Element.valueName, help: help,
      choices: Element.choices, completion: completion, isRepeated: true,
      defaultText: Parameter.defaultText(of: wrappedValue))
    storage = .repeated(wrappedValue)
  }
}
