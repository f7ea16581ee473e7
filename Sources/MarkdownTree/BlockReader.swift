internal import CCMarkGFM

/// The block structure of a text as cmark-gfm reads it; the only file that speaks to C.
///
/// Only the block phase of the parser runs: the text is fed line by line, its end is closed by lines of
/// our own, and the tree is read before `cmark_parser_finish`, which would parse the inlines, throw
/// away footnotes without a parsed mark, and touch global state where the strikethrough or autolink
/// extension is attached. No pointer leaves this file.
enum BlockReader {
  /// The global extension list of cmark-gfm, filled once by the first use (a static is initialised
  /// once, whatever number of threads ask).
  private static let registration: Void = cmark_gfm_core_extensions_ensure_registered()

  /// The lines fed before the text, so that its first line is this one, counted from 1.
  private static let firstLine = 3

  /// The blocks of a text.
  struct Reading {
    var blocks: [RawBlock] = []
    /// The line of the first container that was left out since it is nested too deep.
    var deepLine: Int?
  }

  /// Reads the blocks of the masked copy of a text.
  static func blocks(of text: SourceText) -> Reading {
    _ = registration
    let memory = cmark_get_default_mem_allocator()
    guard let parser = cmark_parser_new(CMARK_OPT_FOOTNOTES),
      let probe = cmark_syntax_extension_new("probe")
    else { return Reading() }
    defer {
      cmark_parser_free(parser)
      cmark_syntax_extension_free(memory, probe)
    }
    var root: OpaquePointer?
    return withUnsafeMutablePointer(to: &root) { slot in
      attach(probe, to: parser, slot: slot)
      feed("x\n\n", to: parser)
      guard let root = slot.pointee else { return Reading() }
      text.masked.withUnsafeBytes { bytes in
        cmark_parser_feed(
          parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
      }
      close(root, parser: parser)
      var traversal = Traversal(lineCount: text.lineStarts.count)
      traversal.walk(root)
      return traversal.reading
    }
  }

  /// Attaches the extensions, and one of ours that puts the root into `slot` and opens no block.
  private static func attach(
    _ probe: OpaquePointer,
    to parser: OpaquePointer,
    slot: UnsafeMutablePointer<OpaquePointer?>
  ) {
    for name in ["table", "tasklist"] {
      if let found = cmark_find_syntax_extension(name) {
        cmark_parser_attach_syntax_extension(parser, found)
      }
    }
    cmark_syntax_extension_set_private(probe, slot, nil)
    cmark_syntax_extension_set_open_block_func(probe) { probe, _, _, parent, _, _ in
      let slot = cmark_syntax_extension_get_private(probe)?
        .assumingMemoryBound(to: OpaquePointer?.self)
      // The first line, "x", is asked about under the root itself.
      if let slot, slot.pointee == nil { slot.pointee = parent }
      return nil
    }
    cmark_parser_attach_syntax_extension(parser, probe)
  }

  private static func feed(_ line: StaticString, to parser: OpaquePointer) {
    line.withUTF8Buffer { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        cmark_parser_feed(parser, $0.baseAddress, $0.count)
      }
    }
  }

  /// Closes every block that the text left open.
  ///
  /// A paragraph at the root closes all but a fence or HTML block at the root; these get their own ends.
  /// What the lines open where nothing was open lies after the last line and is not read.
  private static func close(
    _ root: OpaquePointer, parser: OpaquePointer
  ) {
    if let last = cmark_node_last_child(root) {
      var length: Int32 = 0
      var offset: Int32 = 0
      var mark: CChar = 0
      if cmark_node_get_type(last) == CMARK_NODE_CODE_BLOCK,
        cmark_node_get_fenced(last, &length, &offset, &mark) != 0
      {
        for _ in 0..<length { cmark_parser_feed(parser, &mark, 1) }
        feed("\n", to: parser)
      } else if cmark_node_get_type(last) == CMARK_NODE_HTML_BLOCK {
        feed("</script></pre></style></textarea>-->?>]]>\n", to: parser)
      }
    }
    feed("\nx\n", to: parser)
  }

  /// The bytes that a named character reference stands for, `name` being between `&` and `;`.
  ///
  /// The C parser has the table of HTML's 2,125 names; nil where it does not know the name.
  static func characterReference(_ name: ArraySlice<UInt8>) -> [UInt8]? {
    let reference = [UInt8(ascii: "&")] + name + [UInt8(ascii: ";")]
    let document = reference.withUnsafeBytes { bytes in
      cmark_parse_document(
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, CMARK_OPT_DEFAULT)
    }
    guard let document else { return nil }
    defer { cmark_node_free(document) }
    guard let paragraph = cmark_node_first_child(document),
      let text = cmark_node_first_child(paragraph), let literal = cmark_node_get_literal(text)
    else { return nil }
    let decoded = bytes(of: literal)
    return decoded == reference ? nil : decoded
  }

  private static func bytes(of string: UnsafePointer<CChar>?) -> [UInt8] {
    guard let string else { return [] }
    var count = 0
    while string[count] != 0 { count += 1 }
    return string.withMemoryRebound(to: UInt8.self, capacity: count) {
      Array(UnsafeBufferPointer(start: $0, count: count))
    }
  }
}

