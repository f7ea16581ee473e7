import ByteWriting
import Digests

/// The list of changes that a run is about to make, by which the next run ends them where it was killed.
///
/// It is a text: a heading, then a line for each step. A file that is to be written stands beside its place under
/// a name of its own (``besideName(_:)``) until it takes the place.
struct EditJournal: Equatable {
  /// One change of the disk.
  enum Step: Equatable {
    /// The file beside the place, by its number, takes the place; `before` is the digest of what stands there, nil
    /// where nothing does.
    case replace(String, before: String?, number: Int)
    /// The file is removed, whose digest is given.
    case remove(String, before: String)

    var path: String {
      switch self {
      case .replace(let path, _, _), .remove(let path, _): path
      }
    }
  }

  /// The names in the root of the catalogue, which no reading of a catalogue looks at.
  static let name = ".mokuroku-edits"
  static let draftName = ".mokuroku-edits-draft"
  static let lockName = ".mokuroku-edits-lock"

  private static let heading = "mokuroku edits 1"

  var steps: [Step] = []

  /// Under what name a file waits in the folder of its place.
  static func besideName(_ number: Int) -> String { ".mokuroku-edit-\(number)" }

  /// Lists the steps of some changes: files come before those that they replace go.
  init(_ changes: [ContentEdits.Change]) {
    for (number, change) in changes.enumerated() {
      let isMoved = change.path != change.newPath
      let before = isMoved ? nil : change.before.map { SHA256.hexadecimal($0) }
      steps.append(.replace(change.newPath, before: before, number: number))
    }
    for change in changes where change.path != change.newPath {
      if let before = change.before {
        steps.append(.remove(change.path, before: SHA256.hexadecimal(before)))
      }
    }
  }

  /// The text of the list.
  var bytes: [UInt8] {
    var out = ByteWriter()
    out.append(unescaped: Self.heading + "\n")
    for step in steps {
      switch step {
      case .replace(let path, let before, let number):
        out.append(unescaped: "replace \(number) \(before ?? "-") \(path)\n")
      case .remove(let path, let before): out.append(unescaped: "remove \(before) \(path)\n")
      }
    }
    out.append(unescaped: "end\n")
    return out.bytes
  }

  /// Reads a list; nil where it is none, or leads out of the catalogue.
  init?(_ bytes: [UInt8]) {
    let lines = String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    guard lines.first == Self.heading[...], lines.dropLast().last == "end" else { return nil }
    for line in lines.dropFirst().dropLast(2) {
      guard let step = Self.step(line), Self.isInside(step.path) else { return nil }
      steps.append(step)
    }
  }

  private static func step(_ line: Substring) -> Step? {
    let words = line.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: false)
    if words.first == "replace", words.count == 4, let number = Int(words[1]), number >= 0 {
      let before = words[2] == "-" ? nil : String(words[2])
      return .replace(String(words[3]), before: before, number: number)
    }
    let parts = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
    if parts.first == "remove", parts.count == 3 {
      return .remove(String(parts[2]), before: String(parts[1]))
    }
    return nil
  }

  /// Whether a path stays below the root and names no hidden file.
  private static func isInside(_ path: String) -> Bool {
    path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
      !$0.isEmpty && !$0.hasPrefix(".")
    }
  }
}
