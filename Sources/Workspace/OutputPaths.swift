import CatalogueExport
import CatalogueModel
import CataloguePages
import CatalogueViews
package import Diagnostics
import Files
import TextRules

/// The paths of an edition, checked in one place before anything is written.
///
/// Each can live on every file system, no two are the same or count as the same anywhere, and no file is a
/// folder of another. Names made of an author's text are written otherwise where they have to be, so that
/// what is found here is rare: a path that is too long, or a clash of names that nobody thought of.
package struct OutputPaths: Sendable {
  /// A file that is to be written.
  package struct Entry: Sendable, Equatable {
    /// From the root of the site.
    package let path: String
    /// The author's file that makes it; nil where the program alone does.
    package let source: String?

    /// Joins a path to its maker.
    package init(_ path: String, source: String? = nil) {
      self.path = path
      self.source = source
    }
  }

  /// What authors can mend.
  package private(set) var diagnostics: [Diagnostic] = []
  /// What only the program can have done, in one line each.
  package private(set) var faults: [String] = []

  /// A file or folder that stands in the edition.
  private struct Place {
    let path: String
    let isFolder: Bool
    let source: String?
  }

  /// A name in a folder, by numbers: the folder's place, and the folded name.
  private struct Slot: Hashable {
    let folder: Int
    let name: Int
  }

  private var places: [Place] = []
  /// For each name in a folder the place that has it first.
  private var slots: [Slot: Int] = [:]
  /// The folders whose paths are too long.
  private var long: Set<String> = []
  /// The place of each folder that was seen; the root's is none of the list.
  private var folders: [PathBytes: Int] = [PathBytes(""): -1]
  /// The names that were seen with the number of their folded form, and whether they can be used; thousands of
  /// files are `index.html`.
  private var names: [PathBytes: (number: Int, isPortable: Bool)] = [:]
  /// The numbers of folded names, which are one where Swift takes them for equal.
  private var numbers: [String: Int] = [:]

  /// A path by its bytes: to Swift, texts are equal that no Linux takes for one.
  private struct PathBytes: Hashable {
    let path: String

    init(_ path: String) { self.path = path }

    static func == (left: Self, right: Self) -> Bool {
      left.path.utf8.elementsEqual(right.path.utf8)
    }

    func hash(into hasher: inout Hasher) {
      var path = path
      path.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
  }

  /// Checks the files of an edition, in a stable order: of two that clash the second is told.
  package init(_ entries: [Entry]) {
    folders.reserveCapacity(entries.count)
    slots.reserveCapacity(entries.count * 2)
    for entry in entries {
      let cut = entry.path.utf8.lastIndex(of: UInt8(ascii: "/"))
      let folder = cut.map { String(entry.path[..<$0]) } ?? ""
      let name =
        cut.map { String(entry.path[entry.path.utf8.index(after: $0)...]) } ?? entry.path
      let above = add(folder: folder, of: entry)
      add(name, in: above, Place(path: entry.path, isFolder: false, source: entry.source))
      let limit = PortableName.maximumPathLength
      // No text has more UTF-16 units than bytes.
      let isLong = entry.path.utf8.count > limit && entry.path.utf16.count > limit
      // The JSON beside a page is as long as the page.
      if isLong, long.insert(folder).inserted {
        report(
          entry.path, entry.source,
          LocalisedText(
            "「\(entry.path)」に書き出すことになりますが、パスが\(limit)字より長いのでWindowsで使えません。名前を短くしてください。",
            en: "the path '\(entry.path)' is longer than \(limit) characters; use shorter names"))
      }
    }
  }

  /// Adds a folder and those above it, each once, and gives its place.
  private mutating func add(folder: String, of entry: Entry) -> Int {
    if let place = folders[PathBytes(folder)] { return place }
    var open: [Substring] = []
    var rest = folder[...]
    while folders[PathBytes(String(rest))] == nil {
      let cut = rest.utf8.lastIndex(of: UInt8(ascii: "/"))
      open.append(cut.map { rest[rest.utf8.index(after: $0)...] } ?? rest)
      rest = cut.map { rest[..<$0] } ?? ""
    }
    var path = String(rest)
    var place = folders[PathBytes(path)] ?? -1
    for name in open.reversed() {
      path += (path.isEmpty ? "" : "/") + name
      place = add(
        String(name), in: place, Place(path: path, isFolder: true, source: entry.source))
      folders[PathBytes(path)] = place
    }
    return place
  }

  @discardableResult
  private mutating func add(_ name: String, in folder: Int, _ place: Place) -> Int {
    let (number, isPortable) = known(name)
    if !isPortable {
      report(
        place.path, place.source,
        LocalisedText(
          "「\(place.path)」に書き出すことになりますが、「\(name)」という名前はWindowsで使えません。名前を変えてください。",
          en: "the path '\(place.path)' has the name '\(name)', which Windows does not take"))
    }
    let slot = Slot(folder: folder, name: number)
    if let other = slots[slot] {
      report(place, clashingWith: places[other])
      return other
    }
    slots[slot] = places.count
    places.append(place)
    return places.count - 1
  }

  private mutating func known(_ name: String) -> (number: Int, isPortable: Bool) {
    if let known = names[PathBytes(name)] { return known }
    let folded = PortableName.folded(name)
    let number = numbers[folded] ?? numbers.count
    numbers[folded] = number
    let answer = (number, PortableName.fault(of: name) == nil)
    names[PathBytes(name)] = answer
    return answer
  }

  private mutating func report(_ place: Place, clashingWith other: Place) {
    if place.isFolder != other.isFolder {
      report(
        place.path, place.source ?? other.source,
        LocalisedText(
          "「\(place.path)」がファイルにもフォルダーにもなります。名前を変えてください。",
          en: "'\(place.path)' would be a file and a folder"), other)
    } else if Array(place.path.utf8) == Array(other.path.utf8) {
      report(
        place.path, place.source ?? other.source,
        LocalisedText(
          "「\(place.path)」が2つのものから書き出されます。名前を変えてください。",
          en: "two things would be written to '\(place.path)'"), other)
    } else {
      report(
        place.path, place.source ?? other.source,
        LocalisedText(
          "「\(place.path)」と「\(other.path)」は、大文字と小文字などの違いだけなので、同じ名前になるところがあります。名前を変えてください。",
          en: "'\(place.path)' and '\(other.path)' count as one name on some file systems"), other)
    }
  }

  private mutating func report(
    _ path: String, _ source: String?, _ message: LocalisedText, _ other: Place? = nil
  ) {
    guard let source else {
      faults.append(message.english)
      return
    }
    var notes: [Diagnostic.Note] = []
    if let second = other?.source, second != source {
      notes.append(
        Diagnostic.Note(
          LocalisedText("もう1つはここからです。", en: "the other comes from here"),
          at: SourceRange(path: second, bytes: 0..<0)))
    }
    diagnostics.append(
      Diagnostic(
        .outputPath, at: SourceRange(path: source, bytes: 0..<0), message, notes: notes))
  }
}

extension OutputPaths {
  /// A path that only the program can have got wrong; nothing is published.
  package struct ProgramFault: EnvironmentTrouble, Equatable {
    package let faults: [String]

    package var message: LocalisedText {
      let shown = faults.prefix(5).joined(separator: "; ")
      return LocalisedText(
        "プログラムの誤りのため、何も書き出していません。つくった人に知らせてください: \(shown)",
        en: "nothing was written because of a fault of the program, please report it: \(shown)")
    }
  }

  /// The faults of names that are to be kept and that the site itself writes.
  static func keptNames(
    _ keep: [Located<String>], among map: SiteMap, definition: String
  ) -> [Diagnostic] {
    if keep.isEmpty { return [] }
    let tops = Set(map.topNames.map { PortableName.folded($0) })
    return keep.filter { tops.contains(PortableName.folded($0.value)) }.map { name in
      Diagnostic(
        .definitionInvalid, at: SourceRange(path: definition, bytes: name.bytes),
        LocalisedText(
          "「\(name.value)」はサイトが書き出す名前なので、keep には書けません。",
          en: "the site itself writes '\(name.value)', so that it cannot be kept"))
    }
  }

  /// Checks the paths of what has been made, before it is published.
  package static func confirm(_ paths: [String]) throws(ProgramFault) {
    let checked = OutputPaths(paths.map { Entry($0) })
    if !checked.faults.isEmpty { throw ProgramFault(faults: checked.faults) }
  }

  /// Whether every file system takes a path.
  package static func isPortable(_ path: String) -> Bool {
    OutputPaths([Entry(path)]).faults.isEmpty
  }

  /// The files of an edition but those in folders of their own, which are not made yet.
  static func entries(of map: SiteMap, definition: String) -> [Entry] {
    map.attendants.map { Entry($0) }
      + map.outputs.map { output in
        switch output.origin {
        case .program: Entry(output.path)
        case .definition: Entry(output.path, source: definition)
        case .file(let path): Entry(output.path, source: path)
        }
      }
  }
}
