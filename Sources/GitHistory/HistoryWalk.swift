import CatalogueModel
import JapaneseText

/// Goes from a commit back to where each record's file changed last.
///
/// A file is followed along one line of commits: through a merge, to the first side that has it as the merge has it. So
/// what is found is what `git log -1 -- FILE` tells, with dates by the committer, but for changes of no content.
struct HistoryWalk {
  /// What a walk came to.
  struct Findings {
    var changes: [ContentHistory.Change] = []
    /// Whether a commit was reached whose parents were not copied before enough was found.
    var isCutOff = false
  }

  /// The files that are followed to a commit: for each path there the paths of today, more than one where files
  /// were copied.
  private typealias Followed = [String: [String]]

  private struct Stop {
    let id: ObjectID
    let commit: GitCommit
    var followed: Followed
  }

  private var reader: CommitReader
  private let shallow: Set<ObjectID>
  private var stops: [Stop] = []
  private var findings = Findings()

  /// After how many files no further commit is looked at, since nothing tells of more, and how many commits are.
  private static let (enough, mostCommits) = (50, 20_000)
  /// How many files that went are read, to know one that came for the same.
  private static let mostRenamed = 500

  /// Prepares to go back through commits.
  init(_ reader: CommitReader, shallow: Set<ObjectID>) {
    self.reader = reader
    self.shallow = shallow
  }

  /// Follows the files of a commit; nil where it has no content.
  static func run(
    from head: ObjectID, _ reader: CommitReader, shallow: Set<ObjectID>
  ) throws(GitTrouble) -> Findings? {
    var walk = HistoryWalk(reader, shallow: shallow)
    return try walk.run(from: head)
  }

  private mutating func run(from head: ObjectID) throws(GitTrouble) -> Findings? {
    let commit = try reader.commit(head)
    guard let content = try reader.content(of: commit) else { return nil }
    var followed = Followed()
    for file in try reader.differences(from: nil, to: content) { followed[file.path] = [file.path] }
    if followed.isEmpty { return nil }
    stops = [Stop(id: head, commit: commit, followed: followed)]
    for _ in 0..<Self.mostCommits {
      if findings.changes.count >= Self.enough || reader.isSpent { break }
      guard let stop = takeNewest() else { break }
      if shallow.contains(stop.id) {
        findings.isCutOff = true
        break
      }
      try visit(stop)
    }
    findings.changes.sort {
      $0.instant != $1.instant ? $0.instant > $1.instant : $0.path < $1.path
    }
    return findings
  }

  /// The commit with the latest date among those that are to be looked at.
  private mutating func takeNewest() -> Stop? {
    guard
      let place = stops.indices.max(by: { left, right in
        let (one, other) = (stops[left], stops[right])
        return one.commit.seconds != other.commit.seconds
          ? one.commit.seconds < other.commit.seconds
          : one.id.bytes.lexicographicallyPrecedes(other.id.bytes)
      })
    else { return nil }
    return stops.remove(at: place)
  }

  private mutating func visit(_ stop: Stop) throws(GitTrouble) {
    guard !stop.commit.parents.isEmpty else {
      for (_, names) in stop.followed { find(names, at: stop.commit, isNew: true) }
      return
    }
    let content = try reader.content(of: stop.commit)
    var parents: [Parent] = []
    for id in stop.commit.parents {
      let commit = try reader.commit(id)
      let differences = try reader.differences(from: reader.content(of: commit), to: content)
      parents.append(Parent(id: id, commit: commit, differences: differences))
      // What one side has alike is followed there.
      if differences.isEmpty {
        follow(stop.followed, to: id, commit)
        return
      }
    }
    var rest = stop.followed
    let first = parents[0]
    for path in first.changed.keys.sorted() {
      guard let names = rest[path] else { continue }
      if let other = parents.dropFirst().first(where: { $0.changed[path] == nil }) {
        follow([path: names], to: other.id, other.commit)
      } else if let (parent, before) = try origin(of: path, in: &parents) {
        rest[path] = nil
        follow([before: names], to: parent.id, parent.commit)
        continue
      } else {
        find(names, at: stop.commit, isNew: parents.allSatisfy { $0.changed[path]?.before == nil })
      }
      rest[path] = nil
    }
    if !rest.isEmpty { follow(rest, to: first.id, first.commit) }
  }

  /// A parent of a commit, with what the commit has otherwise.
  private struct Parent {
    let id: ObjectID
    let commit: GitCommit
    let changed: [String: Difference]
    /// The paths of the files that the commit has no more, by their objects.
    let gone: [ObjectID: String]
    /// The same by what is content of them; nil until it is asked for.
    var goneContents: [[UInt8]: String]?

    init(id: ObjectID, commit: GitCommit, differences: [Difference]) {
      self.id = id
      self.commit = commit
      changed = Dictionary(
        differences.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
      gone = Dictionary(
        differences.compactMap { difference in
          difference.after == nil ? difference.before.map { ($0, difference.path) } : nil
        }, uniquingKeysWith: { first, _ in first })
    }
  }

  /// Where a file comes from that a commit has otherwise than its parents, when its content is the same.
  private mutating func origin(
    of path: String, in parents: inout [Parent]
  ) throws(GitTrouble) -> (Parent, String)? {
    for place in parents.indices {
      guard let difference = parents[place].changed[path], let after = difference.after else {
        continue
      }
      if let before = difference.before {
        if try content(of: before) == content(of: after) { return (parents[place], path) }
      } else if let former = parents[place].gone[after] {
        return (parents[place], former)
      } else if let former = try goneContents(of: &parents[place])[content(of: after)] {
        return (parents[place], former)
      }
    }
    return nil
  }

  /// The paths of the files that a commit has no more, by what is content of them.
  private mutating func goneContents(
    of parent: inout Parent
  ) throws(GitTrouble) -> [[UInt8]: String] {
    if let known = parent.goneContents { return known }
    var contents: [[UInt8]: String] = [:]
    let gone = parent.gone.sorted { $0.value < $1.value }.prefix(Self.mostRenamed)
    for (id, path) in gone { contents[try content(of: id)] = path }
    parent.goneContents = contents
    return contents
  }

  private mutating func content(of file: ObjectID) throws(GitTrouble) -> [UInt8] {
    MeantContent.of(try reader.file(file))
  }

  private mutating func follow(_ files: Followed, to id: ObjectID, _ commit: GitCommit) {
    guard let place = stops.firstIndex(where: { $0.id == id }) else {
      stops.append(Stop(id: id, commit: commit, followed: files))
      return
    }
    stops[place].followed.merge(files) { $0 + $1 }
  }

  private mutating func find(_ names: [String], at commit: GitCommit, isNew: Bool) {
    for name in names {
      findings.changes.append(
        ContentHistory.Change(
          path: "content/" + name, instant: JapaneseInstant(seconds: commit.seconds), isNew: isNew))
    }
  }
}
