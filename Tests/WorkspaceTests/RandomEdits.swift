import SystemPackage
import TestSupport

/// Edits of a catalogue's folder, as authors, editors and slips make them.
///
/// Each step is one edit. Where the catalogue is broken, the last sound one is soon put back, so that most
/// catalogues on the way are sound.
struct RandomEdits {
  private let root: FilePath
  private var random: SeededGenerator
  /// The files of the catalogue by their paths; nil for those that are gone.
  private var files: [String: String]
  /// The files of the last catalogue without an error.
  private var sound: [String: String]
  private var isSound = true
  private var number = 0
  /// Whether records become drafts and stop being drafts, and keep their former ids.
  private let drafts: Bool

  /// Begins with the files of a catalogue that stands in a folder.
  init(_ catalogue: TestCatalogue, in root: FilePath, seed: UInt64, drafts: Bool = false) throws {
    self.drafts = drafts
    self.root = root
    random = SeededGenerator(state: seed)
    files = try TestFiles.all(in: root).mapValues { String(decoding: $0, as: UTF8.self) }
      .filter { !$0.key.hasSuffix(".gif") }
    sound = files
  }

  /// Takes note of whether the catalogue is without an error now.
  mutating func note(isSound: Bool) {
    self.isSound = isSound
    if isSound { sound = files }
  }

  /// Makes one edit, and says what it was.
  mutating func step() throws -> String {
    number += 1
    if !isSound && Int.random(in: 0..<3, using: &random) > 0 { return try restore() }
    switch Int.random(in: 0..<(drafts ? 24 : 18), using: &random) {
    case 0...4: return try body()
    case 5, 6: return try replace("title", "題\(number)")
    case 7:
      return try replace("yomi", ["あい", "かき", "さしす", "TIA"].randomElement(using: &random) ?? "あ")
    case 8: return try insert("aliases: [別名\(number)]")
    case 9: return try insert("budget: [{year: \(2015 + number % 9)年度, amount: \(number)億円}]")
    case 10: return try add()
    case 11: return try rename()
    case 12: return try remove()
    case 13: return try template()
    case 14: return try asset()
    case 15: return try definition()
    case 16: return try touch()
    case 18...: return try turn()
    default: return try smash()
    }
  }

  /// Puts the last sound catalogue back, as a change of branch does.
  private mutating func restore() throws -> String {
    for path in Set(files.keys).union(sound.keys).sorted() where files[path] != sound[path] {
      try put(sound[path], at: path)
    }
    return "restore"
  }

  private var records: [String] {
    files.keys.filter { $0.hasPrefix("content/") && $0.hasSuffix(".md") }.sorted()
  }

  private mutating func anyRecord() -> String { records.randomElement(using: &random) ?? "" }

  private mutating func put(_ text: String?, at path: String) throws {
    files[path] = text
    guard let text else {
      try TestFiles.remove(root.appending(path))
      return
    }
    try TestFiles.write(text, to: root.appending(path))
  }

  private mutating func body() throws -> String {
    let path = anyRecord()
    let ids = records.map {
      $0.split(separator: "/").dropFirst().joined(separator: "/").dropLast(3)
    }
    let other = ids.randomElement(using: &random) ?? ""
    let text = [
      "第\(number)の文です。", "[[\(other)]]に続く。", "## 見出し\(number)\n\n[ここ](#見出し\(number))へ。",
      "[頁](/\(other)/)と[年度](/fiscal-years/)。",
    ]
    try put(
      (files[path] ?? "") + "\n" + (text.randomElement(using: &random) ?? "") + "\n", at: path)
    return "body \(path)"
  }

  private mutating func replace(_ key: String, _ value: String) throws -> String {
    let path = anyRecord()
    let lines = (files[path] ?? "").split(separator: "\n", omittingEmptySubsequences: false)
    let changed = lines.map { $0.hasPrefix(key + ": ") ? "\(key): \(value)" : String($0) }
    try put(changed.joined(separator: "\n"), at: path)
    return "\(key) of \(path)"
  }

