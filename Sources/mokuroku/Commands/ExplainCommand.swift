import ArgumentParser
import CatalogueModel
import CataloguePages
import Diagnostics
import Mustache

/// `mokuroku explain`.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: .spoken(
      "書き方と、報告の符号を説明します。", en: "Explains how things are written, and the codes of reports."),
    discussion: .spoken(
      "符号を書くと(mokuroku explain field/missing)、その報告が何を言っているか、どう直すかを示します。",
      en:
        "With a code (mokuroku explain field/missing) it says what the report means and how to mend it."
    ),
    subcommands: [Code.self, Templates.self, Site.self, Fields.self, Roles.self, Codes.self],
    defaultSubcommand: Code.self)

  /// `mokuroku explain CODE`: what a report means, with a mistake and the same mended.
  struct Code: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: .spoken("報告の符号を説明します。符号だけでも引けます。", en: "Explains the code of a report."))

    @Argument(
      help: .spoken(
        "符号。field/missing など。一覧は mokuroku explain codes。",
        en: "The code, such as field/missing; 'mokuroku explain codes' lists them."))
    var code: String?

    @Option(name: .long, help: .spoken("メッセージの言語。ja か en。", en: "The language of messages."))
    var lang = MessageLanguage.japanese

    func run() throws {
      guard let written = code else {
        Console.say(ExplainCommand.overview.text(in: lang))
        return
      }
      // As a report prints it: エラー[field/missing].
      let code = String(written.drop { $0 == "[" }.prefix { $0 != "]" })
      guard let code = DiagnosticCode(rawValue: code) else {
        let near = Nearest.words(to: code, among: DiagnosticCode.allCases.map(\.rawValue))
        let hint = near.isEmpty ? "" : near.joined(separator: ", ")
        throw ValidationError(
          LocalisedText(
            "「\(code)」という符号はありません。" + (hint.isEmpty ? "" : "近いのは \(hint) です。")
              + "一覧は mokuroku explain codes で見られます。",
            en: "there is no code '\(code)'" + (hint.isEmpty ? "" : "; near are \(hint)")
              + "; 'mokuroku explain codes' lists them all"
          ).text(in: lang))
      }
      Console.say("\(code.rawValue)  \(code.severity.word.text(in: lang))")
      Console.say(code.summary.text(in: lang))
      let labels = (
        LocalisedText("誤り", en: "wrong").text(in: lang),
        LocalisedText("直した形", en: "mended").text(in: lang)
      )
      Console.say(
        "\n\(labels.0)\n    \(code.example.wrong)\n\(labels.1)\n    \(code.example.right)")
      if code.mayBeWarning {
        Console.say(
          "\n"
            + LocalisedText(
              "警告は、catalogue.yml の reports で切ることも、誤りにすることもできます。",
              en: "catalogue.yml can switch warnings off, or make them errors, under 'reports'"
            ).text(in: lang))
      }
    }
  }

  /// What `mokuroku explain` alone says.
  fileprivate static let overview = LocalisedText(
    """
    何を説明するかを書きます。
      mokuroku explain 符号       報告の意味と直し方(符号は field/missing など)
      mokuroku explain codes      符号の一覧
      mokuroku explain site       catalogue.yml の site に書ける設定
      mokuroku explain fields     欄の書き方
      mokuroku explain roles      欄の役割
      mokuroku explain templates  テンプレートで使える名前
    """,
    en: """
      say what to explain:
        mokuroku explain CODE       what a report means (field/missing, for one)
        mokuroku explain codes      all codes
        mokuroku explain site       the settings under 'site' of catalogue.yml
        mokuroku explain fields     how fields are written
        mokuroku explain roles      the roles of fields
        mokuroku explain templates  the names that templates have
      """)

  /// `mokuroku explain templates`: what each kind of page offers to its template.
  struct Templates: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: .spoken(
        "テンプレートで使える名前を、ページの種類ごとに示します。",
        en: "Shows the names that templates have, by kind of page (in Japanese)."))

    @Argument(
      help: .spoken(
        "ページの種類(record など)。なければすべて。", en: "A kind of page, such as record; all by default."))
    var kind: String?

    @OptionGroup var language: LanguageOptions

    func run() throws {
      let kinds = PageKinds.all.filter { kind == nil || $0.template == kind }
      guard !kinds.isEmpty else {
        throw ValidationError(
          LocalisedText(
            "選べるのは" + PageKinds.all.map { $0.template }.joined(separator: "、") + "です。",
            en: "choose one of " + PageKinds.all.map { $0.template }.joined(separator: ", ")
          ).text(in: language.lang))
      }
      if kind == nil {
        Console.say("# すべてのページ")
        show(PageFrame.shape(assets: AssetNames([])), depth: 0)
      }
      for kind in kinds {
        Console.say("\n# \(kind.template).mustache  \(kind.summary.text(in: language.lang))")
        show(kind.shape, depth: 0)
      }
    }

    private func show(_ fields: [ViewShape.Field], depth: Int) {
      for field in fields {
        let indent = String(repeating: "  ", count: depth)
        Console.say("\(indent){{\(field.name)}}  \(word(field.shape))  \(field.summary)")
        show(inner(field.shape), depth: depth + 1)
      }
    }

    private func inner(_ shape: ViewShape) -> [ViewShape.Field] {
      switch shape {
      case .list(let element): inner(element)
      case .object(let fields): fields
      default: []
      }
    }

    private func word(_ shape: ViewShape) -> String {
      switch shape {
      case .text: "文字"
      case .html: "HTML"
      case .flag: "条件"
      case .number: "数"
      case .list: "一覧"
      case .object: "組"
      }
    }
  }

  /// `mokuroku explain site`: what is said of the site as a whole.
  struct Site: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: .spoken(
        "catalogue.yml の site に書ける設定を示します。",
        en: "Shows the settings under 'site' of catalogue.yml."))

    @OptionGroup var language: LanguageOptions

    func run() throws {
      for setting in SiteSetting.allCases {
        Console.say("\(setting.rawValue)\n    \(setting.summary.text(in: language.lang))")
      }
    }
  }

  /// `mokuroku explain fields`: the field types.
  struct Fields: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: .spoken(
        "catalogue.yml に書ける欄の型を示します。", en: "Shows the types of fields for catalogue.yml."))

    @OptionGroup var language: LanguageOptions

    func run() throws {
      for type in FieldTypeRegistry.summaries {
        Console.say("\(type.name)\n    \(type.summary.text(in: language.lang))")
      }
    }
  }

  /// `mokuroku explain roles`: what a field can be to its record.
  struct Roles: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: .spoken(
        "catalogue.yml に書ける欄の役目を示します。", en: "Shows the roles of fields for catalogue.yml."))

    @OptionGroup var language: LanguageOptions

    func run() throws {
      for role in FieldRole.allCases {
        let isGiven = (FieldRole.given + FieldRole.ofEdges).contains(role)
        let types = FieldTypeRegistry.names(fitting: role).joined(separator: " ")
        Console.say(
          (isGiven ? "role: \(role.rawValue)" : role.rawValue)
            + (types.isEmpty ? "" : "  (\(types))")
            + "\n    \(role.summary.text(in: language.lang))")
      }
    }
  }

  /// `mokuroku explain codes`: the codes of diagnostics.
  struct Codes: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: .spoken("報告の符号を並べます。", en: "Lists the codes of reports."))

    @OptionGroup var language: LanguageOptions

    func run() throws {
      for code in DiagnosticCode.allCases {
        Console.say("\(code.rawValue)\t\(code.severity.word.text(in: language.lang))")
      }
    }
  }
}
