private import Dispatch
private import Glibc
private import Synchronization

/// Threads for work that nobody waits for yet: the processors are theirs when no other thread wants them.
///
/// The priority of a task orders tasks that wait for a thread. It takes no processor from one that runs, so
/// that an index of some seconds would halve the speed of what people wait for.
package final class BackgroundThreads: TaskExecutor {
  /// The threads of the process, one for each processor; nil where the system gives none.
  package static let shared = BackgroundThreads(count: Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))

  /// How much a thread yields to others, from 0 to 19: with 10 it has a tenth of a processor that is wanted.
  private static let niceness: Int32 = 10

  private let jobs = Mutex<[UnownedJob]>([])
  private let waiting = DispatchSemaphore(value: 0)

  private init?(count: Int) {
    let started = (0..<max(1, count)).filter { _ in start() }
    if started.isEmpty { return nil }
  }

  package func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    jobs.withLock { $0.append(job) }
    waiting.signal()
  }

  /// Starts a thread, which lasts as long as the process.
  private func start() -> Bool {
    var thread = pthread_t()
    let context = Unmanaged.passRetained(self)
    let result = pthread_create(
      &thread, nil,
      { context in
        // Of the calling thread alone (setpriority(2), Linux).
        setpriority(Int32(PRIO_PROCESS.rawValue), 0, BackgroundThreads.niceness)
        guard let context else { return nil }
        Unmanaged<BackgroundThreads>.fromOpaque(context).takeRetainedValue().run()
        return nil
      }, context.toOpaque())
    if result != 0 { context.release() }
    return result == 0
  }

  private func run() {
    while true {
      waiting.wait()
      let job = jobs.withLock { $0.isEmpty ? nil : $0.removeFirst() }
      job?.runSynchronously(on: asUnownedTaskExecutor())
    }
  }
}
