import fc from "fast-check";

/** Ways to make a page run or load something (OWASP's cheat sheets); `N` is replaced by a number. */
const PATTERNS = [
  "<script>alert(N)</script>",
  "</script><script>alert(N)</script>",
  "<img src=x onerror=alert(N)>",
  '"><img src=x onerror="alert(N)">',
  "'><svg/onload=alert(N)>",
  "<svg><script>alert(N)</script></svg>",
  "<svg><animate onbegin=alert(N) attributeName=x dur=1s>",
  "<iframe srcdoc='<script>alert(N)</script>'></iframe>",
  "<iframe src=javascript:alert(N)>",
  "<object data=javascript:alert(N)>",
  "<embed src=javascript:alert(N)>",
  "<a href=javascript:alert(N)>N</a>",
  "<math><a xlink:href=javascript:alert(N)>N",
  "<details open ontoggle=alert(N)>",
  "<body onload=alert(N)>",
  "<base href=//evil.example/N/>",
  "<link rel=stylesheet href=//evil.example/N.css>",
  "<meta http-equiv=refresh content='0;url=//evil.example/N'>",
  "<form action=//evil.example/N><button>N</button></form>",
  "<style>*{background:url(//evil.example/N)}</style>",
  "<template><img src=x onerror=alert(N)></template>",
  "<noscript><p title='</noscript><img src=x onerror=alert(N)>'>",
  "<!--<img src='--><img src=x onerror=alert(N)>'>",
  "<![CDATA[<script>alert(N)</script>]]>",
  "javascript:alert(N)",
  "JaVaScRiPt:alert(N)",
  "java\tscript:alert(N)",
  "\u0001javascript:alert(N)",
  "data:text/html,<script>alert(N)</script>",
  "vbscript:msgbox(N)",
  "//evil.example/N",
  "https://management.azure.com@evil.example/N",
  "{{constructor.constructor('alert(N)')()}}",
  "${alert(N)}",
  "#{alert(N)}",
  "<%= alert(N) %>",
  "`;alert(N)//",
  "');alert(N);//",
  "\\x3cscript\\x3ealert(N)\\x3c/script\\x3e",
  "&lt;script&gt;alert(N)&lt;/script&gt;",
  "&#60;script&#62;alert(N)",
  "%3Cscript%3Ealert(N)%3C/script%3E",
  "\uFF1Cscript\uFF1Ealert(N)\uFF1C/script\uFF1E",
  "\u202E<script>alert(N)",
  "__proto__N",
  "constructor.N",
  '=HYPERLINK("//evil.example/N")',
  "@SUM(1+N)*cmd|'/C calc'!A0",
  "' or 1=1 | take N --",
  "$(touch /tmp/N)",
  "; rm -rf /tmp/N",
];

/** What ends, hides, turns round or looks like something else, and plain letters between. */
const TRICKY = [
  ..."<>\"'`&=/\\;:{}[]()$%#!-\u0000\b\t\n\r\u007F\u0085\u00A0\u00AD\u0130\u017F\u0301",
].concat([..."\u200B\u200D\u200F\u2028\u2029\u202E\u2066\u212A\uFE64\uFEFF\uFF1C\uFF1E\uFFFD"]);

/** So many hostile texts, each once, the same in every run: half of them patterns, half tricky Unicode. */
export function hostileTexts(count: number): string[] {
  const half = Math.ceil(count / 2);
  const patterns = Array.from({ length: half }, (_, at) =>
    (PATTERNS[at % PATTERNS.length] ?? "").replaceAll("N", String(at)),
  );
  const unit = fc.oneof(fc.constantFrom(...TRICKY), fc.constantFrom(..."abcijoprstv01"));
  const drawn = fc.string({ unit, minLength: 1, maxLength: 20 });
  const texts = fc.sample(drawn, { numRuns: count - half, seed: 20_261_121 });
  return [...patterns, ...texts.map((text, at) => `${at}<b>${text}`)];
}
