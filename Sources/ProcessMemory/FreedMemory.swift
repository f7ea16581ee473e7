private import CLinux

/// Memory that the program has let go.
package enum FreedMemory {
  /// Gives it back to the system; worth it after much was let go, since it takes some milliseconds.
  ///
  /// The C library keeps what is freed in small pieces for more such pieces, and large arrays do not fit into
  /// the holes: a stage that makes those would stand beside all that the stages before it needed.
  package static func giveBack() { linux_give_back_memory() }
}
