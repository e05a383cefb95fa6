import CommandLineKit
import Liaison
import Scheduling
import Tone

/// Makes of each error of the product what a person at a terminal needs: the exit code, the place
/// and the words.
enum FailureWords {
  static func explain(_ error: any Error) -> Failure? {
    switch error {
    case let error as WorkspaceError: explain(error)
    case let error as ConfigurationError: Failure(.configuration, error.message, at: error.place)
    case let error as ContentFaults: explain(error)
    case let error as StoreError: failure(code(of: error), error.description)
    case let error as BackupError: failure(code(of: error), error.description)
    case let error as PrivacyError: failure(code(of: error), error.description)
    case let error as RestoredDatabase: failure(.configuration, error.description)
    case let error as ImportError: explain(error)
    case let error as ImportRefusal: failure(.badData, error.description)
    case let error as RejectsError: failure(.unavailable, error.description)
    case let error as PreviewError: failure(code(of: error), error.description)
    case let error as SenderFault: failure(.unavailable, error.description)
    case let error as RuleFileError:
      Failure(.configuration, error.reason, at: "\(error.path):\(error.line):\(error.column)")
    case let error as FilterError:
      Failure(
        .usage, error.message, at: "character \(error.column) of the filter", hint: error.hint)
    case let error as SegmentError: explain(error)
    case let error as ZoneError: Failure(.configuration, error.description)
    default: StoreError.explaining(error).map { failure(code(of: $0), $0.description) }
    }
  }

  /// A failure of one sentence: what is wrong up to the first semicolon, and then what to do.
  static func failure(_ code: ExitCode, _ sentence: String, at place: String? = nil) -> Failure {
    var parts = sentence.split(separator: "; ", maxSplits: 1)[...]
    let message = parts.popFirst().map(String.init) ?? sentence
    return Failure(code, message, at: place, hint: parts.first.map(String.init))
  }

  private static func explain(_ error: WorkspaceError) -> Failure {
    guard case .unknownCampaign(let name, let known) = error,
      let near = Suggestion.nearest(to: name, among: known)
    else { return failure(code(of: error), error.description) }
    return Failure(
      .noInput, "there is no campaign '\(name)'",
      hint: "did you mean '\(near)'? there are: \(known.joined(separator: ", "))")
  }

  private static func explain(_ error: SegmentError) -> Failure {
    switch error {
    case .unknown(let name, let known):
      guard let near = Suggestion.nearest(to: name, among: known) else { break }
      return Failure(
        .noInput, "there is no segment '\(name)'",
        hint: "did you mean '\(near)'? there are: \(known.joined(separator: ", "))")
    case .badName, .exists, .inUse: return failure(.usage, error.description)
    }
    return failure(.noInput, error.description)
  }

  private static func explain(_ error: ContentFaults) -> Failure {
    let first = error.faults.first
    let rest = error.faults.count - 1
    return Failure(
      .badData, first?.message ?? "the content is faulty", at: first?.place,
      hint: rest > 0
        ? "and \(rest) more; 'liaison campaign check' lists them all" : nil)
  }

  /// An import's errors are sentences: the first says what is wrong, the others what to do.
  private static func explain(_ error: ImportError) -> Failure {
    let (name, text) = error.parts
    guard let end = text.firstRange(of: ". ") else {
      let isWhole = text.hasSuffix(".")
      return Failure(code(of: error.kind), lowered(isWhole ? text.dropLast() : text[...]), at: name)
    }
    return Failure(
      code(of: error.kind), lowered(text[..<end.lowerBound]), at: name,
      hint: String(text[end.upperBound...]))
  }

  private static func lowered(_ text: Substring) -> String {
    text.prefix(1).lowercased() + text.dropFirst()
  }

  private static func code(of error: PrivacyError) -> ExitCode {
    switch error {
    case .notAnAddress: .usage
    case .unknown: .noInput
    case .beingSent, .busy: .tryAgain
    }
  }

  private static func code(of error: WorkspaceError) -> ExitCode {
    switch error {
    case .notFound, .unknownCampaign, .missingFile, .unreadable: .noInput
    case .outside, .secret: .configuration
    case .notEmpty: .usage
    case .cannotWrite: .unavailable
    }
  }

  private static func code(of error: BackupError) -> ExitCode {
    switch error {
    case .exists: .usage
    case .damaged, .otherWorkspace: .badData
    case .sending: .tryAgain
    case .file: .unavailable
    }
  }

  private static func code(of error: StoreError) -> ExitCode {
    switch error {
    case .missing: .noInput
    case .empty, .notADatabase, .foreign, .newer, .exists: .badData
    case .readOnly, .disk, .failed: .unavailable
    case .busy: .tryAgain
    }
  }

  private static func code(of kind: ImportError.Kind) -> ExitCode {
    switch kind {
    case .noInput: .noInput
    case .badData: .badData
    case .usage: .usage
    case .unavailable: .unavailable
    }
  }

  private static func code(of error: PreviewError) -> ExitCode {
    switch error {
    case .unknownContact: .noInput
    case .noStep, .notOurOwn: .usage
    case .cannotWrite: .badData
    }
  }
}
