package import CatalogueModel

/// A small catalogue's things are called by numbers in tests: `records[0]`.
extension Position: ExpressibleByIntegerLiteral {
  package init(integerLiteral offset: Int) { self.init(offset) }
}
