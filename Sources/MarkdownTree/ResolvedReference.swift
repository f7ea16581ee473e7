/// What a reference of a document leads to, as a later stage found out.
package struct ResolvedReference: Sendable, Equatable {
  /// The size of an image in CSS pixels.
  package struct Size: Sendable, Equatable {
    /// The width in CSS pixels.
    package let width: Int
    /// The height in CSS pixels.
    package let height: Int

    /// Makes a size.
    package init(width: Int, height: Int) {
      self.width = width
      self.height = height
    }
  }

  /// The address for the page, UTF-8, unescaped; nil where the reference is shown as text.
  package var href: [UInt8]?
  /// The title, if it is another than the one written.
  package var title: [UInt8]?
  /// The size of an image.
  package var size: Size?

  /// Makes a result.
  package init(
    href: [UInt8]?, title: [UInt8]? = nil, size: Size? = nil
  ) {
    self.href = href
    self.title = title
    self.size = size
  }

  /// The result for a reference that leads nowhere: it is shown as text.
  package static let unresolved = ResolvedReference(href: nil)
}
