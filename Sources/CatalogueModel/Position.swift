/// A position among the things of one kind: among the records, the edges, the fields of a collection.
///
/// A type of its own for each kind, so that none can stand where another is meant. Positions are ranks
/// of one edition and mean nothing in another; there a record is known by its `RecordID`.
public struct Position<Thing>: Sendable, Hashable, Comparable {
  /// How many things stand before it; 32 bits, as no catalogue has more things of one kind.
  @usableFromInline let stored: Int32

  /// The position of the thing with `offset` things before it.
  @inlinable public init(_ offset: Int) {
    stored = Int32(offset)
  }

  /// How many things stand before it.
  @inlinable public var offset: Int { Int(stored) }

  /// Whether both are the position of one thing.
  @inlinable public static func == (left: Self, right: Self) -> Bool {
    left.stored == right.stored
  }

  /// The order of the things.
  @inlinable public static func < (left: Self, right: Self) -> Bool {
    left.stored < right.stored
  }

  /// Hashes the number.
  @inlinable public func hash(into hasher: inout Hasher) { hasher.combine(stored) }
}

// With these, a range of positions is a collection of them.
extension Position: Strideable {
  /// How many things `other` stands behind this one.
  @inlinable public func distance(to other: Self) -> Int { other.offset - offset }

  /// The position `distance` things behind this one.
  @inlinable public func advanced(by distance: Int) -> Self { Self(offset + distance) }
}

/// The position of a record in `Catalogue.records`, which is its rank on pages.
package typealias RecordIndex = Position<Record>
/// The position of an edge in `Catalogue.edges`.
package typealias EdgeIndex = Position<Edge>
/// The position of a mention in `Catalogue.mentions`.
package typealias MentionIndex = Position<Mention>
/// The position of a collection in `Schema.collections`.
package typealias CollectionIndex = Position<Collection>
/// The position of a relation in `Schema.relations`.
package typealias RelationIndex = Position<Relation>
/// The position of a field in `Collection.fields`.
package typealias FieldIndex = Position<FieldDefinition>
/// The position of a field of a connexion in `Relation.edgeFields`.
package typealias EdgeFieldIndex = Position<EdgeField>

/// A field of a connexion: it is defined as other fields are, but counted by itself.
package enum EdgeField {}
