package import Diagnostics
import Files

/// A folder of the catalogue that is missing, so that the catalogue would seem empty.
package enum SourceTrouble: EnvironmentTrouble, Equatable {
  /// Nothing stands there.
  case noFolder(String, in: String)
  /// A link that leads nowhere stands there.
  case deadLink(String, in: String)
  /// Something that is not a folder stands there.
  case notAFolder(String, in: String)
  /// Something else stands in the place of a collection's folder.
  case collectionIsNoFolder(String)
  /// `catalogue.yml` is a link that leads nowhere, or no file.
  case noDefinition(String)
  /// The folder has none of the collections' folders.
  case noCollections(String)
  /// `catalogue.yml` has a collection without a folder; `near` are folders that may be meant.
  case noCollectionFolder(String, near: [String])

  package var message: LocalisedText {
    switch self {
    case .noFolder(let name, let root):
      LocalisedText(
        "「\(root)」に \(name) フォルダーがありません。別の場所なら --root で指し、共有フォルダーならつながっているか確かめてください。",
        en:
          "there is no folder '\(name)' in '\(root)'; name the catalogue's folder with --root, and see "
          + "whether shared folders are mounted")
    case .deadLink(let name, let root):
      LocalisedText(
        "「\(root)」の \(name) はリンクですが、その先がありません。共有フォルダーならつながっているか確かめてください。",
        en:
          "'\(name)' in '\(root)' is a link that leads nowhere; see whether shared folders are mounted"
      )
    case .notAFolder(let name, let root):
      LocalisedText(
        "「\(root)」の \(name) がフォルダーではありません。フォルダーに置き換えてください。",
        en: "'\(name)' in '\(root)' is not a folder; put the folder in its place")
    case .collectionIsNoFolder(let path):
      LocalisedText(
        "「\(path)」が、フォルダーではないか、先のないリンクです。共有フォルダーならつながっているか確かめ、そうでなければフォルダーに置き換えてください。",
        en: "'\(path)' is no folder, or a link that leads nowhere; see whether shared folders are "
          + "mounted, or put the folder in its place")
    case .noDefinition(let path):
      LocalisedText(
        "「\(path)」が、ふつうのファイルではないか、先のないリンクです。共有フォルダーならつながっているか確かめてください。",
        en:
          "'\(path)' is no ordinary file, or a link that leads nowhere; see whether shared folders are "
          + "mounted")
    case .noCollections(let name):
      LocalisedText(
        "\(name) の中に、catalogue.yml にある集まりのフォルダーが一つもありません。共有フォルダーならつながっているか確かめてください。",
        en:
          "'\(name)' has none of the folders of the collections in catalogue.yml; see whether shared "
          + "folders are mounted")
    case .noCollectionFolder(let path, let near):
      LocalisedText(
        "catalogue.yml にある集まりのフォルダー「\(path)」がありません。"
          + (near.isEmpty ? "" : "「content/\(near[0])」のことなら名前をそろえてください。")
          + "項目がまだないなら、空のフォルダーをつくってください(mkdir \(path))。",
        en: "the folder '\(path)' of a collection in catalogue.yml is missing"
          + (near.isEmpty ? "" : "; if 'content/\(near[0])' is meant, give both the same name")
          + "; if it has no records yet, make an empty folder (mkdir \(path))")
    }
  }
}
