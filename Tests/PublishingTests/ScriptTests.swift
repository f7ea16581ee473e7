import Testing

@testable import Workspace

@Suite("Scripts as they are shipped")
struct ScriptTests {
  @Test(
    "comments, indentation and spaces beside signs go, code stays",
    arguments: [
      ("// a\n  const a = 1;\n", "const a=1;\n"),
      ("/** Doc.\n * more */\nf();\n", "f();\n"),
      ("  const x = /** @type {X} */ (y);\n", "const x=(y);\n"),
      ("f('http://x/*y');\n\n", "f('http://x/*y');\n"),
      ("f(' a , b ', \" = \", ` ${ x } , `);\n", "f(' a , b ',\" = \",` ${ x } , `);\n"),
      ("a = b / c / d, e;\n", "a=b / c / d,e;\n"),
      (
        "return a ? /[/ , ]\\/ , /g : / = /.test(b);\n",
        "return a?/[/ , ]\\/ , /g:/ = /.test(b);\n"
      ),
      ("for (const x of y) z = a + +b - -c;\n", "for(const x of y)z=a+ +b- -c;\n"),
      ("const f = async (x) => ({ x });\n", "const f=async(x)=>({x});\n"),
      ("'it\\'s , ' + x in y\n", "'it\\'s , '+x in y\n"),
      ("if (a) {\n  f(b,\n    c);\n}\nlet d = 1\ng()\n", "if(a){f(b,c);}\nlet d=1\ng()\n"),
      ("a(); // b;\nc();\n", "a();// b;\nc();\n"),
    ])
  func strips(_ script: String, _ stripped: String) {
    #expect(String(decoding: ScriptStripping.strip(Array(script.utf8)), as: UTF8.self) == stripped)
  }

  @Test(
    "names that are declared and nowhere known to others are shortened, all else stays",
    arguments: [
      ("(()=>{const long=1;f(long);})()", "(()=>{let eE=1;f(eE);})()"),
      // Properties, keys, methods, shorthands, fields.
      ("(()=>{let key=1;x.key=key;})()", "(()=>{let key=1;x.key=key;})()"),
      ("(()=>{const at=1;f({at});})()", "(()=>{let at=1;f({at});})()"),
      (
        "(()=>{const {one,two:other}=f;g(one,other);})()",
        "(()=>{let {one,two:eE}=f;g(one,eE);})()"
      ),
      (
        "(()=>{class Box{size=1;grow(by){this.size+=by;}}new Box();})()",
        "(()=>{class eE{size=1;grow(e){this.size+=e;}}new eE();})()"
      ),
      // A name of one statement or method may be short, one of the whole script is told from all.
      (
        "(()=>{const all=1;const one=(left)=>left+all;const two=(right)=>right+e;})()",
        "(()=>{let eE=1;let tE=(t)=>t+eE;let nE=(t)=>t+e;})()"
      ),
      (
        "(()=>{class A{a(long){f(long);}b(other){let long=other;f(long);}}})()",
        "(()=>{class eE{a(e){f(e);}b(t){let e=t;f(e);}}})()"
      ),
      // Parameters, patterns, what a browser has.
      ("(()=>f((left,right)=>left+right))()", "(()=>f((e,t)=>e+t))()"),
      (
        "(()=>{for(const [first,...rest] of all)f(first,rest);})()",
        "(()=>{for(let [e,...t] of all)f(e,t);})()"
      ),
      ("(()=>{const name=1,long=name;})()", "(()=>{let name=1,eE=name;})()"),
      ("(()=>{try{f();}catch(error){g(error);}})()", "(()=>{try{f();}catch(e){g(e);}})()"),
      // Strings, templates, regular expressions.
      (
        "(()=>{const word=1;f('word',`word ${word} ${{word:1}}`,/word/);})()",
        "(()=>{let word=1;f('word',`word ${word} ${{word:1}}`,/word/);})()"
      ),
      (
        "(()=>{const long=1;f(`long ${long}`,/[/]long/,'long',e);})()",
        "(()=>{let eE=1;f(`long ${eE}`,/[/]long/,'long',e);})()"
      ),
    ])
  func shortens(_ script: String, _ short: String) {
    #expect(String(decoding: ScriptNames.shorten(Array(script.utf8)), as: UTF8.self) == short)
  }
}
