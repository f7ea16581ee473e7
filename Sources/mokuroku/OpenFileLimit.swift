import Diagnostics
import Glibc

/// How many files the process may have open at once (getrlimit(2), RLIMIT_NOFILE).
enum OpenFileLimit {
  /// The fewest free descriptors to begin with: what a build of two threads has open, and some to spare.
  ///
  /// The library that starts the threads ends the process with a trap when it gets none, so too few must be
  /// told before the first thread.
  static let leastFree = 16

  /// What keeps the process from beginning; nothing where it may open enough files.
  static func trouble(in language: MessageLanguage) -> String? {
    guard !hasRoom else { return nil }
    return LocalisedText(
      "始められません: 同時に開けるファイルの数を超えました。上限を増やしてください(たとえば ulimit -n 1024)。",
      en: "cannot begin: too many open files; raise the limit (such as ulimit -n 1024)."
    ).text(in: language)
  }

  private static var hasRoom: Bool {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return true }
    var free = 0
    for descriptor in 0..<Int32(clamping: limit.rlim_cur) {
      // A descriptor that is not open has no flags.
      if fcntl(descriptor, F_GETFD) == -1 { free += 1 }
      if free == leastFree { return true }
    }
    return false
  }
}
