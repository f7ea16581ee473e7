/// The size of a picture in CSS pixels.
package struct AssetSize: Sendable, Equatable {
  package let width: Int
  package let height: Int

  /// Joins a width to a height.
  package init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }
}
