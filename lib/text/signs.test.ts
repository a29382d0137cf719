import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { closedBidi, inXml, onOneLine, outOfXml, withoutEnds } from "./signs";

describe("signs of direction", () => {
  it.each([
    ["plain", "plain"],
    ["\u202eturned", "\u202eturned\u202c"],
    ["\u2067a\u202bb", "\u2067a\u202bb\u202c\u2069"],
    ["\u2067a\u2069", "\u2067a\u2069"],
    ["a\u202cb\u2069c", "abc"],
    ["\u2067a\u202bb\u2069c\u202c", "\u2067a\u202bb\u2069c"],
  ])("%j become %j", (text, closed) => expect(closedBidi(text)).toBe(closed));

  it("are closed in the end, once and for all, and letters stay", () => {
    const signs = fc.string({
      unit: fc.constantFrom(..."ab\u202a\u202b\u202c\u202e\u2066\u2068\u2069"),
      maxLength: 12,
    });
    fc.assert(
      fc.property(signs, (text) => {
        const closed = closedBidi(text);
        expect(closedBidi(closed)).toBe(closed);
        expect(closed.replace(/[^ab]/gu, "")).toBe(text.replace(/[^ab]/gu, ""));
        const count = (pattern: RegExp) => closed.match(pattern)?.length ?? 0;
        expect(count(/[\u2066-\u2068]/gu)).toBe(count(/\u2069/gu));
      }),
    );
  });
});

it.each([
  ["a\r\nb\tc\u0085d\u2028e", "a b c d e"],
  [" \u0007 a ", "a"],
  [" a ", "a"],
  // nothing but what is taken away
  ["\u0007", ""],
  ["\u2028", ""],
])("%j stands on one line", (text, line) => expect(onOneLine(text)).toBe(line));

it.each([
  ['a<b>&"c"', "a&lt;b&gt;&amp;&quot;c&quot;"],
  ["a\u0000b\u001fc\ufffed\ud800e", "a\ufffdb\ufffdc\ufffdd\ufffde"],
  ["one\ntwo\tthree 😀", "one\ntwo\tthree 😀"],
  ["a\rb", "a&#13;b"],
])("%j is in XML %j", (text, xml) => expect(inXml(text)).toBe(xml));

describe("signs in XML", () => {
  it.each([
    ["&lt;a&gt; &amp; &quot;b&apos;", "<a> & \"b'"],
    ["&#65;&#x1f600;&#X41;", "A😀A"],
    ["&#1114111;&#x10ffff;", "\u{10ffff}\u{10ffff}"],
    // no sign at all, or none that has a name here
    ["&#1114112;", "&#1114112;"],
    ["&#x110000;", "&#x110000;"],
    ["&nbsp; & &; &#a; AT&T;", "&nbsp; & &; &#a; AT&T;"],
    ["nothing of the sort", "nothing of the sort"],
    // once: what a sign stands for is no sign again
    ["&amp;lt;", "&lt;"],
    // XML holds none of these, however they are written
    ["a&#0;b&#xd800;c&#11;", "a\ufffdb\ufffdc\ufffd"],
  ])("%j are %j", (xml, text) => expect(outOfXml(xml)).toBe(text));

  it("are what stood there before", () => {
    const plain = fc.string({ unit: fc.constantFrom(..."ab&<>\"';#x1\r") });
    fc.assert(
      fc.property(plain, (text) => {
        expect(outOfXml(inXml(text))).toBe(text);
      }),
    );
  });
});

describe("a text without its ends", () => {
  it.each([
    ["“We left,”", "We left"],
    ["  a – b…", "a – b"],
    ["“…” ", ""],
    ["", ""],
    ["(𐄀 𐬫𐄁)", "𐬫"],
  ])("%j is %j", (text, bare) => expect(withoutEnds(text)).toBe(bare));

  it("begins and ends with what is no sign, and is a slice of it", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."ab “”,.\n") }), (text) => {
        const bare = withoutEnds(text);
        expect(bare).toBe(text.replace(/^[\s\p{P}]+/u, "").replace(/[\s\p{P}]+$/u, ""));
      }),
    );
  });
});
