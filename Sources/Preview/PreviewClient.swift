private import ByteWriting
package import Diagnostics

/// The script and style sheet that pages of the preview load, as files of their own: a strict
/// `Content-Security-Policy` (`script-src 'self'; style-src 'self'; connect-src 'self'`) lets them in.
package enum PreviewClient {
  /// The answer to ``PreviewPath/script``.
  package static func script(_ language: MessageLanguage) -> Answer {
    let words = PreviewWords(language)
    var out = ByteWriter()
    out.append("\"use strict\";\n{\nconst words = {")
    for (name, text) in [
      ("errors", words.errors), ("older", words.older), ("close", words.close),
      ("warningsBefore", words.warnings.before), ("warningsAfter", words.warnings.after),
      ("noSite", words.noSite), ("heals", words.heals), ("lang", language.rawValue),
      ("eventsPath", PreviewPath.events), ("stylePath", PreviewPath.style),
    ] {
      out.append(json: name)
      out.append(":")
      out.append(json: text)
      out.append(",")
    }
    out.append("};\n")
    out.append(body)
    return Answer(status: 200, type: "text/javascript; charset=utf-8", body: AnswerBody(out.bytes))
  }

  /// The answer to ``PreviewPath/style``.
  package static let style = Answer(
    status: 200, type: "text/css; charset=utf-8", body: AnswerBody(Array(sheet.utf8)))

  // A tab that is not looked at lets its connection go: browsers open six to one host, over all tabs.
  // When it is looked at again, the generation tells whether it missed something.
  private static let body: StaticString = #"""
    const generation = document.currentScript.dataset.generation;
    let source = null;
    let overlay = null;

    function element(name, text, parent) {
      const made = document.createElement(name);
      made.textContent = text;
      parent.append(made);
      return made;
    }

    function hide() {
      if (overlay) overlay.remove();
      overlay = null;
    }

    // Neither the site's rules reach what is added nor these the site.
    function attach(build) {
      hide();
      overlay = document.createElement("mokuroku-preview");
      overlay.lang = words.lang;
      const root = overlay.attachShadow({ mode: "open" });
      const style = element("link", "", root);
      style.rel = "stylesheet";
      style.href = words.stylePath;
      const added = build(root);
      added.hidden = true;
      style.addEventListener("load", () => { added.hidden = false; });
      style.addEventListener("error", () => { added.hidden = false; });
      document.body.append(overlay);
    }

    function warn(report) {
      attach((root) => {
        const notice = element("details", "", root);
        notice.className = "notice";
        element("summary", words.warningsBefore + report.count + words.warningsAfter, notice);
        const lines = element("pre", report.text, notice);
        lines.tabIndex = 0;
        return notice;
      });
    }

    function show(text) {
      const report = document.body.matches(".page") && document.getElementById("report");
      if (report) {
        document.title = words.noSite;
        document.getElementById("heading").textContent = words.noSite;
        document.getElementById("advice").textContent = words.heals;
        report.textContent = text;
        return;
      }
      attach((root) => {
        const panel = element("section", "", root);
        panel.className = "panel";
        panel.setAttribute("role", "alert");
        panel.setAttribute("aria-label", words.errors);
        element("h2", words.errors, panel);
        const close = element("button", words.close, panel);
        close.type = "button";
        close.addEventListener("click", hide);
        element("p", words.older, panel);
        const lines = element("pre", text, panel);
        lines.tabIndex = 0;
        return panel;
      });
    }

    function leave() {
      if (source) source.close();
      source = null;
    }

    function listen() {
      if (source || document.visibilityState === "hidden") return;
      source = new EventSource(words.eventsPath + "?generation=" + encodeURIComponent(generation));
      source.addEventListener("errors", (event) => show(JSON.parse(event.data).text));
      source.addEventListener("warnings", (event) => warn(JSON.parse(event.data)));
      source.addEventListener("healed", hide);
      source.addEventListener("reload", () => {
        leave();
        location.reload();
      });
    }

    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") leave(); else listen();
    });
    addEventListener("pagehide", leave);
    addEventListener("pageshow", listen);
    listen();
    }

    """#

  private static let sheet = """
    :host { all: initial; }
    .page, .panel, .notice {
      color-scheme: light dark;
      --ground: #fff; --ink: #1a1a1c; --edge: #b3261e; --soft: #f5f5f7;
      color: var(--ink); background: var(--ground);
      font: 1rem/1.7 system-ui, "Hiragino Sans", "Noto Sans CJK JP", "Noto Sans JP", sans-serif;
    }
    @media (prefers-color-scheme: dark) {
      .page, .panel, .notice { --ground: #1a1a1c; --ink: #f1f1f4; --edge: #f2b8b5; --soft: #2a2a2e; }
    }
    .page { margin: 0; }
    .page main { max-width: 60rem; margin: 0 auto; padding: 2rem 1rem; }
    .page h1 { font-size: 1.5rem; }
    .panel {
      position: fixed; inset: auto 0 0 0; z-index: 2147483647; box-sizing: border-box;
      max-height: 60vh; overflow: auto; padding: 1rem;
      border-block-start: 4px solid var(--edge); box-shadow: 0 -4px 24px rgb(0 0 0 / 30%);
      display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: .5rem 1rem;
    }
    .panel[hidden], .notice[hidden] { display: none; }
    .notice {
      position: fixed; inset: auto 1rem 1rem auto; z-index: 2147483647; box-sizing: border-box;
      max-width: min(60rem, calc(100vw - 2rem)); max-height: 60vh; overflow: auto;
      border: 1px solid currentcolor; border-radius: 8px; box-shadow: 0 2px 12px rgb(0 0 0 / 20%);
    }
    .notice summary { padding: .5rem 1rem; min-height: 28px; cursor: pointer; }
    .panel h2 { margin: 0; font-size: 1.125rem; }
    .panel p { margin: 0; }
    .panel p, .panel pre { grid-column: 1 / -1; }
    .panel button {
      min-width: 44px; min-height: 44px; padding: 0 1rem; font: inherit; color: inherit;
      background: var(--soft); border: 1px solid currentcolor; border-radius: 8px; cursor: pointer;
    }
    pre {
      margin: 0; padding: .75rem; overflow: auto; background: var(--soft); border-radius: 8px;
      font: .875rem/1.6 "Noto Sans Mono CJK JP", "BIZ UDGothic", ui-monospace, monospace;
    }
    pre:empty { display: none; }
    :focus-visible { outline: 3px solid var(--edge); outline-offset: 2px; }
    @media print { .panel, .notice { display: none; } }

    """
}
