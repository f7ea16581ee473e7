import Files
import Synchronization

/// Notes the files that are opened.
final class Recorder: Sendable {
  private let paths = Mutex<[String]>([])

  /// Notes an operation.
  func note(_ operation: FileOperation) {
    if operation.action == .open { paths.withLock { $0.append(operation.path) } }
  }

  /// The files that were opened since the last clearing.
  var opened: [String] { paths.withLock { $0 } }

  /// Forgets what was opened.
  func clear() { paths.withLock { $0 = [] } }
}
