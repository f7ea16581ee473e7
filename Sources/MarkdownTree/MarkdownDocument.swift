package import Diagnostics

/// An immutable parsed Markdown text: blocks and inlines in flat arrays, with what was found in them.
///
/// Both arrays are in document order, parents before children; a node's `end` is the index after its
/// last descendant. A flat tree is walked without recursion, so no nesting of the source can exhaust
/// the stack. Texts are ranges of `text`, which holds the source of every leaf block without container
/// marks, then what was decoded from it (entities, destinations).
package struct MarkdownDocument: Sendable {
  /// The blocks in document order, parents before children.
  package let blocks: [Block]
  /// The inlines of all blocks, in document order, parents before children.
  package let inlines: [Inline]
  /// The headings in document order.
  package let headings: [Heading]
  /// The links and images in document order.
  package let references: [Reference]
  /// The footnotes that are referred to, in the order of their numbers.
  package let footnotes: [Footnote]
  /// The ruby annotations in document order.
  package let rubies: [Ruby]
  /// The tables in document order.
  package let tables: [Table]
  /// The pictures with captions in document order.
  package let figures: [Figure]
  /// What is wrong with the content, in the order of the source.
  package let findings: [Finding]
  /// The bytes that the ranges of blocks, inlines and rubies are ranges of.
  package let text: [UInt8]
}

/// A block of a document.
package struct Block: Sendable {
  /// The kinds of blocks of CommonMark 0.31 §4 and §5 and of GitHub's dialect.
  package enum Kind: Sendable, Equatable {
    case blockQuote
    /// A box; its inlines are its title, if it has one of its own.
    case callout(Callout)
    /// A list; `start` is nil in a bullet list.
    case list(start: Int?, isTight: Bool)
    /// A list item; `isChecked` is nil where it is no task.
    case item(isChecked: Bool?)
    /// A paragraph; a tight one is written without its own element.
    case paragraph(isTight: Bool)
    /// The paragraph that became the caption of the table after it or of the picture beside it.
    case caption
    /// A paragraph with a picture that has a caption, with its index in `figures`.
    case figure(Int)
    /// A heading, with its index in `headings`.
    case heading(Int)
    /// A code block: the info string and the code, both ranges of the document's text.
    case code(info: CompactRange, content: CompactRange)
    /// A block of raw HTML, which is shown as text.
    case rawHTML(CompactRange)
    /// What shows nothing: a comment, or the line that says what a callout is.
    case hidden
    case thematicBreak
    /// A table, with its index in `tables`.
    case table(Int)
    case tableRow(isHeader: Bool)
    /// A cell, with the number of its column.
    case tableCell(column: Int)
    /// A footnote's definition, with its index in the document's `footnotes`, nil if nothing refers to it.
    case footnoteDefinition(Int?)
  }

  // Offsets and indices are kept in four bytes each: see `CompactRange`.
  private var place: CompactRange
  private var endIndex: UInt32
  private var inlineIndices: CompactRange
  /// What the block is.
  package internal(set) var kind: Kind

  init(kind: Kind, range: Range<Int>, end: Int) {
    self.kind = kind
    place = CompactRange(range)
    endIndex = UInt32(end)
    inlineIndices = CompactRange(0..<0)
  }

  /// The offsets in the source from the first to after the last line's end.
  package internal(set) var range: Range<Int> {
    get { place.range }
    set { place = CompactRange(newValue) }
  }

  /// The index in `blocks` after the last descendant.
  package var end: Int { Int(endIndex) }

  /// The indices of its inlines.
  package internal(set) var inlines: Range<Int> {
    get { inlineIndices.range }
    set { inlineIndices = CompactRange(newValue) }
  }
}

/// An inline of a document.
package struct Inline: Sendable, Equatable {
  /// The kinds of inlines.
  package enum Kind: UInt8, Sendable {
    case text
    /// A line end that stands for a space.
    case softBreak
    /// A line end between wide characters, which stands for nothing.
    case joinedBreak
    case hardBreak
    case code
    case emphasis
    case strong
    case strikethrough
    /// `<sub>`.
    case subscripted
    /// `<sup>`.
    case superscripted
    /// A link; `index` is that of its reference.
    case link
    /// An image; `index` is that of its reference, the children are the alternative text.
    case image
    /// A ruby annotation; `index` is that of its entry in `rubies`.
    case ruby
    /// A footnote's mark; `index` is that of the footnote in `footnotes`.
    case footnoteReference
    /// Raw HTML, which is shown as text.
    case rawHTML
  }

  private var place: CompactRange
  private var endIndex: UInt32
  private var entry: UInt32
  private var footnoteOrdinal: UInt32 = 0
  /// What the inline is.
  package internal(set) var kind: Kind

  init(kind: Kind, range: Range<Int>, end: Int, index: Int) {
    self.kind = kind
    place = CompactRange(range)
    endIndex = UInt32(end)
    entry = UInt32(index)
  }

  /// The range in the document's text, of leaves only.
  package internal(set) var range: Range<Int> {
    get { place.range }
    set { place = CompactRange(newValue) }
  }

  /// The index in `inlines` after the last descendant.
  package internal(set) var end: Int {
    get { Int(endIndex) }
    set { endIndex = UInt32(newValue) }
  }

  /// The index in the document's array that the kind names, else 0; for a footnote's mark see `ordinal`.
  package internal(set) var index: Int {
    get { Int(entry) }
    set { entry = UInt32(newValue) }
  }

  /// How many marks of the same footnote stand before this one.
  package internal(set) var ordinal: Int {
    get { Int(footnoteOrdinal) }
    set { footnoteOrdinal = UInt32(newValue) }
  }
}

