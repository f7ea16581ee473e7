package import TextRules

/// Something wrong with the content, at a place of the source.
package struct Finding: Sendable, Equatable {
  /// What is wrong.
  package enum Kind: Sendable, Equatable {
    /// HTML in the text; it is shown as text.
    case rawHTML
    /// A `<sub>` or `<sup>` without its end, or an end without its beginning; it is shown as text.
    case unpairedElement(tag: String, missing: String)
    /// A comment that does not end; what stands behind its beginning is not shown.
    case openComment
    /// A comment that an empty line or another block cuts off before its `-->`.
    case interruptedComment
    /// What looks like the beginning of a comment and is none: it would be shown as text.
    case misspelledComment
    /// A `-->` that closes no comment, where a comment is meant.
    case strayCommentEnd
    /// A `-->` on a page without comments: likely an arrow.
    case commentEndInProse
    /// A comment in code that is made by indentation alone: it would be published.
    case commentInCode
    /// A comment in the address or title of a link or in the name of a record link: it would be published.
    case commentInLink
    /// A sign that begins no block since a comment stands before it on the line.
    case signAfterComment(String)
    /// A comment on a line of its own between the rows of a table, which ends there.
    case commentInTable
    /// A mark of a callout that is none; the quotation is shown as one.
    case unknownCallout(String)
    /// A mark of a callout with nothing in its box; the quotation is shown as one.
    case emptyCallout
    /// A mark of a callout in no quotation; it is shown as text.
    case calloutOutsideQuote(String)
    /// A sentence behind the mark of a callout, which is its title, with more text below.
    case calloutSentence
    /// A mark of a callout without its `!`; the quotation is shown as one.
    case calloutWithoutBang(String)
    /// A mark of a callout in full-width signs; the quotation is shown as one.
    case wideCallout(String)
    /// Lines that begin with the signs of a list as it is typed by hand, of which the first is told.
    case typedList(String, isNumbered: Bool)
    /// A destination whose scheme is not of the allow-list; it is no link.
    case forbiddenScheme
    /// An image without alternative text.
    case missingAlternativeText
    /// A footnote's mark without a definition.
    case undefinedFootnote
    /// A footnote's definition that nothing refers to.
    case unusedFootnote
    /// A footnote's definition without a text.
    case emptyFootnote
    /// A second definition of a footnote.
    case duplicateFootnote
    /// A `{#id}` that the document already has.
    case duplicateIdentifier
    /// A heading more than one level below the one before.
    case skippedHeadingLevel
    /// A ruby annotation whose readings are neither one nor as many as the characters.
    case malformedRuby
    /// Blocks or inlines nested deeper than `MarkdownParser.maximumDepth`; the nesting is left out.
    case excessiveNesting
    /// A table whose rows lack more than 100,000 cells; it is shown as text.
    case oversizedTable
    /// Link definitions whose uses would make more text than there is; the others are shown as text.
    case excessiveDefinitions
    /// A character that no text may have, written with its number; U+FFFD stands for it.
    case forbiddenCharacter(ForbiddenCharacter)
    /// `&shy;`, `&#8203;`: a reference to a character that nobody sees.
    case invisibleReference(String, UInt32)
    /// What was meant as syntax and missed it by a sign.
    case nearMiss(NearMiss)
  }

  /// What is wrong.
  package let kind: Kind
  /// The offsets in the source.
  package let range: Range<Int>
  /// The ways out that a program can go, best first.
  package let repairs: [Repair]

  /// Describes what is wrong with a stretch of the source.
  package init(kind: Kind, range: Range<Int>, repairs: [Repair] = []) {
    self.kind = kind
    self.range = range
    self.repairs = repairs
  }
}

extension Finding {
  /// A way out: edits of the source that belong together.
  package struct Repair: Sendable, Equatable {
    /// A stretch of the source and the text that is to stand in its place.
    package struct Edit: Sendable, Equatable {
      package let range: Range<Int>
      package let replacement: String

      /// Replaces what stands at `range`.
      package init(_ range: Range<Int>, with replacement: String) {
        self.range = range
        self.replacement = replacement
      }
    }

    /// What an author is asked to choose: as a rule, the text as it would be.
    package let title: String
    /// What changes; no two overlap.
    package let edits: [Edit]

    /// Joins a title to its edits.
    package init(_ title: String, edits: [Edit]) {
      self.title = title
      self.edits = edits
    }
  }
}

extension Finding {
  /// The same with the line ends of a file of Windows in what its repairs write.
  var endingLinesInTwo: Finding {
    guard repairs.contains(where: { $0.edits.contains { $0.replacement.utf8.contains(10) } }) else {
      return self
    }
    let repairs = repairs.map { repair in
      Repair(
        repair.title,
        edits: repair.edits.map { edit in
          let lines = edit.replacement.split(
            omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" || $0 == "\r\n" })
          return Repair.Edit(edit.range, with: lines.joined(separator: "\r\n"))
        })
    }
    return Finding(kind: kind, range: range, repairs: repairs)
  }
}

extension Finding {
  /// A comment that begins at an offset and does not end up to `end`.
  ///
  /// Where it should have ended nobody knows: what it may hide is a memo.
  static func openComment(at start: Int, lineEnd: Int, end: Int) -> Finding {
    func repair(_ title: String, at place: Int) -> Repair {
      Repair(title, edits: [Repair.Edit(place..<place, with: " -->")])
    }
    var repairs = [repair("この行の終わりまでをコメントにする", at: lineEnd)]
    if end > lineEnd { repairs.insert(repair("本文のここから後をすべてコメントにする", at: end), at: 0) }
    return Finding(
      kind: .openComment, range: start..<start + CommentScanner.openingLength, repairs: repairs)
  }
}

extension Finding {
  /// A sign of a block behind a comment; `linePrefix` is what stands before the comment on its line, if that is
  /// nothing but blanks and marks of quotations.
  static func sign(_ sign: ArraySlice<UInt8>, at range: Range<Int>, linePrefix: String?) -> Finding
  {
    let place = range.lowerBound..<range.lowerBound
    let repairs = linePrefix.map { prefix in
      [Repair("コメントの後で改行する", edits: [Repair.Edit(place, with: "\n" + prefix)])]
    }
    return Finding(
      kind: .signAfterComment(String(decoding: sign, as: UTF8.self)), range: range,
      repairs: repairs ?? [])
  }
}

extension Finding {
  /// A comment at a range of the source in the address or title of a link, which is `comment` of `text`.
  static func commentInLink(
    _ range: Range<Int>, in text: [UInt8], _ comment: Range<Int>
  ) -> Finding {
    let isClosed = text[..<comment.upperBound].suffix(3).elementsEqual("-->".utf8)
    // One blank of two goes with it.
    let isSpaced =
      text[comment.lowerBound - 1] == 32 && comment.upperBound < text.count
      && " \"')>".utf8.contains(text[comment.upperBound])
    let start = range.lowerBound - (isSpaced ? 1 : 0)
    let repair = Repair("コメントを消す", edits: [.init(start..<range.upperBound, with: "")])
    return Finding(
      kind: .commentInLink,
      range: range.lowerBound..<range.lowerBound + CommentScanner.openingLength,
      repairs: isClosed ? [repair] : [])
  }
}

extension Finding {
  /// A footnote that no page shows; its line can be shown as it stands.
  static func lostFootnote(_ kind: Kind, at range: Range<Int>) -> Finding {
    let place = range.lowerBound..<range.lowerBound
    return Finding(
      kind: kind, range: range, repairs: [Repair("文として出す", edits: [.init(place, with: "\\")])])
  }
}
