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
      // No statement ends before a point or an operator of two sides, nor behind an arrow.
      ("a\n  .b(c =>\n    d)\n  ?.e\nf()\n", "a.b(c=>d)?.e\nf()\n"),
      ("a = b\n  ? c\n  : d && e\n  || f\n", "a=b?c:d&&e||f\n"),
      ("a // b\n  .c()\n", "a // b\n.c()\n"),
      // Behind a word of the language `/` begins a regular expression, behind a name it divides.
      ("for (const a of /[ ' ]/.test(b) ? c : d) {}\n", "for(const a of /[ ' ]/.test(b)?c:d){}\n"),
      ("return / ' , /.test(a)\n", "return / ' , /.test(a)\n"),
      ("a = proof / b ? ' , ' : c / d;\n", "a=proof / b?' , ':c / d;\n"),
    ])
  func strips(_ script: String, _ stripped: String) {
    #expect(String(decoding: ScriptStripping.strip(Array(script.utf8)), as: UTF8.self) == stripped)
  }

  @Test(
    "signs that are not needed go, keys and strings stay",
    arguments: [
      ("f(()=>{a();b();});", "f(()=>{a();b()});"), ("for(;;){a();}", "for(;;){a()}"),
      (
        "f((a)=>b,async(a)=>b,(a,b)=>c,([a])=>b,(a=1)=>b);",
        "f(a=>b,async(a)=>b,(a,b)=>c,([a])=>b,(a=1)=>b);"
      ),
      ("let f=(a)=>(b)=>a+(b);", "let f=a=>b=>a+(b);"), ("return(a)=>b;", "return(a)=>b;"),
      ("a=b?true:false;f(true);", "a=b?!0:!1;f(!0);"),
      ("({true:1,a:true}).true=a.false;", "({true:1,a:true}).true=a.false;"),
      ("';}(a)=>true'", "';}(a)=>true'"), ("`;}${b.map((a)=>true)};}`", "`;}${b.map(a=>!0)};}`"),
    ])
  func leavesOut(_ script: String, _ expected: String) {
    #expect(String(decoding: ScriptSigns.leaveOut(Array(script.utf8)), as: UTF8.self) == expected)
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
      ("(()=>{try{f();}catch{if(g)h();}})()", "(()=>{try{f();}catch{if(g)h();}})()"),
      // What stands for a value that is not there is no name, however deep the pattern.
      (
        "(()=>{f((long)=>{let[{word=true}={},other=false]=long;g(true,false,other);});})()",
        "(()=>{f((e)=>{let[{word=true}={},t=false]=e;g(true,false,t);});})()"
      ),
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

  @Test(
    "declarations that follow each other are joined, all else stays",
    arguments: [
      (
        "(()=>{let a=1;let b=2;let {c}=d;let[e]=f;g();})()",
        "(()=>{let a=1,b=2,{c}=d,[e]=f;g();})()"
      ),
      (
        "(()=>{let f=()=>{let a=1;let b;return a;};let c={d};let e=1;})()",
        "(()=>{let f=()=>{let a=1,b;return a;},c={d},e=1;})()"
      ),
      // After another statement a declaration is one of its own; so is one in another block.
      ("let a=1;f();let b=2;let c;", "let a=1;f();let b=2,c;"),
      ("if(a){let b=1;}let c=2;let d;", "if(a){let b=1;}let c=2,d;"),
      ("for(let a=0;a<b;a++)f();let c;", "for(let a=0;a<b;a++)f();let c;"),
      ("for(let a of b){f();}let c=1;\nlet d;", "for(let a of b){f();}let c=1,d;"),
      ("a=1;let b;let c", "a=1;let b,c"),
      // Lines that end statements, properties, strings, templates, regular expressions.
      ("let a=1\nlet b=2;let c;", "let a=1\nlet b=2,c;"),
      (
        "a.let;let b;f(';let ',`;let ${a};let `,/;let /);let c;",
        "a.let;let b;f(';let ',`;let ${a};let `,/;let /);let c;"
      ),
      ("class A{a=1;b(){let c=1;let d;}}", "class A{a=1;b(){let c=1,d;}}"),
    ])
  func joins(_ script: String, _ joined: String) {
    #expect(String(decoding: ScriptDeclarations.join(Array(script.utf8)), as: UTF8.self) == joined)
  }
}
