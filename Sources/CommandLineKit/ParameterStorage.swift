/// Where a property wrapper keeps its value, so that the parser can reach it through a mirror.
final class ParameterStorage<Value> {
  private(set) var value: Value?
  private let read: (inout Value?, String) throws(ParameterError) -> Void
  private let isRepeated: Bool
  private var isGiven = false

  init(
    _ value: Value?, isRepeated: Bool = false,
    read: @escaping (inout Value?, String) throws(ParameterError) -> Void
  ) {
    self.value = value
    self.isRepeated = isRepeated
    self.read = read
  }

  /// Takes one value as it was typed; the first one replaces the default.
  func accept(_ text: String) throws(ParameterError) {
    if !isGiven, isRepeated { value = nil }
    isGiven = true
    try read(&value, text)
  }

  /// A storage of its own for a copy of the command that sets the value itself.
  func replacing(_ value: Value) -> ParameterStorage {
    ParameterStorage(value, isRepeated: isRepeated, read: read)
  }
}

extension ParameterStorage where Value: ParameterValue {
  static func single(_ value: Value?) -> ParameterStorage {
    ParameterStorage(value) { (value, text) throws(ParameterError) in
      value = try Value(parameter: text)
    }
  }
}

extension ParameterStorage {
  static func optional<Element: ParameterValue>(_ value: Value) -> ParameterStorage
  where Value == Element? {
    ParameterStorage(value) { (value, text) throws(ParameterError) in
      value = .some(try Element(parameter: text))
    }
  }

  static func repeated<Element: ParameterValue>(_ value: Value) -> ParameterStorage
  where Value == [Element] {
    ParameterStorage(value, isRepeated: true) { (value, text) throws(ParameterError) in
      let element = try Element(parameter: text)
      value = value ?? []
      value?.append(element)
    }
  }
}

/// A stored property of a command that is one of its parameters.
protocol DeclaredParameter {
  var parameter: Parameter { get }
  func accept(_ text: String) throws(ParameterError)
}
