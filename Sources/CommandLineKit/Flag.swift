/// A parameter that is either given or not: `@Flag("live", help: "…") var live = false`.
@propertyWrapper
package struct Flag: DeclaredParameter {
  package let parameter: Parameter
  private var storage: ParameterStorage<Bool>

  package var wrappedValue: Bool {
    get { storage.value ?? false }
    set { storage = storage.replacing(newValue) }
  }

  func accept(_ text: String) throws(ParameterError) {
    try storage.accept(text)
  }

  package init(
    wrappedValue: Bool = false, _ name: String, short: Character? = nil, help: String
  ) {
    parameter = .flag(name, short: short, help: help)
    // What is typed is the flag's own name: to be there is to be set.
    storage = ParameterStorage(wrappedValue) { value, _ in value = true }
  }
}
