private import CYAML
private import Diagnostics
package import TextRules

/// Something in YAML that its author has to change.
package struct YAMLFinding: Sendable, Equatable {
  /// The kinds of fault.
  package enum Kind: Sendable, Equatable {
    /// libyaml's own words for what does not parse.
    case syntax(problem: String)
    /// What an author wrote otherwise than YAML has it, found before libyaml stumbles over it.
    case slip(YAMLSlip.Kind)
    /// An alias (`*name`), an anchor (`&name`) or a tag (`!name`), which catalogues do without.
    case unsupported(String)
    /// A key that stands twice in one mapping; the range of the first is given.
    case duplicateKey(String, first: Range<Int>)
    /// A character that no text may have, written with its number between double quotes.
    case forbiddenCharacter(ForbiddenCharacter, count: Int)
    /// More nesting than any front matter needs.
    case tooDeep
  }

  package let kind: Kind
  package let bytes: Range<Int>
  /// The ways out, best first.
  package let repairs: [YAMLSlip.Repair]
  /// Whether the ways out mend one slip, and not others of its line with it.
  package let isOne: Bool

  /// Describes a fault at `bytes`.
  package init(
    kind: Kind, bytes: Range<Int>, repairs: [YAMLSlip.Repair] = [], isOne: Bool = true
  ) {
    self.kind = kind
    self.bytes = bytes
    self.repairs = repairs
    self.isOne = isOne
  }

  /// Whether libyaml reads nothing behind the fault.
  var stops: Bool {
    switch kind {
    case .syntax, .tooDeep: true
    // A name that libyaml could not read, or what follows a document.
    case .unsupported(let name): ["&", "*", "!", "---"].contains(name)
    default: false
    }
  }
}

