import CommandLineKit
import Liaison
import Scheduling
import Tone

/// Makes of each error of the product what a person at a terminal needs: the exit code, the place
/// and the words.
enum FailureWords {
  static func explain(_ error: any Error) -> Failure? {
    switch error {
    case let error as WorkspaceError: Failure(code(of: error), error.description)
    case let error as ConfigurationError:
      Failure(.configuration, error.message, at: error.place)
    case let error as ContentFaults: explain(error)
    case let error as StoreError: Failure(code(of: error), error.description)
    case let error as ImportError: Failure(code(of: error.kind), error.description)
    case let error as ImportRefusal: Failure(.badData, error.description)
    case let error as RejectsError: Failure(.unavailable, error.description)
    case let error as PreviewError: Failure(code(of: error), error.description)
    case let error as SenderFault: Failure(.unavailable, error.description)
    case let error as RuleFileError:
      Failure(.configuration, error.reason, at: "\(error.path):\(error.line):\(error.column)")
    case let error as ZoneError: Failure(.configuration, error.description)
    default:
      StoreError.explaining(error).map { Failure(code(of: $0), $0.description) }
    }
  }

  private static func explain(_ error: ContentFaults) -> Failure {
    let first = error.faults.first
    let rest = error.faults.count - 1
    return Failure(
      .badData, first?.message ?? "the content is faulty", at: first?.place,
      hint: rest > 0
        ? "and \(rest) more; 'liaison campaign check' lists them all" : nil)
  }

  private static func code(of error: WorkspaceError) -> ExitCode {
    switch error {
    case .notFound, .unknownCampaign, .missingFile, .unreadable: .noInput
    case .outside: .configuration
    case .notEmpty: .usage
    case .cannotWrite: .unavailable
    }
  }

  private static func code(of error: StoreError) -> ExitCode {
    switch error {
    case .missing: .noInput
    case .empty, .notADatabase, .foreign, .newer, .exists: .badData
    case .readOnly, .failed: .unavailable
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
