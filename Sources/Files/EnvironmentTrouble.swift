package import Diagnostics

/// What the machine, not an author, has to change: it ends a command with code 2.
package protocol EnvironmentTrouble: Error, Sendable {
  /// What could not be done, why, and what helps.
  var message: LocalisedText { get }
}
