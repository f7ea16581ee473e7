package import Diagnostics
package import Files

/// Why files of a catalogue were not changed, or not all of them.
package enum ContentEditTrouble: EnvironmentTrouble, Equatable {
  /// Another process changes files of the catalogue in this folder.
  case busy(String)
  /// A file is not as it was read any more; nothing was changed.
  case changed(String)
  /// A file was changed after a run that did not come to its end, which has the other text beside it.
  case changedAfterInterruption(String, beside: String, journal: String)
  /// A file that an unfinished run had changed is as it was before.
  case reverted(String, journal: String)
  /// The changes of an earlier run are not complete.
  case halfway(String)
  /// A list of changes that no version of the program wrote stands in the root.
  case damagedJournal(String)
  /// The changes were begun and could not be ended; the next run ends them.
  case unfinished(FileTrouble)

  package var message: LocalisedText {
    switch self {
    case .busy(let root):
      LocalisedText(
        "「\(root)」の目録を、いま別の mokuroku が書き換えています。終わってからもう一度動かしてください。何も書き換えていません。",
        en: "another mokuroku is changing the files in '\(root)'; try again when it is done; "
          + "nothing was changed")
    case .changed(let path):
      LocalisedText(
        "「\(path)」が、読んだあとに変わりました。もう一度動かしてください。何も書き換えていません。",
        en: "'\(path)' changed after it was read; run the command again; nothing was changed")
    case .changedAfterInterruption(let path, let beside, _):
      LocalisedText(
        "前の書き換えが途中で止まったあとに、「\(path)」が変わりました。書き換える予定だった中身は「\(beside)」にあります。"
          + "「\(path)」を前の中身に戻してから、もう一度動かしてください。残りを書き換えます。",
        en:
          "'\(path)' was changed after a run that did not come to its end; what it was to be is in "
          + "'\(beside)'; put '\(path)' back as it was and run the command again, which goes on")
    case .reverted(let path, let journal):
      LocalisedText(
        "前の書き換えが途中で止まったあとに、「\(path)」が元に戻されています。書き換えをやめるなら、ほかのファイルも元に戻し、"
          + "「\(journal)」と、同じ目録の「.mokuroku-edit-」で始まるファイルを消してください。何も書き換えていません。",
        en:
          "'\(path)' was put back after a run that did not come to its end; to give the changes up, put "
          + "the other files back too and remove '\(journal)' and the files whose names begin with "
          + "'.mokuroku-edit-'; nothing was changed")
    case .halfway(let root):
      LocalisedText(
        "「\(root)」の目録は、書き換えの途中です。mokuroku fix を動かすと、残りを書き換えます。",
        en: "the catalogue in '\(root)' is in the middle of changes; 'mokuroku fix' completes them")
    case .damagedJournal(let path):
      LocalisedText(
        "「\(path)」は書き換えの途中で使う名前ですが、Mokuroku が書いたものではありません。消すか、別の名前に変えてください。",
        en: "'\(path)' has the name of a list of changes, but is none that Mokuroku wrote; "
          + "remove or rename it")
    case .unfinished(let cause):
      LocalisedText(
        cause.message.japanese
          + "書き換えは途中です。同じ目録でもう一度 mokuroku rename か mokuroku fix を動かすと、残りを書き換えます。",
        en: cause.message.english + "; the changes are not complete, and the next run of "
          + "mokuroku rename or mokuroku fix completes them")
    }
  }
}
