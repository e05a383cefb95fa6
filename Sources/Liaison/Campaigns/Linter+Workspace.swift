import Tone

extension Workspace {
  /// The linter of this workspace: the shipped rules and the team's own in `tone/`.
  ///
  /// - Throws: `RuleFileError`, `WorkspaceError`.
  public func linter() throws -> Linter {
    let own = try filesBelow("tone").filter { $0.hasSuffix(".json5") }.map {
      (path: $0, bytes: try bytes(of: $0))
    }
    return try Linter.shipped(with: own)
  }
}

extension Linter {
  /// The linter of the rules that come with Liaison, and of a team's own.
  ///
  /// - Throws: `RuleFileError`.
  public static func shipped(
    with own: [(path: String, bytes: [UInt8])] = []
  ) throws(RuleFileError) -> Linter {
    let shipped = ShippedFiles.below("tone").filter { $0.path.hasSuffix(".json5") }
    return try Linter(ruleFiles: shipped.map { ("tone/\($0.path)", $0.bytes) } + own)
  }
}
