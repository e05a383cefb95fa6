/// How a run ended, as the process tells its caller.
///
/// The numbers from 64 on are those of BSD `sysexits.h`. A code is never a count.
package enum ExitCode: Int32, CaseIterable, Sendable {
  case done = 0
  /// The run worked, and there is something to look at: findings, or something held.
  case findings = 1
  /// The command line itself was wrong.
  case usage = 64
  /// A file was read and its content was wrong.
  case badData = 65
  /// A file or record that was named does not exist or cannot be read.
  case noInput = 66
  /// A service, a file system or a stream that is needed does not work.
  case unavailable = 69
  /// The program itself is at fault.
  case bug = 70
  /// Nothing is wrong for good: the same command may work later.
  case tryAgain = 75
  /// The configuration is wrong.
  case configuration = 78
}
