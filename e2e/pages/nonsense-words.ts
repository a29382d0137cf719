// The vocabulary of nonsense.ts: values, parameters and headers that no page sends, or that pages send elsewhere.

/** A list written as words with spaces between. */
const list = (words: string) => words.trim().split(/\s+/);

const long = (what: string, times: number) => what.repeat(times);

/** Values for a part of a path or a parameter, escaped already. */
export const NASTY: readonly string[] = [
  "",
  ...list(`
    %ff % %zz %c0%af %ed%a0%80 %00 %0d%0aX:%20y %2e%2e%2f .. %2e%2e/%2e%2e %u0041 %25ff %25%32%35 %252e%252e%252f %2500 %F0%9F
    __proto__ constructor toString hasOwnProperty prototype valueOf __defineGetter__ then null undefined NaN true
    0 -1 1e309 2147483647 2147483648 -2147483649 4294967296 9007199254740993 99999999999999999999 0x10 1.5 +0 %2B1 ١٢
    ' \\ %22 %27%20OR%201=1-- * %25 _ ( ) NEAR( %22%22%22 a*b* - ^ ~ %5C%5C $1 $%7B7*7%7D %7B%7B7*7%7D%7D ; | & =
    st-7k2m9q st-0000000 sp- a.json a..json a.csv.json .json .banana a%2Fb a%5Cb a;b=c a#b
    %E2%80%AE %E2%80%8B %EF%BB%BF %D9%85%D9%88%D8%B6 %F0%9F%92%A9 %F0%9F%91%A9%E2%80%8D%F0%9F%9A%80 %EF%BF%BF %E2%80%A8
    2025-13-45 2025-02-30 0000-00-00 0000-01-01 0001-01-01 9999-12-31 9999-12-32 10000-01-01 1582-10-10 1500-02-29
    -271821-04-20 +275760-09-13 0000 999999 2025-10-28T25:61 2025-10-28T00:00:00+99:99 24:00
    [object%20Object] {} [] %5B%5D <script> %3Cscript%3E javascript:alert(1) //evil.example ///evil https://evil.example
    data:text/html,x file:///etc/passwd ../../../../etc/passwd`),
  long("%CC%81", 60),
  long("a", 3000),
  long("%D9%8E", 400),
  long("%20", 500),
  long("%22a%22%20", 200),
  long("(", 300),
  long("..%2f", 60),
].map((value) => value.replace(/[^!#-;=?-[\]_a-z~]|%(?![\da-fuz]|$)/gi, (sign) => encodeURIComponent(sign)));

/** Names of parameters of every page, and of none. */
export const PARAMETERS: readonly string[] = [
  ...list(`
    q after speaker form state source outlet story claim id letter kind view style next token saved done version edition
    at from to find other turned refused open stored known pending notice discarded quiet take since until language
    sort format relation verdict position check url maxwidth maxheight as file limit include full days q.q _rsc _method __nextLocale nxtPid
    a[b] a[b][c][d] a.b.c __proto__ __proto__[x] constructor constructor[prototype][x] q[] q[0] %ff %25 %00`),
  "",
  long("n", 1000),
  `${long("a[", 400)}${long("]", 400)}`,
];

/** Headers with values that are wrong, foreign or far too much. */
export const HEADERS: readonly (readonly [string, readonly string[]])[] = [
  ["rsc", ["1", "0", "nonsense"]],
  [
    "next-router-state-tree",
    [
      ...list(
        "x %7B %5B%5D [] %5B%22%22%2C%7B%7D%5D %5B1%5D %ff null %22%22 %5B%22%22%2C%7B%22__proto__%22%3A1%7D%5D",
      ),
      "a".repeat(9000),
      encodeURIComponent(`${'["",{"children":'.repeat(30)}["",{}]${"}]".repeat(30)}`),
      encodeURIComponent(
        JSON.stringify([
          "",
          { children: [["id", "x", "d", null], { children: ["__PAGE__", {}] }] },
          null,
          "refetch",
        ]),
      ),
      encodeURIComponent(JSON.stringify(["", { children: ['__PAGE__?{"a":', {}] }])),
    ],
  ],
  ["next-router-prefetch", list("1 2 3 x")],
  ["next-router-segment-prefetch", list("/_tree /../x %ff /_index __PAGE__ /_full /__PAGE__")],
  ["next-url", ["/", "//evil", "%ff", "x".repeat(500)]],
  [
    "next-action",
    [...list("x 40aa __proto__ constructor ../x 00"), "a".repeat(42), "7f".repeat(21), "a".repeat(5000)],
  ],
  ["next-hmr-refresh", ["1"]],
  ["next-resume", ["1"]],
  ["x-nextjs-data", ["1"]],
  ["x-nextjs-postponed", ["1"]],
  ["x-middleware-subrequest", ["proxy:proxy:proxy:proxy:proxy", "middleware", "src/proxy"]],
  ["x-middleware-rewrite", ["/admin", "http://evil.example/"]],
  ["x-middleware-next", ["1"]],
  ["x-matched-path", ["/admin", "/_error"]],
  ["x-invoke-path", ["/admin"]],
  ["x-invoke-status", ["500"]],
  ["x-now-route-matches", ["1=2"]],
  ["x-action-forwarded", ["1"]],
  ["x-http-method-override", list("DELETE PUT TRACE x")],
  ["x-method-override", ["POST"]],
  ["x-original-url", ["/admin"]],
  ["x-rewrite-url", ["/admin"]],
  ["x-forwarded-host", ["evil.example", "a b", "", "xn--\u00fc", "evil.example, localhost"]],
  ["x-forwarded-proto", ["ftp", "https, http", ""]],
  ["x-forwarded-port", ["99999999", "x"]],
  ["x-forwarded-prefix", ["/x", "//evil"]],
  ["forwarded", ["for=1.2.3.4;host=evil", ";;;=,"]],
  [
    "host",
    [
      "evil.example",
      "a b",
      "[::1]:1",
      "localhost:99999",
      "m\u00fcnchen.example",
      "xn--mnchen-3ya.example",
      "",
      "a".repeat(300),
      "localhost@evil",
      "localhost:80:80",
    ],
  ],
  [
    "cookie",
    [
      ...list(
        "verbatim.session_token=x verbatim.session_token=%ff.%00 = ;;; a verbatim.device=a.b~c theme=%ff __proto__=x",
      ),
      'verbatim.session_token="x',
      "verbatim.session_token=a; verbatim.session_token=b",
      "verbatim.session_token=\u00ff\u00fe",
      `verbatim.session_token=${"x".repeat(3000)}.${"y".repeat(44)}=`,
      `a=${"b".repeat(4000)}`,
      `a=${"b".repeat(9000)}`,
      "a=1; ".repeat(1500),
      "verbatim.citation-style=banana; theme=banana",
    ],
  ],
  ["accept", list("text/html */* application/json text/x-component ;;; q=9 text/html;q=1e999")],
  ["accept-language", ["xx-invalid-;q=9", "*", "a-".repeat(500)]],
  ["accept-encoding", ["gzip;q=x", "banana", "*;q=0", "identity;q=0"]],
  ["if-none-match", ['"x"', "*", "x", 'W/"', '"a", '.repeat(500)]],
  ["if-match", ['"x"', "*"]],
  ["if-modified-since", ["never", "Thu, 01 Jan 1970 00:00:00 GMT", "Fri, 31 Dec 9999 23:59:59 GMT"]],
  ["if-unmodified-since", ["never", "Thu, 01 Jan 1970 00:00:00 GMT"]],
  ["if-range", ['"x"', "never"]],
  [
    "range",
    [
      "bytes=0-0,5-",
      "bytes=9-1",
      "x",
      "bytes=-1",
      "bytes=99999999999999999999-",
      `bytes=${"0-1,".repeat(300)}0-1`,
    ],
  ],
  ["content-type", ["application/json", "multipart/form-data", "x", ";", "text/plain; charset=banana"]],
  ["content-encoding", ["gzip", "br", "banana"]],
  ["expect", ["100-continue", "banana"]],
  ["te", ["trailers", "banana"]],
  ["upgrade", ["websocket", "h2c"]],
  ["origin", ["null", "https://evil.example", "x", "", "http://localhost", "http://[::1"]],
  ["referer", ["x", "https://evil.example/%ff", `http://localhost/${"x".repeat(3000)}`]],
  ["sec-fetch-site", list("cross-site same-origin none banana")],
  ["purpose", ["prefetch"]],
  ["authorization", ["Bearer x", "Basic %%%", "Digest"]],
  ["x-verbatim-path", ["/admin", "//evil"]],
];

/** Names of fields: of our forms, of React's own, and of no form. */
export const FIELDS: readonly string[] = [
  ...list(`
    email password next name theme style back title text wording version statementId userId role place form sending
    evidence.0.note evidence.99999999.note evidence.-1.note evidence.0.0.0.0 a.b.c.d.e.f.g.h.i a[0] a[0][b] a[]
    __proto__ __proto__.x constructor.prototype.x evidence.__proto__.note toString $ACTION_KEY $ACTION_REF_1 $ACTION_1:0
    $ACTION_1:1 $ACTION_ID_40aa $ACTION_REF_x $ACTION_1:0:0 $ACTION_REF_99999999 0 1 1_email _1_email 1_$ACTION_REF_1`),
  "",
  "x".repeat(300),
  "a.".repeat(200),
  "a[".repeat(200),
  'a"; filename="b',
];

/** Values of fields, as they stand in a body. */
export const VALUES: readonly string[] = [
  ...list(`
    x a@example.org 0 -1 1e999 2147483648 0000-01-01 9999-12-31 1582-10-10 10000-01-01 2025-02-30 null {} [] [1] "$1"
    ["$K1"] ["$undefined"] ["$@1"] ["$F1"] ["$Q1"] ["$W1"] ["$B1"] ["$i1"] ["$n9"] ["$D2025"] ["$h1"] ["$T"] ["$S"] ["$r1"]
    speaker: -speaker:x said:0000..9999 a* -- OR "OR "a* ((( said:2025-13-45 grade:A7.. verdict:=x id:st-0000000
    TY__- @article{a, {"text":1} {"text":"x","refresh":"y"} [[[[[[[[[[[[[[[[[[[[ 1e400
    ["$1:__proto__:a"] [{"__proto__":1}] {"id":"40aa","bound":"$@1"} {"id":"40aa","bound":null} {"id":null}
    {"id":"x#y"} {"id":"40aa","bound":"$@0"} ["$@0"] <img/src=x> =cmd() https://x javascript:1 ../../x`),
  ...["", " ", "\u0000", "\u202e", "\ufeff", "\r\n.\r\n", "e\u0301\u0301".repeat(500)],
  ...["x".repeat(5000), "[".repeat(2000), "<b>".repeat(3000), "“said ".repeat(2000), "\u0301".repeat(4000)],
];

/** Requests as their bytes: what Node's own client refuses to send. `HOST` stands for the name of the site. */
export const RAW: readonly string[] = [
  "GET\r\n\r\n",
  "GET /\r\n\r\n",
  "GET / HTTP/9.9\r\nHost: HOST\r\n\r\n",
  "GET / HTTP/1.1\r\n\r\n",
  "GET / HTTP/1.0\r\n\r\n",
  "GET / HTTP/1.1\r\nHost: HOST\r\nHost: evil.example\r\nConnection: close\r\n\r\n",
  "GET http://evil.example/ HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n",
  "GET * HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n",
  "OPTIONS * HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n",
  "GET \\\\evil HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n",
  "GET //evil.example/%2f.. HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n",
  "GET /statements/\u00ff\u00fe HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n",
  "GET /statements?q=\u00ff HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n",
  "GET /\t/ HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n",
  "GET / HTTP/1.1\r\nHost: m\u00fcnchen.example\r\nConnection: close\r\n\r\n",
  "GET / HTTP/1.1\r\nHost: HOST\r\nHost : x\r\nConnection: close\r\n\r\n",
  "GET / HTTP/1.1\r\nHost: HOST\r\nX: a\r\n b\r\nConnection: close\r\n\r\n",
  "GET / HTTP/1.1\r\nHost: HOST\r\nX: \u0000\r\nConnection: close\r\n\r\n",
  "GET / HTTP/1.1\r\nHost: HOST\r\nCookie: a=1\r\nCookie: \u00ff=2\r\nConnection: close\r\n\r\n",
  "BANANA / HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n",
  "TRACE / HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n",
  "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
  "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003",
  "GET / HTTP/1.1\r\nHost: HOST\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\n",
  ...[
    "Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef",
    "Content-Length: -1\r\n\r\n",
    "Content-Length: 1e9\r\n\r\n",
    "Content-Length: 99999999999999999999\r\n\r\n",
    "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n",
    "Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\nabc",
    "Transfer-Encoding: chunked\r\n\r\n3;x=y\r\na=b\r\n0\r\nTrailer: x\r\n\r\n",
    "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
    "Transfer-Encoding: banana\r\n\r\nx",
    "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /admin HTTP/1.1\r\nHost: HOST\r\n\r\n",
  ].map(
    (rest) =>
      `POST /sign-in HTTP/1.1\r\nHost: HOST\r\nContent-Type: application/x-www-form-urlencoded\r\nConnection: close\r\n${rest}`,
  ),
  `GET / HTTP/1.1\r\nHost: HOST\r\n${"X: y\r\n".repeat(3000)}\r\n`,
  `GET / HTTP/1.1\r\nHost: HOST\r\nX: ${"y".repeat(20_000)}\r\n\r\n`,
  `GET /${"a".repeat(20_000)} HTTP/1.1\r\nHost: HOST\r\n\r\n`,
];
