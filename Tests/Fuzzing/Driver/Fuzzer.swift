package import Fuzzing
import Glibc
import Synchronization

/// Hands a target over to libFuzzer, which calls it with bytes that it makes up.
///
/// The runtime is the one of the toolchain (`-sanitize=fuzzer`). Its own `main` is passed by, since Swift
/// packages name theirs themselves; `LLVMFuzzerRunDriver` is what it would call.
package enum Fuzzer {
  private static let body = Mutex<FuzzBody?>(nil)

  /// Runs until libFuzzer ends the process.
  package static func run(_ body: FuzzBody) -> Never {
    Self.body.withLock { $0 = body }
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?> = CommandLine.unsafeArgv
    exit(
      runDriver(&count, &arguments) { bytes, count in
        Fuzzer.body.withLock { $0 }?.confirm(UnsafeBufferPointer(start: bytes, count: count))
        return 0
      })
  }
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt
