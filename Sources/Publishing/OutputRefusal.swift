package import Diagnostics
package import Files

/// Why an output folder is not touched.
package enum OutputRefusal: EnvironmentTrouble, Equatable {
  /// The folder has files that Mokuroku did not write.
  ///
  /// `keepable` are those among them that `keep` could name.
  case foreignFiles([String], keepable: [String], in: String)
  /// The folder has no list of files, so that it is not known whether Mokuroku wrote it.
  case notMadeByMokuroku(String)
  /// The list of files is empty or damaged.
  case damagedManifest(String)
  /// What lies beside the output has the name of an unfinished edition, and is none.
  case foreignLeftover(String)
  /// The folder is, or lies in, or contains what the site is made from.
  case overlapsSources(String)
  /// Something that is not a folder stands there.
  case notAFolder(String)
  /// Another build is writing the folder.
  case busy(String)
  /// The new edition has fewer than half the records of the one in the folder.
  case shrinks(from: Int, to: Int, String)
  /// A kept folder cannot be moved to the new edition.
  case unmovable(String, in: String, FileTrouble)
  /// Files of the new edition disappeared or came up while it was written.
  case disturbed([String], in: String)

  package var message: LocalisedText {
    switch self {
    case .foreignFiles(let names, let keepable, let folder):
      Self.foreign(names, keepable, folder)
    case .unmovable(let name, let folder, let trouble):
      LocalisedText(
        "「\(folder)」の \(name) は keep にありますが、新しい版に移せません。持ち主と権限を確かめてください。前の版はそのままです。"
          + trouble.message.japanese,
        en:
          "'\(name)' in '\(folder)' is to be kept but cannot be moved to the new edition; check its "
          + "owner and rights; the former edition is as it was: \(trouble.message.english)")
    case .notMadeByMokuroku(let folder):
      LocalisedText(
        "「\(folder)」には Mokuroku が書いたのではないファイルがあります。空のフォルダーか別の場所を --output で指すか、"
          + "残すものの名前を catalogue.yml の site の keep に書いてください。",
        en:
          "'\(folder)' has files that Mokuroku did not write; name an empty folder with --output, or "
          + "what is to stay in catalogue.yml, below site, as keep")
    case .damagedManifest(let folder):
      LocalisedText(
        "「\(folder)/\(Manifest.name)」が空か壊れていて、どのファイルが Mokuroku の書いたものかわかりません。"
          + "残したいものをほかへ移し、「\(folder)」をフォルダーごと消してから、もう一度つくってください。",
        en:
          "'\(folder)/\(Manifest.name)' is empty or damaged, so that it is not known which files are "
          + "Mokuroku's; move away what you want to keep, remove the folder '\(folder)' and build again"
      )
    case .foreignLeftover(let folder):
      LocalisedText(
        "「\(folder)」は書き出しの途中で使う名前ですが、Mokuroku が書いたのではないものが入っています。"
          + "「\(folder)」を別の名前に変えるか消してから、もう一度つくってください。",
        en:
          "'\(folder)' has the name of an unfinished edition, but what is in it is not Mokuroku's; "
          + "rename or remove '\(folder)' and build again")
    case .overlapsSources(let folder):
      LocalisedText(
        "「\(folder)」は目録の元のファイルと重なるので、書き出し先にできません。",
        en: "'\(folder)' overlaps the sources of the catalogue and cannot be the output")
    case .busy(let folder):
      LocalisedText(
        "「\(folder)」にはいま別の mokuroku が書き出しています。終わってからもう一度つくってください。",
        en: "another mokuroku is writing '\(folder)'; try again when it is done")
    case .notAFolder(let folder):
      LocalisedText(
        "「\(folder)」はフォルダーではないので、書き出し先にできません。",
        en: "'\(folder)' is not a folder and cannot be the output")
    case .shrinks(let before, let after, let folder):
      LocalisedText(
        "「\(folder)」にある版は \(before) 項目ですが、新しい版は \(after) 項目しかありません。"
          + "content が読めているか確かめてください。これでよければ --allow-shrinking を付けます。",
        en: "the edition in '\(folder)' has \(before) records, the new one only \(after); "
          + "check that the content is all there, or build with --allow-shrinking")
    case .disturbed(let names, let folder):
      LocalisedText(
        "書き出しているあいだに「\(folder)」の中身が変わりました: \(Self.list(names, "、"))。"
          + "ほかのプログラムが消したり書いたりしていないか確かめて、もう一度つくってください。前の版はそのままです。",
        en:
          "'\(folder)' changed while it was written: \(Self.list(names, ", ")); see whether another "
          + "program cleans up there, and build again; the former edition is as it was")
    }
  }

  /// Up to five names, with the number of the others.
  private static func list(_ names: [String], _ separator: String) -> String {
    let shown = names.prefix(5).joined(separator: separator)
    return names.count > 5 ? shown + separator + "… (\(names.count))" : shown
  }

  private static func foreign(
    _ names: [String], _ keepable: [String], _ folder: String
  ) -> LocalisedText {
    let keep = "keep: [\(list(keepable, ", "))]"
    return LocalisedText(
      "「\(folder)」に Mokuroku が書いたのではないものがあります: \(list(names, "、"))。移すか消してください。"
        + (keepable.isEmpty ? "" : "残したまま書き出すなら、catalogue.yml の site に \(keep) のように書きます。"),
      en: "'\(folder)' has what Mokuroku did not write: \(list(names, ", ")); move or remove it"
        + (keepable.isEmpty ? "" : ", or write \(keep) in catalogue.yml, below site"))
  }
}

/// A replacement file by file that stopped half-way, so that two editions are mixed until the next build.
struct UnfinishedReplacement: EnvironmentTrouble {
  let cause: FileTrouble
  let output: String

  var message: LocalisedText {
    LocalisedText(
      cause.message.japanese + "「\(output)」は途中まで新しくなりました。もう一度つくると直ります。",
      en: cause.message.english
        + "; '\(output)' is partly new now, and the next build puts it right")
  }
}
