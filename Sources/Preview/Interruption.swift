private import Glibc
private import Synchronization

/// SIGINT, SIGTERM and SIGHUP (a terminal that is closed), as something a task can wait for, from its making on.
///
/// Only one may exist at a time. The first signal of a kind is caught; a second one does what it did
/// before, so that a second Ctrl-C ends a program that is slow to end.
final class Interruption: Sendable {
  /// The descriptor that the handler writes to; -1 while there is none.
  private static let target = Atomic<Int32>(-1)
  private static let numbers = [SIGINT, SIGTERM, SIGHUP]

  private let pipe: Pipe
  private let descriptorWait: DescriptorWait
  private let former: [sigaction]

  /// Catches the signals from now on.
  init() throws(SystemTrouble) {
    pipe = try Pipe()
    descriptorWait = try DescriptorWait(for: pipe.readEnd)
    Interruption.target.store(pipe.writeEnd, ordering: .sequentiallyConsistent)
    former = Interruption.numbers.map(Interruption.install)
  }

  deinit {
    for (number, var action) in zip(Interruption.numbers, former) {
      sigaction(number, &action, nil)
    }
    Interruption.target.store(-1, ordering: .sequentiallyConsistent)
  }

  /// Returns once one of them came, or when the task is cancelled.
  ///
  /// - Returns: how the preview ends.
  func wait() async -> PreviewServer.Ending {
    guard await descriptorWait.wait() == .readable else { return .cancelled }
    var number: UInt8 = 0
    _ = read(pipe.readEnd, &number, 1)
    return Int32(number) == SIGINT ? .interrupted : .terminated
  }

  private static func ignores(_ action: sigaction) -> Bool {
    unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
      == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  private static func install(_ number: Int32) -> sigaction {
    var action = sigaction()
    var former = sigaction()
    // Nothing here but what a signal handler may do: an atomic load and `write`.
    action.__sigaction_handler.sa_handler = { number in
      let saved = errno
      let descriptor = Interruption.target.load(ordering: .sequentiallyConsistent)
      var byte = UInt8(truncatingIfNeeded: number)
      if descriptor >= 0 { _ = write(descriptor, &byte, 1) }
      errno = saved
    }
    action.sa_flags = SA_RESTART | Int32(bitPattern: UInt32(SA_RESETHAND))
    sigaction(number, &action, &former)
    // What was started to outlive its terminal (`nohup`) goes on doing so.
    if number == SIGHUP, ignores(former) { sigaction(number, &former, nil) }
    return former
  }
}
