/// A stretch of a source and the text that is to stand in its place.
package struct YAMLEdit: Sendable, Equatable {
  package let range: Range<Int>
  package let text: String

  /// Replaces what stands at `range`.
  package init(_ range: Range<Int>, with text: String) {
    self.range = range
    self.text = text
  }
}

/// What an author of front matter wrote otherwise than YAML has it, with the ways out.
///
/// libyaml tells where it stumbles, which is often lines behind the fault, and it reads some slips as
/// something else without a word. A slip is found where it was written, and the rest of the text is
/// read as if it were mended.
package struct YAMLSlip: Sendable, Equatable {
  /// The kinds of slip.
  package enum Kind: Sendable, Equatable {
    /// A sign of another width, such as `：` or `［`, where YAML wants `meant`.
    case wrongSign(String, meant: String)
    /// A sign without the space that makes it one: `kind:補助`, `-項目`.
    case missingSpace(after: String)
    /// A tab at the beginning of a line.
    case tab
    /// A line that begins at another column than its neighbours.
    case indentation(of: Part)
    /// A quote or bracket that is not closed.
    case unclosed(String)
    /// A bracket that closes what another sort of bracket opened, or nothing.
    case wrongBracket(String, meant: String?)
    /// Text behind a closing quote or bracket.
    case afterValue(String)
    /// Two values between brackets without a comma.
    case missingComma
    /// A value that begins with a sign, or has one in it, that means something else without quotes.
    case needsQuotes(String)
    /// The same for the signs of what catalogues do without: `&`, `*`, `!`.
    case unsupported(String)
    /// A backslash between double quotes that begins no escape.
    case backslash
    /// A backslash between double quotes that takes the letter behind it away: `\t` in a path.
    case escape(String)
    /// ` #` behind a value: all that follows is a comment.
    case comment
    /// A comment of HTML in a value, which would be published.
    case htmlComment
    /// A comma in a number, or in a text between brackets, which splits it.
    case comma
    /// A field without its colon.
    case missingColon(key: String)
    /// A line that is neither a field nor an entry of a list: a value that goes on, as a rule.
    case brokenValue
    /// A comma with no value before it.
    case extraComma
    /// The brackets of a link in the text, `[[名前]]`, around the value of a field.
    case recordLink
    /// A line that is a comment in another language.
    case otherComment
    /// The first entry of a list on the line of its field.
    case itemBesideKey
    /// What stands in brackets behind a list, which no name of it has.
    case remark(String)
    /// A value on the line of a list whose other entries stand below it.
    case valueBesideKey
    /// A dash before a field of the outermost level.
    case dashedField
    /// An entry of a list without its dash.
    case missingDash
    /// A line with `-` where no list is open.
    case strayItem
    /// A line that ends front matter, with fields behind it.
    case mark
    /// A field or an entry that begins on the line of what stands before it.
    case gluedLine(String)
    /// A sign where none is due.
    case straySign(String)
    /// The line of a list that has another field between it and its entries.
    case partedList(key: String)
    /// The dash of an entry that goes on with the group of the entry above it.
    case splitGroup
    /// The line of a list twice, the first time without entries.
    case repeatedKey(String)
  }

  /// What stands on a line.
  package enum Part: Sendable, Equatable {
    case field
    case item
  }

  /// A way out.
  package struct Repair: Sendable, Equatable {
    /// What an author is asked to choose: the line as it would be, or what is done.
    package let title: String
    /// What changes, in the order of the text; no two overlap.
    package let edits: [YAMLEdit]

    /// Joins a title to its edits.
    package init(_ title: String, edits: [YAMLEdit]) {
      self.title = title
      self.edits = edits
    }
  }

  /// How many slips of a text have ways out at most; nobody goes more at once.
  static let mostMended = 300

  package let kind: Kind
  /// The signs that are wrong.
  package let bytes: Range<Int>
  /// The ways out, best first.
  package let repairs: [Repair]
  /// What is changed in the text that is read: the first way out, or what lets the rest be read.
  let reading: [YAMLEdit]
  /// Whether something that was written is not read.
  package let losesText: Bool
  /// Whether the ways out mend other slips of the line with this one.
  var hasOthers = false
}
