/// How a scalar of YAML is written (YAML 1.1 §9).
///
/// It stands here rather than with the reader of YAML, because places carry it: a text that is to stand
/// in the place of another is written in the same style where it can be.
public enum ScalarStyle: Sendable, Hashable {
  /// Without quotes.
  case plain
  /// Between single quotes.
  case singleQuoted
  /// Between double quotes.
  case doubleQuoted
  /// Below a `|`.
  case literal
  /// Below a `>`.
  case folded
}