extension BlockReader {
  /// A walk over the C tree that makes values of its nodes.
  private struct Traversal {
    let lineCount: Int
    private(set) var reading = Reading()
    /// The open ancestors: the index in `blocks`, or nil for one that is left out.
    private var ancestors: [Int?] = []

    init(lineCount: Int) {
      self.lineCount = lineCount
      reading.blocks.reserveCapacity(lineCount)
    }

    /// Reads the blocks under the root without those of the lines fed before and after the text.
    mutating func walk(_ root: OpaquePointer) {
      // The first child is the paragraph of the line fed before the text.
      var node = cmark_node_first_child(root).flatMap { cmark_node_next($0) }
      while let current = node {
        if ancestors.isEmpty, Int(cmark_node_get_start_line(current)) - firstLine >= lineCount {
          return
        }
        enter(current)
        if let child = cmark_node_first_child(current) {
          node = child
          continue
        }
        node = next(after: current)
      }
    }

    /// The node after the subtree of `node`, closing what ends.
    private mutating func next(
      after node: OpaquePointer
    ) -> OpaquePointer? {
      var current = node
      while true {
        guard let closed = ancestors.popLast() else { return nil }
        if let index = closed { reading.blocks[index].end = reading.blocks.count }
        if let sibling = cmark_node_next(current) { return sibling }
        if ancestors.isEmpty { return nil }
        guard let parent = cmark_node_parent(current) else { return nil }
        current = parent
      }
    }

    private mutating func enter(_ node: OpaquePointer) {
      guard let kind = kind(of: node) else {
        if reading.deepLine == nil {
          reading.deepLine = Int(cmark_node_get_start_line(node)) - firstLine
        }
        ancestors.append(nil)
        return
      }
      var block = RawBlock(kind: kind)
      block.startLine = Int(cmark_node_get_start_line(node)) - firstLine
      block.startColumn = Int(cmark_node_get_start_column(node)) - 1
      block.endLine = Int(cmark_node_get_end_line(node)) - firstLine
      switch kind {
      case .heading where block.endLine == block.startLine:
        // One with `#` is read from the source. An empty one has a buffer in C that nothing was written
        // to, not even the zero at its end.
        break
      case .paragraph, .heading, .table:
        block.content = BlockReader.bytes(of: cmark_node_get_string_content(node))
      case .code, .rawHTML:
        block.content = BlockReader.bytes(of: cmark_node_get_literal(node))
      default: break
      }
      ancestors.append(reading.blocks.count)
      reading.blocks.append(block)
    }

    /// What a node is, or nil for a container nested too deep to be kept.
    private func kind(of node: OpaquePointer) -> RawBlock.Kind? {
      let isDeep = ancestors.count > MarkdownParser.maximumDepth
      switch cmark_node_get_type(node) {
      case CMARK_NODE_PARAGRAPH: return .paragraph
      case CMARK_NODE_HEADING: return .heading(level: Int(cmark_node_get_heading_level(node)))
      case CMARK_NODE_THEMATIC_BREAK: return .thematicBreak
      case CMARK_NODE_HTML_BLOCK: return .rawHTML
      case CMARK_NODE_BLOCK_QUOTE: return isDeep ? nil : .blockQuote
      case CMARK_NODE_LIST: return isDeep ? nil : list(node)
      case CMARK_NODE_FOOTNOTE_DEFINITION: return .footnoteDefinition
      case CMARK_NODE_ITEM:
        if case .some(nil) = ancestors.last { return nil }
        let isTask = cmark_node_get_syntax_extension(node) != nil
        return .item(
          isChecked: isTask ? cmark_gfm_extensions_get_tasklist_item_checked(node) : nil)
      case CMARK_NODE_CODE_BLOCK: return code(node)
      default: return tablePart(node)
      }
    }

    private func list(_ node: OpaquePointer) -> RawBlock.Kind {
      let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
      return .list(
        start: isOrdered ? Int(cmark_node_get_list_start(node)) : nil,
        isTight: cmark_node_get_list_tight(node) != 0)
    }

    private func code(_ node: OpaquePointer) -> RawBlock.Kind {
      var length: Int32 = 0
      var offset: Int32 = 0
      var mark: CChar = 0
      let isFenced = cmark_node_get_fenced(node, &length, &offset, &mark) != 0
      return .code(info: BlockReader.bytes(of: cmark_node_get_fence_info(node)), isFenced: isFenced)
    }

    /// The node types of the table extension are made at run time; their names tell them apart.
    private func tablePart(_ node: OpaquePointer) -> RawBlock.Kind? {
      switch cmark_node_get_type_string(node).map({ String(cString: $0) }) {
      case "table":
        let count = Int(cmark_gfm_extensions_get_table_columns(node))
        guard let marks = cmark_gfm_extensions_get_table_alignments(node) else {
          return .table(Array(repeating: .none, count: count))
        }
        return .table((0..<count).map { alignment(marks[$0]) })
      case "table_header": return .tableRow(isHeader: true)
      case "table_row": return .tableRow(isHeader: false)
      case "table_cell": return .tableCell
      default: return nil
      }
    }

    private func alignment(_ mark: UInt8) -> Table.Alignment {
      switch mark {
      case UInt8(ascii: "l"): .left
      case UInt8(ascii: "c"): .center
      case UInt8(ascii: "r"): .right
      default: .none
      }
    }
  }
}