/// A heading of a document.
package struct Heading: Sendable, Equatable {
  /// The level as written, 1…6.
  package internal(set) var level: Int
  /// The level in the outline, 1…6: the highest of the text is 1, and none is skipped on the way down.
  package internal(set) var outlineLevel: Int
  /// The identifier, unique in the document: UTF-8, Japanese kept.
  package internal(set) var identifier: [UInt8]
  /// The plain text, UTF-8, without ruby readings and footnote marks.
  package internal(set) var plainText: [UInt8]
  /// The index of the heading in `blocks`.
  package internal(set) var block: Int
}

/// A link or image of a document.
package struct Reference: Sendable, Equatable {
  /// What a destination names.
  package enum Kind: Sendable {
    /// A record by its name, `[[名前]]`.
    case record
    /// A page or file by its path, with or without a fragment.
    case path
    /// An address with a scheme of the allow-list, or one that starts with `//`.
    case external
    /// A place of the same page, `#見出し`.
    case fragment
  }

  /// The destination or the record's name: UTF-8, escapes and entities decoded.
  package let destination: [UInt8]
  /// The title, decoded, if one is written.
  package let title: [UInt8]?
  private let place: CompactRange
  private let destinationPlace: CompactRange
  private let blockIndex: UInt32
  private let inlineIndex: UInt32
  /// What the destination names.
  package let kind: Kind
  /// Whether it is an image.
  package let isImage: Bool
  /// Whether it has a text of its own; a `[[名前]]` and a bare address have none.
  package let isLabelled: Bool
  /// Whether it is a link to a picture only since the mark before it is `！`, which is told.
  package let isMeantAsImage: Bool

  init(
    _ link: InlineParser.PendingReference, at range: Range<Int>, isLabelled: Bool, block: Int,
    inline: Int
  ) {
    kind = link.kind
    isImage = link.isImage
    isMeantAsImage = link.isMeantAsImage
    self.isLabelled = isLabelled
    destination = link.destination
    title = link.title
    place = CompactRange(range)
    destinationPlace = CompactRange(link.destinationRange)
    blockIndex = UInt32(block)
    inlineIndex = UInt32(inline)
  }

  /// The offsets of the whole link in the source.
  package var range: Range<Int> { place.range }
  /// The offsets in the source of the destination or name, where that is written.
  package var destinationRange: Range<Int> { destinationPlace.range }
  /// The index in `blocks` of the block in which it stands.
  package var block: Int { Int(blockIndex) }
  /// The index of its inline in `inlines`.
  package var inline: Int { Int(inlineIndex) }
}

/// A footnote that is referred to.
package struct Footnote: Sendable, Equatable {
  /// The label as written.
  package internal(set) var label: [UInt8]
  /// The index of the definition in `blocks`.
  package internal(set) var block: Int
  /// How many marks refer to it.
  package internal(set) var referenceCount: Int
}

/// A ruby annotation.
package struct Ruby: Sendable, Equatable {
  /// A base text and its reading, both ranges of the document's text.
  package struct Pair: Sendable, Equatable {
    /// The base text.
    package let base: Range<Int>
    /// The reading.
    package let reading: Range<Int>
  }

  /// The pairs: one for the whole, or one a character.
  package internal(set) var pairs: [Pair]
  /// The offsets of the whole annotation in the source.
  package internal(set) var range: Range<Int>
}

/// A picture with a caption.
package struct Figure: Sendable, Equatable {
  /// The inlines of the picture: an image, or a link with one.
  package let picture: Range<Int>
  /// The inlines of the caption; they are of the same block or of one beside it.
  package let caption: Range<Int>
  /// Whether the caption stands above the picture.
  package let isCaptionFirst: Bool
}

/// A table of a document.
package struct Table: Sendable, Equatable {
  /// How a column is aligned.
  package enum Alignment: Sendable {
    case none
    case left
    case center
    case right
  }

  /// The alignment of each column.
  package internal(set) var alignments: [Alignment]
  /// The inlines of the caption; empty without one.
  package internal(set) var caption: Range<Int>
  /// The index in `headings` of the heading before it.
  package internal(set) var heading: Int?
}
