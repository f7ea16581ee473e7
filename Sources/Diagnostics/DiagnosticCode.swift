/// The stable name of each kind of fault.
///
/// To add one: a case here, the smallest catalogue that shows it in `Tests/InvalidSites/<code>/`, and a
/// row in `Documentation/guide/diagnostics.md`. A test compares the three lists.
package enum DiagnosticCode: String, Sendable, CaseIterable, Hashable {
  // YAML and the shape of a file
  case encoding = "file/encoding"
  case forbiddenCharacter = "text/forbidden-character"
  case invisibleCharacter = "text/invisible-character"
  case decomposedCharacter = "text/decomposed-character"
  case fileName = "file/name"
  case fileLink = "file/link"
  case unknownCollection = "file/unknown-collection"
  case frontMatterMissing = "front-matter/missing"
  case frontMatterMark = "front-matter/mark"
  case yamlWrongSign = "yaml/full-width-sign"
  case yamlMissingSpace = "yaml/missing-space"
  case yamlIndentation = "yaml/indentation"
  case yamlUnclosed = "yaml/unclosed"
  case yamlAfterValue = "yaml/after-value"
  case yamlNeedsQuotes = "yaml/needs-quotes"
  case yamlCommentInValue = "yaml/comment-in-value"
  case yamlCommaInValue = "yaml/comma-in-value"
  case yamlStrayLine = "yaml/stray-line"
  case yamlSyntax = "yaml/syntax"
  case yamlUnsupported = "yaml/unsupported"
  case duplicateKey = "yaml/duplicate-key"

  // The definition, catalogue.yml
  case definitionInvalid = "definition/invalid"
  case definitionUnknownKey = "definition/unknown-key"
  case definitionRole = "definition/role"
  case definitionAmbiguousRole = "definition/ambiguous-role"

  // Fields
  case unknownKey = "field/unknown-key"
  case missingField = "field/missing"
  case recommendedField = "field/recommended"
  case wrongShape = "field/wrong-shape"
  case emptyValue = "field/empty"
  case unknownChoice = "field/unknown-choice"
  case invalidText = "field/invalid-text"
  case invalidInteger = "field/invalid-integer"
  case invalidBoolean = "field/invalid-boolean"
  case invalidURL = "field/invalid-url"
  case invalidReading = "field/invalid-reading"
  case invalidDate = "field/invalid-date"
  case invalidFiscalYear = "field/invalid-fiscal-year"
  case invalidPeriod = "field/invalid-period"
  case invalidMoney = "field/invalid-money"
  case invalidBudget = "field/invalid-budget"
  case invalidNumber = "field/invalid-number"
  case invalidMeasure = "field/invalid-measure"
  case duplicateMeasure = "field/duplicate-measure"
  case invalidCorporateNumber = "field/invalid-corporate-number"
  case duplicateEntry = "field/duplicate-entry"
  case invalidID = "field/invalid-id"
  case otherSpelling = "field/other-spelling"
  case unusualValue = "field/unusual-value"

  // The graph
  case duplicateName = "name/duplicate"
  case formerID = "name/former-id"
  case unknownReference = "reference/unknown"
  case ambiguousReference = "reference/ambiguous"
  case wrongKindReference = "reference/wrong-collection"
  case selfReference = "reference/self"
  case draftReference = "reference/draft"
  case formerReference = "reference/former-id"
  case relationCycle = "reference/cycle"
  case unknownLink = "link/unknown-page"
  case unknownAnchor = "link/unknown-anchor"
  case forbiddenScheme = "link/forbidden-scheme"
  case cutAddress = "link/cut-address"
  case privateAddress = "link/private-address"
  case orphanRecord = "record/orphan"

  // The rules of the definition
  case ruleMissing = "rule/missing"
  case ruleForbidden = "rule/forbidden"
  case ruleTooMany = "rule/too-many"
  case ruleNotCovered = "rule/not-covered"
  case ruleOutside = "rule/outside-period"
  case ruleNotOver = "rule/not-over"
  case ruleWords = "rule/words"
  case ruleSeries = "rule/series"
  case ruleReading = "rule/reading"

  // Markdown
  case rawHTML = "markdown/raw-html"
  case unknownCallout = "markdown/unknown-callout"
  case typedList = "markdown/typed-list"
  case brokenComment = "markdown/broken-comment"
  case imageWithoutText = "markdown/image-without-text"
  case imageMissing = "markdown/image-missing"
  case nearHeading = "markdown/heading"
  case nearList = "markdown/list"
  case nearTable = "markdown/table"
  case nearCode = "markdown/code"
  case nearLink = "markdown/link"
  case nearEmphasis = "markdown/emphasis"
  case nearRuby = "markdown/ruby"
  case nearFootnote = "markdown/footnote"
  case markdownOther = "markdown/other"

  // What is written
  case outputPath = "output/path"
  case vanishedAddress = "address/vanished"
  case addressLine = "address/unreadable"

  // Templates
  case templateSyntax = "template/syntax"
  case templateMissing = "template/missing"
  case templateUnknownName = "template/unknown-name"
  case unusedTemplate = "template/unused"
  case unusedScript = "template/unused-script"
  case listWithoutPager = "template/no-pager"

  /// Whether some faults of this kind are warnings.
  package var mayBeWarning: Bool {
    switch self {
    // Names of assets, templates of the program, rules that say so, and marks in fields.
    case .fileName, .templateUnknownName, .ruleMissing, .ruleForbidden, .ruleTooMany,
      .ruleNotCovered, .ruleOutside, .ruleNotOver, .ruleWords, .ruleSeries, .ruleReading,
      .brokenComment, .invalidText:
      true
    default: severity == .warning
    }
  }

  /// What a fault of this kind is unless a check says otherwise.
  package var severity: Diagnostic.Severity {
    switch self {
    case .rawHTML, .unknownCallout, .typedList, .recommendedField, .orphanRecord, .imageWithoutText,
      .markdownOther,
      .nearHeading, .nearList, .nearLink, .nearEmphasis, .nearRuby, .nearFootnote, .cutAddress,
      .privateAddress, .invisibleCharacter, .decomposedCharacter,
      .duplicateEntry, .otherSpelling, .unusualValue, .formerReference, .vanishedAddress,
      .definitionAmbiguousRole, .unusedTemplate,
      .unusedScript, .listWithoutPager:
      .warning
    default: .error
    }
  }
}
