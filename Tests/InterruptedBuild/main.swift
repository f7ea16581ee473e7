// A real process that kills itself with SIGKILL at one file operation; used by `KilledProcessTests`.
//
//   mokuroku-interrupted FOLDER SYSTEM PLACE [--build]
//
// It publishes the new edition of `EditionPair` in FOLDER, which was prepared before, and dies before the
// operation PLACE, counted from 1; with 0, or where there are fewer, it ends by itself with 0. SYSTEM is a
// case of `InterruptedFiles.Shortcoming`. With --build the whole catalogue is read and built. 64 says that
// it was called wrongly, 1 that the build failed.
import Glibc
import Publishing
import SystemPackage
import TestSupport

let arguments = Array(CommandLine.arguments.dropFirst())
guard arguments.count == 3 || (arguments.count == 4 && arguments[3] == "--build"),
  let system = InterruptedFiles.Shortcoming(rawValue: arguments[1]), let place = Int(arguments[2])
else { exit(64) }

let folder = FilePath(arguments[0])
let files = InterruptedFiles(
  at: place,
  .call {
    kill(getpid(), SIGKILL)
    // The signal may take a moment to come; nothing may be done meanwhile.
    while true { pause() }
  }, on: system)
do {
  if arguments.count == 4 {
    let outcome = try await Build(EditionPair.options(folder), files: files.store).run()
    guard outcome.isPublished else { exit(1) }
  } else {
    _ = try await EditionPair.publishFiles(in: folder, files.store)
  }
} catch {
  exit(1)
}
