import CatalogueModel
import JapaneseText

/// The tree that the places of a document make by their steps.
struct Outline {
  let places: [DocumentPlace]
  let citing: [CitedPlaces.Citing]
  /// For each place the first of `citing`; one more for the end.
  private let firsts: [Int]

  init(places: [DocumentPlace], citing: [CitedPlaces.Citing]) {
    self.places = places
    self.citing = citing
    var firsts: [Int] = []
    for (index, item) in citing.enumerated() where item.place == firsts.count {
      firsts.append(index)
    }
    self.firsts = firsts + [citing.count]
  }

  /// The lines down to a depth, without those that have the same places as the one below them.
  func lines(depth: Int) -> [CitedPlaces.Line] {
    var lines: [CitedPlaces.Line] = []
    append(places.indices, depth: 0, limit: depth, to: &lines)
    return lines
  }

  /// The places below a node, one range for each step that follows.
  private func children(of range: Range<Int>, depth: Int) -> [Range<Int>] {
    var children: [Range<Int>] = []
    for index in range where places[index].steps.count > depth {
      let step = places[index].steps[depth]
      if let last = children.last, places[last.lowerBound].steps[depth] == step {
        children[children.count - 1] = last.lowerBound..<index + 1
      } else {
        children.append(index..<index + 1)
      }
    }
    return children
  }

  private func append(
    _ range: Range<Int>, depth: Int, limit: Int, to lines: inout [CitedPlaces.Line]
  ) {
    for child in children(of: range, depth: depth) {
      // A chapter that is all in one section says no more than the section.
      let isSection =
        depth + 1 < limit && children(of: child, depth: depth + 1) == [child]
      if !isSection { lines.append(line(child, depth: depth)) }
      if depth + 1 < limit { append(child, depth: depth + 1, limit: limit, to: &lines) }
    }
  }

  private func line(_ range: Range<Int>, depth: Int) -> CitedPlaces.Line {
    let citing = citing[firsts[range.lowerBound]..<firsts[range.upperBound]]
    return CitedPlaces.Line(
      label: places[range.lowerBound].label(ofSteps: depth + 1), places: range,
      first: citing.startIndex, records: Set(citing.map(\.record)))
  }

  /// How many uncited places are named.
  private static let gapLimit = 30

  /// The places that are skipped where siblings are counted.
  func gaps() -> [String] {
    var gaps: [String] = []
    appendGaps(places.indices, depth: 0, to: &gaps)
    return Array(gaps.prefix(Self.gapLimit))
  }

  private func appendGaps(_ range: Range<Int>, depth: Int, to gaps: inout [String]) {
    var before: DocumentPlace.Step?
    for child in children(of: range, depth: depth) {
      let place = places[child.lowerBound]
      let step = place.steps[depth]
      if DocumentPlace.isCounted(step), let last = before, DocumentPlace.areAlike(last, step),
        let one = last.numbers.last, let other = step.numbers.first, other - one > 1,
        other - one <= Self.gapLimit
      {
        let parent = depth == 0 ? "" : place.label(ofSteps: depth)
        for number in one + 1..<other { gaps.append(step.sibling(number, below: parent)) }
      }
      before = step
      if gaps.count > Self.gapLimit { return }
      appendGaps(child, depth: depth + 1, to: &gaps)
    }
  }
}
