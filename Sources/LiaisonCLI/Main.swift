import CommandLineKit
import Glibc

@main
enum Main {
  static func main() {
    let program = Program(
      name: "liaison", version: "0.1.0", summary: "Outreach to creators and media.", commands: [])
    exit(
      program.run(
        arguments: Array(CommandLine.arguments.dropFirst()), terminal: .system()
      ).rawValue)
  }
}
