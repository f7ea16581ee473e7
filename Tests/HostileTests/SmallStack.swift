import Dispatch
import Foundation
import Synchronization

/// Runs work where there is little room for recursion, and tells how long the processor worked on it.
///
/// Everything that a task does by itself runs on one thread with 512 KB of stack, which is the least that
/// a system gives to a thread that is not the first. Its time is the thread's own, so that other tests
/// and programs do not count.
final class SmallStack: TaskExecutor {
  private static let size = 512 * 1024

  private let jobs = Mutex<[UnownedJob]>([])
  private let waiting = DispatchSemaphore(value: 0)
  private let isDone = Mutex(false)

  /// Runs `work` and gives its result with the time of the processor.
  static func run<Result: Sendable>(
    _ work: @escaping @Sendable () async -> Result
  ) async -> (result: Result, time: Duration) {
    let stack = SmallStack()
    let thread = Thread { stack.serve() }
    thread.stackSize = size
    thread.start()
    defer { stack.stop() }
    return await Task(executorPreference: stack) {
      let start = processorTime()
      let result = await work()
      return (result, processorTime() - start)
    }.value
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    jobs.withLock { $0.append(job) }
    waiting.signal()
  }

  private func serve() {
    while true {
      waiting.wait()
      let job = jobs.withLock { $0.isEmpty ? nil : $0.removeFirst() }
      guard let job else {
        if isDone.withLock({ $0 }) { return }
        continue
      }
      job.runSynchronously(on: asUnownedTaskExecutor())
    }
  }

  private func stop() {
    isDone.withLock { $0 = true }
    waiting.signal()
  }

  private static func processorTime() -> Duration {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}
