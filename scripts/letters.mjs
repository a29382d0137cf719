// Which letters a face has, read from its table of characters (OpenType 1.9, cmap): whoever draws must not draw boxes.

/** The code points of a TrueType face, as ranges of first and last, in order. */
export function lettersOfFace(file) {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const cmap = tableAt(view, "cmap");
  const subtables = Array.from({ length: view.getUint16(cmap + 2) }, (_, index) => {
    const record = cmap + 4 + index * 8;
    return cmap + view.getUint32(record + 4);
  });
  const points = new Set();
  for (const at of subtables) {
    const format = view.getUint16(at);
    if (format === 4) addSegments(view, at, points);
    else if (format === 12) addGroups(view, at, points);
  }
  return rangesOf([...points].sort((a, b) => a - b));
}

function tableAt(view, asked) {
  for (let index = 0; index < view.getUint16(4); index += 1) {
    const record = 12 + index * 16;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((letter) => view.getUint8(record + letter)));
    if (tag === asked) return view.getUint32(record + 8);
  }
  throw new Error(`The face has no table ${asked}.`);
}

/** Format 4: stretches of 16-bit characters, some of which lead to no glyph. */
function addSegments(view, at, points) {
  const bytes = view.getUint16(at + 6);
  const [ends, starts] = [at + 14, at + 16 + bytes];
  const [deltas, offsets] = [starts + bytes, starts + 2 * bytes];
  for (let segment = 0; segment < bytes; segment += 2) {
    const [first, last] = [view.getUint16(starts + segment), view.getUint16(ends + segment)];
    const offset = view.getUint16(offsets + segment);
    for (let point = first; point <= last && point < 0xffff; point += 1) {
      const glyph =
        offset === 0
          ? (point + view.getUint16(deltas + segment)) & 0xffff
          : view.getUint16(offsets + segment + offset + (point - first) * 2);
      if (glyph !== 0) points.add(point);
    }
  }
}

/** Format 12: stretches of characters of any plane. */
function addGroups(view, at, points) {
  for (let group = 0; group < view.getUint32(at + 12); group += 1) {
    const record = at + 16 + group * 12;
    const [first, last] = [view.getUint32(record), view.getUint32(record + 4)];
    for (let point = first; point <= last; point += 1) points.add(point);
  }
}

function rangesOf(points) {
  const ranges = [];
  for (const point of points) {
    const open = ranges.at(-1);
    if (open && open[1] === point - 1) open[1] = point;
    else ranges.push([point, point]);
  }
  return ranges;
}
