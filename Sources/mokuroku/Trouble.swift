import ArgumentParser
import Diagnostics
import Files

/// Words the troubles of the machine and ends with their exit code.
enum Trouble {
  /// The exit code of content errors.
  static let content = ExitCode(1)
  /// The exit code of troubles with the environment.
  static let environment = ExitCode(2)

  /// Runs a command's work; what it throws is told in one line and ends it with code 2.
  static func reported<Value>(
    in language: MessageLanguage, _ work: () async throws -> Value
  ) async throws -> Value {
    do {
      return try await work()
    } catch let trouble as any EnvironmentTrouble {
      Console.complain("mokuroku: " + trouble.message.text(in: language))
      throw environment
    }
  }

  /// What the machine could not do, in one sentence.
  static func sentence(of error: any Error, in language: MessageLanguage) -> String {
    (error as? any EnvironmentTrouble)?.message.text(in: language) ?? "\(error)"
  }
}
