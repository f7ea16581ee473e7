import Diagnostics
private import Dispatch
private import Glibc

/// Waits for a file descriptor on a thread of its own, and ends when the task is cancelled.
final class DescriptorWait: Sendable {
  /// Why a wait ended.
  enum Outcome: Sendable {
    /// There is something to read.
    case readable
    /// The time is over.
    case elapsed
    /// The task was cancelled; every later wait ends at once too.
    case cancelled
  }

  private let descriptor: Int32
  private let cancellation: Pipe
  private let queue = DispatchQueue(label: "mokuroku.preview.wait")

  /// Prepares to wait for `descriptor`, which stays the caller's to close, after the last wait.
  init(for descriptor: Int32) throws(SystemTrouble) {
    self.descriptor = descriptor
    cancellation = try Pipe()
  }

  /// Waits until there is something to read, for `duration` at most; without end when it is nil.
  func wait(atMost duration: Duration? = nil) async -> Outcome {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        queue.async { continuation.resume(returning: self.poll(atMost: duration)) }
      }
    } onCancel: {
      cancellation.signal()
    }
  }

  private func poll(atMost duration: Duration?) -> Outcome {
    let end = duration.map { ContinuousClock.now + $0 }
    while true {
      var limit: Int32 = -1
      if let end {
        let (seconds, fraction) = (end - ContinuousClock.now).components
        // Rounded up: a wait must not end before its time.
        let milliseconds = seconds * 1000 + fraction / 1_000_000_000_000_000 + 1
        limit = Int32(clamping: max(0, milliseconds))
      }
      var waiting = [
        pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
        pollfd(fd: cancellation.readEnd, events: Int16(POLLIN), revents: 0),
      ]
      let count = Glibc.poll(&waiting, nfds_t(waiting.count), limit)
      if count < 0 && errno == EINTR { continue }
      if waiting[1].revents != 0 || count < 0 { return .cancelled }
      return waiting[0].revents != 0 ? .readable : .elapsed
    }
  }
}

/// A pipe that carries nothing but the fact that something was written to it.
final class Pipe: Sendable {
  let readEnd: Int32
  let writeEnd: Int32

  init() throws(SystemTrouble) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw SystemTrouble() }
    readEnd = ends[0]
    writeEnd = ends[1]
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
  }

  deinit {
    close(readEnd)
    close(writeEnd)
  }

  /// Makes the read end readable, for ever.
  func signal() {
    var byte: UInt8 = 1
    _ = write(writeEnd, &byte, 1)
  }
}

/// What the machine said when it refused something.
struct SystemTrouble: Error, Sendable {
  /// The error number of the last call.
  let number: Int32
  /// The system's reason.
  var reason: LocalisedText { SystemReason.text(of: number) }

  /// Takes the error of the call just made.
  init() {
    number = errno
  }
}
