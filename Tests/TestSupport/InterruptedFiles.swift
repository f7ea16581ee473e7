package import Files
import Synchronization
package import SystemPackage

/// Counts the file operations of a build and ends or disturbs it at one of them.
package final class InterruptedFiles: Sendable {
  /// What happens at the operation.
  package enum Event: Sendable {
    /// Nothing succeeds any more, as after the end of the process.
    case stop
    /// The one operation fails.
    case fail(Errno)
    /// What the closure does, before the operation.
    case call(@Sendable () -> Void)
  }

  private let place: Int
  private let event: Event
  private let system: Shortcoming
  private let counter = Atomic<Int>(0)

  /// What a file system cannot do, whatever happens besides.
  package enum Shortcoming: String, Sendable, CaseIterable {
    case none
    /// It does not exchange folders.
    case exchange
    /// The folder above the output cannot be written.
    case parent
    /// The output can be neither exchanged nor moved.
    case mount
    /// A file has one name only.
    case links
  }

  /// - Parameters:
  ///   - place: the number of the operation, from 1; 0 for none.
  ///   - event: what happens there.
  ///   - system: what the file system cannot do.
  package init(at place: Int = 0, _ event: Event = .stop, on system: Shortcoming = .none) {
    self.place = place
    self.event = event
    self.system = system
  }

  /// How many operations there were.
  package var count: Int { counter.load(ordering: .sequentiallyConsistent) }

  /// Whether the operation was reached.
  package var isReached: Bool { place > 0 && count >= place }

  /// The files that a build is given.
  package var store: FileStore {
    FileStore { operation throws(FileTrouble) in try self.pass(operation) }
  }

  private func pass(_ operation: FileOperation) throws(FileTrouble) {
    let number = counter.add(1, ordering: .sequentiallyConsistent).newValue
    if place > 0 {
      switch event {
      case .stop: if number >= place { throw FileTrouble(operation, .canceled) }
      case .fail(let code): if number == place { throw FileTrouble(operation, code) }
      case .call(let event): if number == place { event() }
      }
    }
    if let code = refusal(of: operation) { throw FileTrouble(operation, code) }
  }

  private func refusal(of operation: FileOperation) -> Errno? {
    switch (system, operation.action) {
    case (.exchange, .exchange): .invalidArgument
    case (.parent, .access): .permissionDenied
    case (.mount, .exchange): .resourceBusy
    case (.mount, .move) where operation.path.hasSuffix("/public"): .resourceBusy
    case (.links, .link): .notPermitted
    default: nil
    }
  }
}
