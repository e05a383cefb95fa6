/// One thing that a program can do: a value whose stored properties are its parameters.
///
/// Help, usage errors, shell completion and the reference all come from these properties, so what a
/// command declares is all there is to document.
package protocol Command: SendableMetatype {
  /// The words that name it: `["campaign", "check"]`, `["send"]`.
  static var path: [String] { get }

  /// What it does, one line.
  static var summary: String { get }

  /// What else to know, shown below the options: paragraphs, and examples on indented lines.
  static var details: String { get }

  init()

  /// Does it, once every parameter has its value.
  func run(_ terminal: Terminal) throws -> ExitCode
}

extension Command {
  package static var details: String { "" }

  /// The parameters that a new value of the command declares, in their order.
  static var parameters: [Parameter] {
    Self().declaredParameters.map(\.parameter)
  }

  var declaredParameters: [any DeclaredParameter] {
    Mirror(reflecting: self).children.compactMap { $0.value as? any DeclaredParameter }
  }
}