  private mutating func insert(_ line: String) throws -> String {
    let path = anyRecord()
    let key = line.prefix { $0 != ":" } + ":"
    var lines = (files[path] ?? "").split(separator: "\n", omittingEmptySubsequences: false)
    lines.removeAll { $0.hasPrefix(key) && $0.hasSuffix("]") }
    if lines.isEmpty { return "nothing" }
    lines.insert(Substring(line), at: 1)
    try put(lines.joined(separator: "\n"), at: path)
    return "\(line) in \(path)"
  }

  /// Makes a record a draft, or a draft none.
  private mutating func turn() throws -> String {
    let path = anyRecord()
    var lines = (files[path] ?? "").split(separator: "\n", omittingEmptySubsequences: false)
    if lines.isEmpty { return "nothing" }
    if let place = lines.firstIndex(of: "draft: true") {
      lines.remove(at: place)
    } else {
      lines.insert("draft: true", at: 1)
    }
    try put(lines.joined(separator: "\n"), at: path)
    return "draft \(path)"
  }

  private mutating func add() throws -> String {
    let path = "content/\(["programmes", "agencies", "documents"][number % 3])/new-\(number).md"
    let other = anyRecord()
    let text = "---\ntitle: 新\(number)\nyomi: しん\n---\n[[\(other.dropFirst(8).dropLast(3))]]の隣。\n"
    try put(text, at: path)
    return "add \(path)"
  }

  private mutating func rename() throws -> String {
    let path = anyRecord()
    let folder = path.split(separator: "/").dropLast().joined(separator: "/")
    let target = "\(folder)/renamed-\(number).md"
    if drafts, let text = files[path], text.hasPrefix("---\n"), !text.contains("former_ids") {
      // Others find it by the id that it had.
      let name = path.split(separator: "/").last.map { $0.dropLast(3) } ?? ""
      try put("---\nformer_ids: [\(name)]\n" + text.dropFirst(4), at: path)
    }
    try TestFiles.move(root.appending(path), to: root.appending(target))
    files[target] = files.removeValue(forKey: path)
    return "rename \(path)"
  }

  private mutating func remove() throws -> String {
    if records.count < 6 { return try add() }
    let path = anyRecord()
    try put(nil, at: path)
    return "remove \(path)"
  }

  private mutating func template() throws -> String {
    let path =
      files.keys.filter { $0.hasSuffix(".mustache") }.sorted()
      .randomElement(using: &random) ?? ""
    try put((files[path] ?? "") + "<!-- \(number) -->\n", at: path)
    return "template \(path)"
  }

  private mutating func asset() throws -> String {
    let path = ["templates/assets/site.css", "content/assets/note.txt"][number % 2]
    try put("/* \(number) */", at: path)
    return "asset \(path)"
  }

  private mutating func definition() throws -> String {
    let path = "catalogue.yml"
    let text = files[path] ?? ""
    let slips = [("label: 機関", "label: 機関等"), ("label: 機関等", "label: 機関")]
    let (old, new) = slips.first { text.contains($0.0 + "\n") } ?? ("", "")
    try put(text.replacing(old + "\n", with: new + "\n"), at: path)
    return "definition"
  }

  /// The same bytes at another time.
  private mutating func touch() throws -> String {
    let path = anyRecord()
    try put(files[path], at: path)
    return "touch \(path)"
  }

  private mutating func smash() throws -> String {
    let path =
      Bool.random(using: &random)
      ? anyRecord() : (files.keys.sorted().randomElement(using: &random) ?? "")
    if path.hasSuffix(".css") || path.hasSuffix(".txt") { return "nothing" }
    let text = files[path] ?? ""
    let slips: [String?] = [
      text.replacing("---\n", with: "--\n"), text + "\n[[どこにもない\(number)]]\n",
      text + "\n{{nowhere}}\n",
      "", text + "\u{0}", nil,
    ]
    try put(slips.randomElement(using: &random) ?? "", at: path)
    return "break \(path)"
  }
}
