/// The characters that no text of a catalogue may have, whatever file it comes from.
///
/// Refused are characters that do something other than being read: controls command a terminal or end a
/// string, noncharacters may not be exchanged (Unicode 16 §23.7), and marks of direction show a text in
/// another order than the one in which programs read it (Unicode TR9 §2.1–2.2, TR36 §2.5). Tab, LF and CR
/// are text. U+200E, U+200F and U+061C are left alone: they turn nothing round but themselves, Arabic and
/// Hebrew need them, and names that differ by them only count as the same.
package struct ForbiddenCharacter: Sendable, Equatable {
  /// Why a character is refused.
  package enum Kind: Int, Sendable, CaseIterable {
    /// C0 besides tab, LF and CR, DEL, C1.
    case control
    /// U+FDD0–FDEF, the last two of each plane, and numbers that are no scalar value at all.
    case noncharacter
    /// Embeddings, overrides and isolates: U+202A–202E, U+2066–2069.
    case direction
  }

  package let kind: Kind
  /// The code point.
  package let value: UInt32

  /// The character with this code point where it is refused; nil where it is text.
  package init?(_ value: UInt32) {
    guard let kind = Self.kind(of: value) else { return nil }
    self.kind = kind
    self.value = value
  }

  /// The code point as Unicode writes it: U+202E.
  package var name: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }

  /// Why the code point is refused; nil where it is text.
  package static func kind(of value: UInt32) -> Kind? {
    switch value {
    case 9, 10, 13: nil
    case 0..<0x20, 0x7F..<0xA0: .control
    case 0x202A...0x202E, 0x2066...0x2069: .direction
    case 0xFDD0...0xFDEF, 0xD800...0xDFFF: .noncharacter
    default: value > 0x10_FFFF || value & 0xFFFE == 0xFFFE ? .noncharacter : nil
    }
  }
}

/// The refused characters of one file, each kind with its first place and its number, so that a damaged
/// file gives a few reports and not thousands.
package struct ForbiddenCharacters: Sendable, Equatable {
  /// The characters of one kind.
  package struct Group: Sendable, Equatable {
    /// The first of them.
    package let character: ForbiddenCharacter
    /// Where that is written, as offsets in the file.
    package let bytes: Range<Int>
    package fileprivate(set) var count: Int

    /// Joins a character to its place and to the number of those of its kind.
    package init(_ character: ForbiddenCharacter, at bytes: Range<Int>, count: Int) {
      self.character = character
      self.bytes = bytes
      self.count = count
    }
  }

  private var byKind: [Group?] = Array(
    repeating: nil, count: ForbiddenCharacter.Kind.allCases.count)

  /// Starts without any.
  package init() {}

  /// The kinds that there are, in the order of their first places.
  package var groups: [Group] {
    byKind.compactMap(\.self).sorted { $0.bytes.lowerBound < $1.bytes.lowerBound }
  }

  package var isEmpty: Bool { byKind.allSatisfy { $0 == nil } }

  /// Adds a character that is written at `bytes`, or so often from there on.
  package mutating func add(
    _ character: ForbiddenCharacter, at bytes: Range<Int>, count: Int = 1
  ) {
    let place = character.kind.rawValue
    guard var group = byKind[place] else {
      byKind[place] = Group(character, at: bytes, count: count)
      return
    }
    group.count += count
    if bytes.lowerBound < group.bytes.lowerBound {
      group = Group(character, at: bytes, count: group.count)
    }
    byKind[place] = group
  }

  /// Adds those that were found in another way.
  package mutating func add(_ others: ForbiddenCharacters) {
    for group in others.groups { add(group.character, at: group.bytes, count: group.count) }
  }
}
