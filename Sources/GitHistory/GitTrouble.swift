/// Why the history of a repository cannot be read; the catalogue is none the worse for it.
enum GitTrouble: Error, Equatable {
  /// What is read has not the form that git writes.
  case malformed
  /// An object is not there: a partial copy, or one that was packed meanwhile.
  case missing
  /// A way to keep objects or branches that is not read here.
  case unknownForm
  /// More than is read of one thing.
  case tooLarge
  /// The system does not give a file.
  case unreadable
}
