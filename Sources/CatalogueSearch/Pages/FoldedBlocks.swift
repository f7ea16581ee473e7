/// The folded texts of a page, one after another.
struct FoldedBlocks: Sendable {
  /// What a block is.
  enum Kind: Sendable {
    /// A title or an alias.
    case name
    /// A heading or the summary.
    case heading
    case text
    /// The text of a page about the site.
    case aside
  }

  private var units: [UInt16] = []
  private var blocks: [(end: Int, kind: Kind)] = []

  /// Folds a text and adds it, unless it is empty; gives its units.
  @discardableResult
  mutating func add(_ text: String, _ kind: Kind) -> ArraySlice<UInt16> {
    if text.isEmpty { return [] }
    let start = units.count
    GramText.append(text, to: &units)
    blocks.append((units.count, kind))
    return units[start...]
  }

  /// How many units there are.
  var count: Int { units.count }

  /// Gives back the room that is left: there are as many of these as pages.
  mutating func trim() { units = units.withUnsafeBufferPointer { Array($0) } }

  /// Tells the units and the kind of each block, in order.
  func each(_ visit: (UnsafeBufferPointer<UInt16>, Kind) -> Void) {
    units.withUnsafeBufferPointer { units in
      var start = 0
      for (end, kind) in blocks {
        visit(UnsafeBufferPointer(rebasing: units[start..<end]), kind)
        start = end
      }
    }
  }
}