/// Reads YAML with libyaml's event interface; the only place that touches libyaml.
package enum YAMLParser {
  private static let depthLimit = 64

  /// Reads the one document of `source[range]`; more than one is a fault.
  ///
  /// - Returns: the tree up to the first fault of syntax, nil when nothing could be read or the text is
  ///   empty, and the faults.
  ///   All ranges are offsets in `source`.
  package static func parse(
    _ source: [UInt8], range: Range<Int>
  ) -> (root: YAMLNode?, findings: [YAMLFinding]) {
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else {
      return (nil, [YAMLFinding(kind: .syntax(problem: "out of memory"), bytes: range)])
    }
    defer { yaml_parser_delete(&parser) }
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
    return source.withUnsafeBufferPointer { buffer in
      let text = UnsafeBufferPointer(rebasing: buffer[range])
      yaml_parser_set_input_string(&parser, text.baseAddress, text.count)
      var builder = Builder(offsets: CharacterOffsets(text, base: range.lowerBound))
      let root = withUnsafeMutablePointer(to: &parser) { builder.document($0) }
      return (root, builder.findings)
    }
  }

  /// Byte offsets of characters: libyaml counts characters, the rest of the project bytes.
  private struct CharacterOffsets {
    private var offsets: [Int] = []
    private let text: UnsafeBufferPointer<UInt8>
    private let base: Int
    private let count: Int

    init(_ text: UnsafeBufferPointer<UInt8>, base: Int) {
      self.text = text
      self.base = base
      count = text.count
      if text.allSatisfy({ $0 < 0x80 }) { return }
      offsets.reserveCapacity(text.count)
      for index in text.indices where text[index] & 0xC0 != 0x80 { offsets.append(base + index) }
    }

    func byte(_ character: Int) -> Int {
      if offsets.isEmpty { return base + min(character, count) }
      return character < offsets.count ? offsets[character] : base + count
    }

    /// The offset behind the last character.
    var end: Int { base + count }

    func byte(atByte offset: Int) -> Int { base + min(offset, count) }

    /// The range without the spaces and line ends at its end.
    func withoutBlanks(atEndOf range: Range<Int>) -> Range<Int> {
      var end = range.upperBound
      while end > range.lowerBound, [32, 9, 10, 13].contains(text[end - 1 - base]) { end -= 1 }
      return range.lowerBound..<end
    }

    func range(_ start: yaml_mark_t, _ end: yaml_mark_t) -> Range<Int> {
      let lower = byte(Int(start.index))
      return lower..<max(lower, byte(Int(end.index)))
    }
  }

  private struct Builder {
    let offsets: CharacterOffsets
    var findings: [YAMLFinding] = []
    /// Whether libyaml has stopped; what was read before is kept, so that one slip in a file does not
    /// make the whole record unknown to the others.
    var hasStopped = false

    init(offsets: CharacterOffsets) {
      self.offsets = offsets
    }

    /// Reads to the end; what stands behind the first document is told rather than dropped.
    mutating func document(_ parser: UnsafeMutablePointer<yaml_parser_t>) -> YAMLNode? {
      var root: YAMLNode?
      while true {
        guard var event = next(parser) else { return root }
        defer { yaml_event_delete(&event) }
        switch event.type {
        case YAML_STREAM_END_EVENT: return root
        case YAML_STREAM_START_EVENT, YAML_DOCUMENT_END_EVENT: continue
        case YAML_DOCUMENT_START_EVENT:
          if root == nil { continue }
          let place = offsets.range(event.start_mark, event.end_mark)
          findings.append(YAMLFinding(kind: .unsupported("---"), bytes: place))
          return root
        default:
          root = node(parser, event, depth: 0)
          if root == nil || hasStopped { return root }
        }
      }
    }

    private mutating func next(_ parser: UnsafeMutablePointer<yaml_parser_t>) -> yaml_event_t? {
      var event = yaml_event_t()
      if yaml_parser_parse(parser, &event) == 1 { return event }
      findings.append(fault(parser.pointee))
      hasStopped = true
      return nil
    }

    /// Where and why libyaml stopped.
    private func fault(_ parser: yaml_parser_t) -> YAMLFinding {
      let problem = parser.problem.map { String(cString: $0) } ?? "unreadable"
      let context = parser.context.map { String(cString: $0) } ?? ""
      let opening = offsets.byte(Int(parser.context_mark.index))
      // `*重要` is meant as text; that it is no name of an anchor is beside the point.
      for (sign, words) in [("&", "an anchor"), ("*", "an alias"), ("!", "a tag")]
      where context == "while scanning " + words {
        return YAMLFinding(kind: .unsupported(sign), bytes: opening..<(opening + 1))
      }
      // What is no YAML character at all is placed by bytes, everything else by characters.
      var start =
        parser.error == YAML_READER_ERROR
        ? offsets.byte(atByte: Int(parser.problem_offset))
        : offsets.byte(Int(parser.problem_mark.index))
      // What is still open at the end is better shown where it was opened.
      if start == offsets.end, !context.isEmpty { start = opening }
      return YAMLFinding(kind: .syntax(problem: problem), bytes: start..<start)
    }

    private mutating func node(
      _ parser: UnsafeMutablePointer<yaml_parser_t>, _ event: yaml_event_t, depth: Int
    ) -> YAMLNode? {
      let start = offsets.range(event.start_mark, event.end_mark)
      if depth > YAMLParser.depthLimit {
        findings.append(YAMLFinding(kind: .tooDeep, bytes: start))
        hasStopped = true
        return nil
      }
      refuseDecorations(of: event, at: start)
      switch event.type {
      case YAML_SCALAR_EVENT: return scalar(event, at: start)
      case YAML_SEQUENCE_START_EVENT: return sequence(parser, start, depth)
      case YAML_MAPPING_START_EVENT: return mapping(parser, start, depth)
      default: return YAMLNode(.scalar(""), at: start)
      }
    }

    private mutating func scalar(_ event: yaml_event_t, at range: Range<Int>) -> YAMLNode {
      let style: ScalarStyle =
        switch event.data.scalar.style {
        case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
        case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
        case YAML_LITERAL_SCALAR_STYLE: .literal
        case YAML_FOLDED_SCALAR_STYLE: .folded
        default: .plain
        }
      var range = range
      if style == .literal || style == .folded {
        // libyaml counts the line ends and blank lines behind the last line of the text to it.
        range = offsets.withoutBlanks(atEndOf: range)
      }
      return YAMLNode(.scalar(text(of: event, at: range)), at: range, as: style)
    }

    /// The text of a scalar; what an escape between double quotes stands for is held to the rule for
    /// texts, which what stands there plainly has passed before.
    private mutating func text(of event: yaml_event_t, at bytes: Range<Int>) -> String {
      let scalar = event.data.scalar
      let written = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      guard scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE else {
        return String(decoding: written, as: UTF8.self)
      }
      let check = TextCheck(Array(written))
      for group in check.forbidden.groups {
        findings.append(
          YAMLFinding(
            kind: .forbiddenCharacter(group.character, count: group.count), bytes: bytes))
      }
      return String(decoding: check.bytes, as: UTF8.self)
    }

    /// The node as a value: a plain `~` or `null` says as little as leaving the value out.
    private static func value(_ node: YAMLNode, of event: yaml_event_t) -> YAMLNode {
      guard event.type == YAML_SCALAR_EVENT, event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE,
        YAMLScalar.nothing.contains(node.scalar ?? "")
      else { return node }
      return YAMLNode(.scalar(""), at: node.bytes, as: .plain)
    }

    private mutating func refuseDecorations(of event: yaml_event_t, at bytes: Range<Int>) {
      let (anchor, tag): (UnsafeMutablePointer<UInt8>?, UnsafeMutablePointer<UInt8>?) =
        switch event.type {
        case YAML_ALIAS_EVENT: (event.data.alias.anchor, nil)
        case YAML_SCALAR_EVENT: (event.data.scalar.anchor, event.data.scalar.tag)
        case YAML_SEQUENCE_START_EVENT:
          (event.data.sequence_start.anchor, event.data.sequence_start.tag)
        case YAML_MAPPING_START_EVENT:
          (event.data.mapping_start.anchor, event.data.mapping_start.tag)
        default: (nil, nil)
        }
      if let name = anchor ?? tag {
        findings.append(YAMLFinding(kind: .unsupported(String(cString: name)), bytes: bytes))
      }
    }

    private mutating func sequence(
      _ parser: UnsafeMutablePointer<yaml_parser_t>, _ start: Range<Int>, _ depth: Int
    ) -> YAMLNode? {
      var nodes: [YAMLNode] = []
      while !hasStopped {
        guard var event = next(parser) else { break }
        defer { yaml_event_delete(&event) }
        if event.type == YAML_SEQUENCE_END_EVENT {
          let end = max(nodes.last?.bytes.upperBound ?? start.upperBound, closing(event))
          return YAMLNode(.sequence(nodes), at: start.lowerBound..<end)
        }
        guard let node = node(parser, event, depth: depth + 1), !hasStopped else { break }
        nodes.append(Self.value(node, of: event))
      }
      let end = nodes.last?.bytes.upperBound ?? start.upperBound
      return YAMLNode(.sequence(nodes), at: start.lowerBound..<end)
    }

    private mutating func mapping(
      _ parser: UnsafeMutablePointer<yaml_parser_t>, _ start: Range<Int>, _ depth: Int
    ) -> YAMLNode? {
      var entries: [YAMLNode.Entry] = []
      var seen: [String: Range<Int>] = [:]
      while !hasStopped {
        guard var event = next(parser) else { break }
        defer { yaml_event_delete(&event) }
        if event.type == YAML_MAPPING_END_EVENT {
          let end = max(entries.last?.value.bytes.upperBound ?? start.upperBound, closing(event))
          return YAMLNode(.mapping(entries), at: start.lowerBound..<end)
        }
        guard let key = node(parser, event, depth: depth + 1), var event = next(parser) else {
          break
        }
        defer { yaml_event_delete(&event) }
        // A value that was cut off would be found wrong for what is not its author's fault.
        guard let value = node(parser, event, depth: depth + 1), !hasStopped else { break }
        if let name = key.scalar {
          if let first = seen[name] {
            findings.append(
              YAMLFinding(kind: .duplicateKey(name, first: first), bytes: key.bytes))
          } else {
            seen[name] = key.bytes
          }
        }
        entries.append(YAMLNode.Entry(key: key, value: Self.value(value, of: event)))
      }
      let end = entries.last?.value.bytes.upperBound ?? start.upperBound
      return YAMLNode(.mapping(entries), at: start.lowerBound..<end)
    }

    /// The end of a flow collection; a block collection's own end mark lies behind the blank lines
    /// that follow it, so its last entry tells where it ends.
    private func closing(_ event: yaml_event_t) -> Int {
      event.start_mark.index == event.end_mark.index
        ? 0 : offsets.byte(Int(event.end_mark.index))
    }
  }
}
