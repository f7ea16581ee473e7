extension Array {
  /// The same elements without much room to grow, for what is kept.
  var fitted: [Element] {
    // What is filled to three quarters is not worth a copy.
    if capacity - count <= capacity / 4 { return self }
    var fitted: [Element] = []
    fitted.reserveCapacity(count)
    fitted.append(contentsOf: self)
    return fitted
  }
}
