import CatalogueExport
import Digests
package import Files
import JSONTree
import Publishing
package import SystemPackage

/// An edition as its two lists tell it, for a comparison with another: `build.json` and `catalogue.json`.
package struct ComparedEdition: Sendable {
  let manifest: Manifest
  let records: [ComparedRecord]
  let labels: FieldLabels

  /// Joins the files of an edition to its records.
  init(_ manifest: Manifest, _ catalogue: CatalogueReader) {
    self.manifest = manifest
    records = catalogue.records
    labels = catalogue.labels
  }

  /// The digests of the texts of records, by the keys of the records, as far as the edition tells them.
  var textDigests: [String: String] {
    let suffix = "/" + RecordJSON.name
    var digests: [String: String] = [:]
    for entry in manifest.entries where entry.path.hasSuffix(suffix) {
      digests[String(entry.path.dropLast(suffix.count))] = entry.textDigest
    }
    return digests
  }

  /// Reads the edition in a folder, of which no other file need be there.
  ///
  /// Throws an `EditionTrouble` where there is none, or what there is cannot be read, and a `FileTrouble`.
  package static func read(_ folder: FilePath, _ files: FileStore) throws -> ComparedEdition {
    func bytes(_ name: String) throws -> [UInt8] {
      let path = folder.appending(name)
      guard try files.status(of: path, following: true) != nil else {
        throw EditionTrouble.missing(name, in: folder.string)
      }
      return try files.read(path, atMost: CatalogueReader.limits.bytes)
    }
    guard let manifest = ManifestReader.read(try bytes(Manifest.name)) else {
      throw EditionTrouble.damaged(Manifest.name, in: folder.string, offset: nil)
    }
    let catalogue = try bytes(CatalogueJSON.name)
    let reader: CatalogueReader
    do {
      reader = try CatalogueReader(catalogue)
    } catch {
      throw EditionTrouble.damaged(CatalogueJSON.name, in: folder.string, offset: error.offset)
    }
    let entry = manifest.entries.first { $0.path == CatalogueJSON.name }
    guard entry?.sha256 == SHA256.hexadecimal(catalogue) else {
      throw EditionTrouble.mixed(folder.string)
    }
    return ComparedEdition(manifest, reader)
  }
}
