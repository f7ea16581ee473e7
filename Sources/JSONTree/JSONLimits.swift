/// How much of a JSON text is read, whoever wrote it.
package struct JSONLimits: Sendable {
  /// The longest text in bytes.
  package var bytes: Int
  /// How deep arrays and objects are nested at most.
  package var depth: Int
  /// How many values there are at most, members of objects and elements of arrays counted.
  package var values: Int

  /// Sets the limits.
  package init(bytes: Int, depth: Int = 32, values: Int) {
    self.bytes = bytes
    self.depth = depth
    self.values = values
  }
}
