/// The names that editors give to files of their own beside the one that is edited.
package enum TemporaryName {
  /// Whether a change of the file or folder `name` (bytes of one path component) is of no concern.
  ///
  /// Hidden files, which also hold the swap files of Vim (`.a.swp`), the locks of Emacs (`.#a`) and the
  /// copies of gedit (`.goutputstream-…`); backups (`a~`); Vim's test whether it may write (`4913`);
  /// Emacs' automatic saves (`#a#`); JetBrains' `a___jb_tmp___`.
  package static func matches(_ name: [UInt8]) -> Bool {
    guard let first = name.first, let last = name.last else { return true }
    if first == UInt8(ascii: ".") || last == UInt8(ascii: "~") { return true }
    if first == UInt8(ascii: "#") && last == UInt8(ascii: "#") { return true }
    if name.elementsEqual("4913".utf8) { return true }
    return endings.contains { name.suffix($0.count).elementsEqual($0) }
  }

  private static let endings = [".swp", ".swx", ".swo", ".tmp", "___jb_tmp___", "___jb_old___"]
    .map { Array($0.utf8) }
}
