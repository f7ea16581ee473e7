/// Names of files and folders that every file system takes, so that a site may be copied to a Windows
/// share, unpacked from a ZIP or kept on a Mac.
///
/// Sources: Microsoft, "Naming Files, Paths, and Namespaces" (signs, devices, ends, lengths); Apple, "File
/// System Programming Guide" and TN1150 (names that count as one).
package enum PortableName {
  /// What keeps a name from being taken everywhere.
  package enum Fault: Sendable, Equatable {
    /// Nothing, `.` or `..`.
    case empty
    /// One of `< > : " / \ | ? *`, or a character that no text may have.
    case character(Unicode.Scalar)
    /// A dot or a space at the end, which Windows drops.
    case ending
    /// A device of Windows, whatever stands behind the first dot: `con`, `aux.txt`.
    case device
    /// More than 255 bytes or UTF-16 units.
    case length
  }

  /// The longest name: bytes on Linux, UTF-16 units on Windows and macOS.
  package static let maximumLength = 255
  /// The longest path in UTF-16 units: of the 260 of Windows it leaves some to the folder it is copied to.
  package static let maximumPathLength = 200

  /// What is wrong with a name; nil when nothing is.
  package static func fault(of name: String) -> Fault? {
    if name.isEmpty || name == "." || name == ".." { return .empty }
    if let scalar = name.unicodeScalars.first(where: { !isAllowed($0) }) {
      return .character(scalar)
    }
    if name.hasSuffix(".") || name.hasSuffix(" ") { return .ending }
    if isDevice(name) { return .device }
    if name.utf8.count > maximumLength || name.utf16.count > maximumLength { return .length }
    return nil
  }

  /// Whether a character may stand in a name.
  package static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "<", ">", ":", "\"", "/", "\\", "|", "?", "*", "\t", "\n", "\r": false
    default: ForbiddenCharacter.kind(of: scalar.value) == nil
    }
  }

  /// Whether Windows takes a name for a device: up to the first dot or colon, spaces before it dropped.
  private static func isDevice(_ name: String) -> Bool {
    // Plain names of devices have three or four signs.
    if isPlain(name), !(3...4).contains(name.utf8.prefix { $0 != UInt8(ascii: ".") }.count) {
      return false
    }
    var stem = name.prefix { $0 != "." }
    while stem.last == " " { stem.removeLast() }
    let word = stem.uppercased()
    if ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"].contains(word) { return true }
    guard word.count == 4, word.hasPrefix("COM") || word.hasPrefix("LPT") else { return false }
    return word.last.map { "0123456789¹²³".contains($0) } ?? false
  }

  /// Whether a name has only a–z, 0–9, hyphens and dots, as nearly all names of a site; it folds to itself.
  private static func isPlain(_ name: String) -> Bool {
    name.utf8.allSatisfy { (97...122).contains($0) || (45...57).contains($0) && $0 != 47 }
  }

  /// The form in which two names count as one where case, normalisation or invisible characters make no
  /// difference (NTFS, APFS, HFS+).
  ///
  /// Two forms are compared as Swift compares texts, by canonical equivalence. Full and half width stay
  /// apart, as every file system has it.
  package static func folded(_ name: String) -> String {
    if isPlain(name) { return name }
    var folded = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      // Kana and kanji, which have no case, and of which most names are.
      if (0x3040..<0x3130).contains(scalar.value) || (0x3400..<0xA000).contains(scalar.value) {
        folded.append(scalar)
        continue
      }
      if scalar.properties.isDefaultIgnorableCodePoint { continue }
      for upper in scalar.properties.uppercaseMapping.unicodeScalars {
        folded.append(contentsOf: upper.properties.lowercaseMapping.unicodeScalars)
      }
    }
    return String(folded)
  }
}

extension PortableName {
  /// `text` as one name, different for different texts.
  ///
  /// A text that may be a name is its own. Otherwise what may not stand becomes `-`, and a digest of the
  /// text follows, so that `a/b` and `a-b` stay apart. It is cut after `limit` bytes, of which the name has
  /// nine more at most; `isWelcome` tells what else the place of the name has no room for.
  package static func name(
    for text: String, limit: Int, where isWelcome: (Unicode.Scalar) -> Bool = { _ in true }
  ) -> String {
    var name = String.UnicodeScalarView()
    var size = 0
    var isChanged = false
    for scalar in text.unicodeScalars {
      size += UTF8.width(scalar)
      if size > limit {
        isChanged = true
        break
      }
      let isDotInFront = scalar == "." && name.isEmpty
      if isAllowed(scalar) && isWelcome(scalar) && !isDotInFront {
        name.append(scalar)
      } else {
        name.append("-")
        isChanged = true
      }
    }
    // A device stays one with whatever ending.
    if isDevice(String(name)), let dot = name.firstIndex(of: ".") {
      isChanged = true
      name.replaceSubrange(dot...dot, with: CollectionOfOne("-"))
    }
    let written = String(name)
    isChanged = isChanged || fault(of: written) != nil
    return isChanged ? written + "-" + digest(of: text) : written
  }

  /// Eight hexadecimal digits of the FNV-1a hash (Fowler, Noll, Vo) of the text.
  package static func digest(of text: String) -> String {
    var hash: UInt32 = 2_166_136_261
    for byte in text.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 8 - digits.utf8.count) + digits
  }
}

/// The names that have been given out in one folder, no two of which count as one on any file system.
package struct PortableNames: Sendable {
  private var taken: Set<String> = []

  /// Starts with an empty folder.
  package init() {}

  /// Gives a name to a text that has none yet.
  ///
  /// The first text keeps its name; one whose name counts as the same gets a digest of itself. Texts come
  /// in a stable order, so that they keep their names, and are different. `make` is asked for the name with
  /// something behind it, at first nothing.
  package mutating func name(for text: String, _ make: (_ suffix: String) -> String) -> String {
    var name = make("")
    var number = 1
    while !taken.insert(PortableName.folded(name)).inserted {
      let digest = "-" + PortableName.digest(of: text)
      name = make(number == 1 ? digest : "\(digest)-\(number)")
      number += 1
    }
    return name
  }
}
