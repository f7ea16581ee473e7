import CBuild

/// The version of the tool, which `--version` and `build.json` tell.
enum ToolVersion {
  static let text = "0.1.0"

  /// The version with the commit that the program is made of: of two programs of one version, which it is.
  static var withCommit: String {
    let commit = String(cString: build_commit())
    return commit.isEmpty ? text : "\(text) (\(commit))"
  }
}
