/// A part of a parsed template.
enum TemplateNode {
  /// The beginning of a line that is written.
  case lineStart
  /// Text that is copied.
  case text(Range<Int>)
  /// A value that is written.
  case variable(TemplateTag, isRaw: Bool)
  /// A section, or an inverted one.
  case section(TemplateTag, isInverted: Bool, [TemplateNode])
  /// Another template.
  case partial(TemplateTag)
  /// Another template with blocks that fill its own.
  case parent(TemplateTag, [TemplateBlock])
  /// A place that may be filled, with what stands there otherwise.
  case block(TemplateBlock)
}

extension [TemplateNode] {
  /// The names of the templates that the nodes call.
  var calls: [String] {
    flatMap { node -> [String] in
      switch node {
      case .lineStart, .text, .variable: []
      case .section(_, _, let children): children.calls
      case .partial(let tag): [tag.name]
      case .parent(let tag, let blocks): [tag.name] + blocks.flatMap(\.children.calls)
      case .block(let block): block.children.calls
      }
    }
  }
}

extension [TemplateNode] {
  /// The first places at which the nodes ask for values, by the first part of their names.
  var uses: [String: Range<Int>] {
    var uses: [String: Range<Int>] = [:]
    note(in: &uses)
    return uses
  }

  private func note(in uses: inout [String: Range<Int>]) {
    for node in self {
      switch node {
      case .lineStart, .text, .partial: break
      case .variable(let tag, _): tag.note(in: &uses)
      case .section(let tag, _, let children):
        tag.note(in: &uses)
        children.note(in: &uses)
      case .parent(_, let blocks): for block in blocks { block.children.note(in: &uses) }
      case .block(let block): block.children.note(in: &uses)
      }
    }
  }
}

/// A tag with its name and its place.
struct TemplateTag {
  /// The template in which it stands, by its number.
  let template: Int

  /// The bytes of the tag.
  let range: Range<Int>

  /// The name in it.
  let name: String

  /// The bytes of the name, and of that in the tag that ends it where there is one.
  let names: [Range<Int>]

  /// Whether it stands alone on its line.
  let isStandalone: Bool

  /// The blanks before it if nothing else stands before it on its line.
  let indent: Range<Int>?
}

extension TemplateTag {
  fileprivate func note(in uses: inout [String: Range<Int>]) {
    let first = String(name.prefix { $0 != "." })
    if uses[first] == nil { uses[first] = range }
  }
}

/// A block, as a place in a template or as what fills one.
struct TemplateBlock {
  /// A number that no other block of the set has.
  let id: Int

  let tag: TemplateTag

  /// The blanks before the first line in the block, or before the tag if there is none; nothing if the
  /// block begins in the middle of a line.
  let contentIndent: Range<Int>?

  let children: [TemplateNode]
}
