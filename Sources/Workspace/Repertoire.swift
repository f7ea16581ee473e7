package import CatalogueExport
package import CatalogueGraph
package import CatalogueModel
package import CataloguePages
import CatalogueViews

/// What the program knows to do with a catalogue: field types, checks, kinds of pages, exports.
///
/// Every stage takes what the registries list unless it is given others, as the examples of
/// `Tests/ExtensionTests` do.
package struct Repertoire: Sendable {
  /// The field types that need nothing but their name.
  package let fieldTypes: [any FieldType]
  package let checks: [any Check]
  package let pageKinds: [any PageKind.Type]
  package let exports: [any Export]
  /// The names that no collection can have, since every site has a folder or a table of that name.
  let reservedNames: Set<String>

  /// What the registries list.
  package static let shipped = Repertoire()

  /// Joins what is listed; without arguments, all that the program has.
  package init(
    fieldTypes: [any FieldType] = FieldTypeRegistry.plain, checks: [any Check] = Checks.all,
    pageKinds: [any PageKind.Type] = PageKinds.all, exports: [any Export] = Exports.all
  ) {
    self.fieldTypes = fieldTypes
    self.checks = checks
    self.pageKinds = pageKinds
    self.exports = exports
    reservedNames = SiteMap.reservedNames(pageKinds, exports)
  }
}
