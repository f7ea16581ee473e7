import CatalogueExport
package import Diagnostics
import Files
import Publishing

/// Why an edition cannot be compared.
package enum EditionTrouble: EnvironmentTrouble, Equatable {
  /// The folder has no such file, so that it has no edition.
  case missing(String, in: String)
  /// A file is not what this version reads; from which byte on, where that is known.
  case damaged(String, in: String, offset: Int?)
  /// The two files are not those of one edition.
  case mixed(String)

  package var message: LocalisedText {
    switch self {
    case .missing(let name, let folder):
      LocalisedText(
        "「\(folder)」には版がありません（\(name) がありません）。mokuroku build で書き出したフォルダーを指してください。",
        en:
          "'\(folder)' has no edition (there is no \(name)); name a folder that mokuroku build wrote"
      )
    case .damaged(let name, let folder, let offset):
      LocalisedText(
        "「\(folder)/\(name)」は壊れているか、この mokuroku に読める形ではありません"
          + (offset.map { "（\($0) バイト目）。" } ?? "。"),
        en: "'\(folder)/\(name)' is damaged, or not in a form that this mokuroku reads"
          + (offset.map { " (byte \($0))" } ?? ""))
    case .mixed(let folder):
      LocalisedText(
        "「\(folder)」の \(CatalogueJSON.name) と \(Manifest.name) は同じ版のものではありません。写し終えてから、もう一度比べてください。",
        en: "\(CatalogueJSON.name) and \(Manifest.name) in '\(folder)' are not of one "
          + "edition; compare again when all is copied")
    }
  }
}
