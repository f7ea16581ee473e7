import Glibc

/// SIGTERM ends the command at once and quietly: what it had begun is put right by the next build.
///
/// It is caught, since the first process of a container gets no signal that it does not catch (signal(7)).
enum Termination {
  /// The exit code that shells give a command that SIGTERM ended.
  static let code: Int32 = 128 + SIGTERM

  /// Ends the process at SIGTERM from now on.
  static func install() {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in _exit(128 + SIGTERM) }
    sigaction(SIGTERM, &action, nil)
  }
}
